import { defineComponent, stringProperty, stringsProperty, type ComponentDefinition } from "../core/component.js";
import type { EventEvaluator } from "../core/event-evaluator.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Says yes to events with one of several markers, or with a marker that refers to one. Without markers it never does.
 *
 * Source: Logback manual, "Appenders", SMTPAppender; `ch.qos.logback.classic.boolex.OnMarkerEvaluator`.
 */
export class OnMarkerEvaluator implements EventEvaluator {
  readonly markers: readonly string[];

  /** @param markers - Names. */
  constructor(markers: readonly string[]) {
    this.markers = [...markers];
  }

  evaluate(event: LoggingEvent): boolean {
    return event.markers.some((marker) => this.markers.some((name) => marker.contains(name)));
  }
}

/**
 * `<evaluator class="ch.qos.logback.classic.boolex.OnMarkerEvaluator">`
 *
 * - `<marker>`: name of a marker; any number.
 */
export const onMarkerEvaluator: ComponentDefinition<EventEvaluator> = defineComponent({
  kind: "evaluator",
  classNames: ["ch.qos.logback.classic.boolex.OnMarkerEvaluator"],
  properties: { name: stringProperty(), marker: stringsProperty() },
  create: ({ marker }) => new OnMarkerEvaluator(marker),
});
