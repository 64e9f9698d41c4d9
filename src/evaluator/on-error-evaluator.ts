import { defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import { Level } from "../core/level.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Says yes to events of level ERROR.
 *
 * Source: Logback manual, "Appenders", SMTPAppender; `ch.qos.logback.classic.boolex.OnErrorEvaluator`.
 */
export class OnErrorEvaluator implements EventEvaluator {
  evaluate(event: LoggingEvent): boolean {
    return event.level.value >= Level.ERROR.value;
  }
}

/** `<evaluator class="ch.qos.logback.classic.boolex.OnErrorEvaluator"/>` */
export const onErrorEvaluator: ComponentDefinition<EventEvaluator> = defineComponent({
  kind: "evaluator",
  classNames: ["ch.qos.logback.classic.boolex.OnErrorEvaluator"],
  properties: { name: stringProperty() },
  create: () => new OnErrorEvaluator(),
});
