import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { TTLLLayout, ttllLayout } from "../../src/encoder/ttll-layout.js";
import { eventOf } from "../conformance/answer-pattern.js";
import { buildFrom } from "../support/build.js";
import { runCase } from "../support/corpus.js";
import { anEvent } from "../support/events.js";

for (const [id, threshold] of [["run/encoder-011", Level.DEBUG], ["run/throwable-010", Level.INFO]] as const) {
  test(`TTLLLayout prints the events of ${id} as real Logback does`, () => {
    const { input, expected } = runCase(id);
    const layout = new TTLLLayout();
    const events = input.events.map((event) => eventOf(event)).filter(({ level }) => level.value >= threshold.value);

    expect(events.map((event) => layout.doLayout(event)).join("")).toBe(expected.files["app.log"]);
  });
}

test("TTLLLayout prints key-value pairs between its dashes", () => {
  const keyValuePairs = [{ key: "a", value: 1 }, { key: "b", value: null }];

  expect(new TTLLLayout().doLayout(anEvent({ keyValuePairs }))).toMatch(/^\d\d:\d\d:\d\d\.123 \[main\] INFO com\.example\.Main -a="1" b="null"- started\n$/);
});

const forged = anEvent({ message: "bob\n10:30:00.123 [main] INFO com.example.Main -- admin logged in" });

for (const { options, properties, draft, lines } of [
  { options: {}, properties: {}, draft: {}, lines: 2 },
  { options: { neutralise: true }, properties: { neutralise: "true" }, draft: {}, lines: 1 },
  { options: { neutralise: true }, properties: {}, draft: { neutralise: true }, lines: 1 },
  { options: { neutralise: false }, properties: { neutralise: "false" }, draft: { neutralise: true }, lines: 2 },
]) {
  test(`T5: TTLLLayout with ${JSON.stringify(properties)} in a configuration with ${JSON.stringify(draft)} prints a message with a line feed in ${lines} line(s)`, () => {
    const { built, statuses } = buildFrom(ttllLayout, properties, { draft });
    const texts = [new TTLLLayout(options).doLayout(forged), built?.doLayout(forged) ?? ""];

    expect(texts.map((text) => text.trimEnd().split("\n").length)).toEqual([lines, lines]);
    expect(statuses).toEqual([]);
  });
}
