import { expect, test } from "vitest";
import { ExceptionIds } from "../../src/core/exception-ids.js";

test("exceptions are counted from 1, after an integer of 32 bits", () => {
  const ids = new ExceptionIds();

  expect([ids.next(), ids.next()]).toEqual([`${String(ids.serverId)}-1`, `${String(ids.serverId)}-2`]);
  expect(ids.serverId).toBe(ids.serverId | 0);
});
