import { expect, test } from "vitest";
import { Marker } from "../../src/core/marker.js";
import { OnMarkerEvaluator, onMarkerEvaluator } from "../../src/evaluator/on-marker-evaluator.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const [audit, alert, other] = [new Marker("AUDIT"), new Marker("ALERT"), new Marker("X")];

const answers = [
  { markers: ["AUDIT"], event: [], answer: false },
  { markers: ["AUDIT"], event: [audit], answer: true },
  { markers: ["AUDIT"], event: [alert], answer: false },
  { markers: ["AUDIT"], event: [other, audit], answer: true },
  { markers: ["AUDIT"], event: [new Marker("PARENT").add(audit)], answer: true },
  { markers: ["AUDIT", "ALERT"], event: [alert], answer: true },
  { markers: [], event: [audit], answer: false },
] as const;

for (const { markers, event, answer } of answers) {
  test(`OnMarkerEvaluator for ${markers.join(" or ") || "nothing"} says ${answer ? "yes" : "no"} to ${event.join(" and ") || "no marker"}`, () => {
    const { built, statuses } = buildFrom(onMarkerEvaluator, { marker: markers });

    expect(new OnMarkerEvaluator(markers).evaluate(anEvent({ markers: event }))).toBe(answer);
    expect(built?.evaluate(anEvent({ markers: event }))).toBe(answer);
    expect(statuses).toEqual([]);
  });
}
