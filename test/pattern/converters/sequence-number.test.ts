import { expect, test } from "vitest";
import { compilePattern } from "../../../src/pattern/compiler.js";
import { anEvent } from "../../support/events.js";
import { printed, WORDS } from "../../support/patterns.js";

test("%sn is the number of the event", () => {
  expect(printed("%sn %sequenceNumber", { sequenceNumber: 42 }, { hasSequenceNumbers: true })).toEqual({ text: "42 42", started: true, problems: [] });
});

test("%sn warns where events are not numbered", () => {
  expect(printed("%sn")).toEqual({
    text: "0",
    started: true,
    problems: ["WARN 1 Events have no sequence numbers: the configuration has no <sequenceNumberGenerator>. 0 is printed."],
  });
});

test("%lsn counts from the time it was made, each place for itself", () => {
  const { convert } = compilePattern("%lsn %lsn", { words: WORDS, clock: { now: () => 100 } });

  expect([convert(anEvent()), convert(anEvent())]).toEqual(["100 100", "101 101"]);
});
