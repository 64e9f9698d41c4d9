import type { EventEvaluator } from "../core/event-evaluator.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { thrownMessage } from "../util/thrown-message.js";
import type { ConverterEnvironment } from "./converter.js";

/** After so many failures of its evaluators, a place in a pattern says no more of them. */
const MAX_REPORTS = 4;

/** Asks evaluators whether one of them says yes. One that throws counts as no, and is reported a few times. */
export function anyEvaluator(evaluators: readonly (readonly [name: string, test: EventEvaluator])[], environment: ConverterEnvironment): (event: LoggingEvent) => boolean {
  let failures = 0;
  return (event) => {
    for (const [name, test] of evaluators) {
      try {
        if (test.evaluate(event)) {
          return true;
        }
      } catch (cause) {
        failures++;
        if (failures <= MAX_REPORTS) {
          const last = failures === MAX_REPORTS ? " This is the last message about it." : "";
          environment.report("ERROR", `The evaluator "${name}" threw: ${thrownMessage(cause)}.${last}`);
        }
      }
    }
    return false;
  };
}
