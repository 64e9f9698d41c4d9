import { expect, test } from "vitest";
import { MDCBasedDiscriminator, mdcBasedDiscriminator } from "../../../src/appender/sifting/mdc-based-discriminator.js";
import { buildFrom } from "../../support/build.js";
import { anEvent } from "../../support/events.js";

test("the value is that of the key in the event's MDC, else the default", () => {
  const discriminator = new MDCBasedDiscriminator("user", "none");

  expect(discriminator.getDiscriminatingValue(anEvent({ mdc: { user: "joe" } }))).toBe("joe");
  expect(discriminator.getDiscriminatingValue(anEvent({ mdc: { user: "" } }))).toBe("");
  expect(discriminator.getDiscriminatingValue(anEvent({ mdc: { other: "joe" } }))).toBe("none");
});

test("keys of every object are keys like others", () => {
  expect(new MDCBasedDiscriminator("__proto__", "none").getDiscriminatingValue(anEvent())).toBe("none");
});

for (const { settings, missing } of [
  { settings: { defaultValue: "none" }, missing: '"Key"' },
  { settings: { key: "user" }, missing: '"DefaultValue"' },
]) {
  test(`without ${missing} it does not start, and says so`, () => {
    const { built, statuses } = buildFrom(mdcBasedDiscriminator, settings);

    expect(built?.isStarted).toBe(false);
    expect(statuses).toEqual([expect.stringMatching(new RegExp(`^ERROR The ${missing} property must be set`))]);
  });
}

test("with both it starts", () => {
  const { built, statuses } = buildFrom(mdcBasedDiscriminator, { key: "user", defaultValue: "none" });

  expect(built).toMatchObject({ key: "user", defaultValue: "none", isStarted: true });
  expect(statuses).toEqual([]);
});
