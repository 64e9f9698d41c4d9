import { afterAll, expect } from "vitest";

/** T8, as a setup file of Vitest: whatever keys came from data, a test file leaves nothing behind that all objects inherit. */
afterAll(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
});
