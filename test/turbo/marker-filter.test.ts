import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { Marker } from "../../src/core/marker.js";
import { MarkerFilter, markerFilter } from "../../src/turbo/marker-filter.js";
import { buildFrom } from "../support/build.js";
import { recording } from "../support/recording.js";

const AUDIT = new Marker("AUDIT");
const PARENT = new Marker("PARENT").add(AUDIT);

const replies = [
  { options: {}, marker: AUDIT, reply: "NEUTRAL" },
  { options: { onMatch: "ACCEPT" }, marker: AUDIT, reply: "ACCEPT" },
  { options: { onMatch: "ACCEPT" }, marker: PARENT, reply: "ACCEPT" },
  { options: { onMatch: "ACCEPT" }, marker: new Marker("ALERT"), reply: "NEUTRAL" },
  { options: { onMismatch: "DENY" }, marker: AUDIT, reply: "NEUTRAL" },
  { options: { onMismatch: "DENY" }, marker: new Marker("ALERT"), reply: "DENY" },
  { options: { onMismatch: "DENY" }, marker: undefined, reply: "DENY" },
] as const;

for (const { options, marker, reply } of replies) {
  test(`MarkerFilter for AUDIT with ${JSON.stringify(options)} replies ${reply} to ${marker === undefined ? "no marker" : marker.toString()}`, () => {
    const { built, statuses } = buildFrom(markerFilter, { Marker: "AUDIT", ...options });

    expect(new MarkerFilter({ marker: "AUDIT", ...options }).decide(marker)).toBe(reply);
    expect(built?.decide(marker, new LoggerContext().root, Level.INFO, undefined, undefined, undefined)).toBe(reply);
    expect(statuses).toEqual([]);
  });
}

test("MarkerFilter lets marked events pass whatever their level", () => {
  const { context, appender } = recording();
  context.root.setLevel(Level.WARN);
  context.addTurboFilter(new MarkerFilter({ marker: "AUDIT", onMatch: "ACCEPT" }));
  const log = context.getLogger("shop");
  log.info(AUDIT, "marked");
  log.info("unmarked");

  expect(appender.messages).toEqual(["marked"]);
});

test("markerFilter without <Marker> says so and decides nothing", () => {
  const { built, statuses } = buildFrom(markerFilter, { name: "MF", onMismatch: "DENY" });

  expect(built?.decide(AUDIT, new LoggerContext().root, Level.INFO, undefined, undefined, undefined)).toBe("NEUTRAL");
  expect(statuses).toEqual(["ERROR <marker> is required in a MarkerFilter; it decides nothing."]);
});
