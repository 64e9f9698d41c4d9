import { expect, test } from "vitest";
import { contextBasedDiscriminator } from "../../../src/appender/sifting/context-based-discriminator.js";
import { buildFrom } from "../../support/build.js";
import { aContext, anEvent } from "../../support/events.js";

test("the value is the name of the event's context, else the default", () => {
  const { built } = buildFrom(contextBasedDiscriminator, { defaultValue: "nameless" });

  expect(built?.key).toBe("contextName");
  expect(built?.getDiscriminatingValue(anEvent({ context: aContext({ name: "shop" }) }))).toBe("shop");
  expect(built?.getDiscriminatingValue(anEvent({ context: aContext() }))).toBe("nameless");
});

test("the default is `default` unless given", () => {
  const { built, statuses } = buildFrom(contextBasedDiscriminator, {});

  expect(built?.defaultValue).toBe("default");
  expect(statuses).toEqual([]);
});
