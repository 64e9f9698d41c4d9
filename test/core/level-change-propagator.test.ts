import { expect, test } from "vitest";
import { LevelChangePropagator, levelChangePropagator } from "../../src/core/level-change-propagator.js";
import { buildFrom } from "../support/build.js";

for (const { properties, resetJUL } of [{ properties: {}, resetJUL: false }, { properties: { resetJUL: "true" }, resetJUL: true }]) {
  test(`levelChangePropagator with ${JSON.stringify(properties)} is accepted, and says that it has no effect`, () => {
    const { built, statuses } = buildFrom(levelChangePropagator, properties);

    expect(built).toBeInstanceOf(LevelChangePropagator);
    expect(built).toMatchObject({ resetJUL });
    expect(statuses).toEqual(["INFO LevelChangePropagator has no effect: there is no java.util.logging here. It can be removed."]);
  });
}
