import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { componentsProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Filter } from "../core/filter.js";
import type { LoggingEvent } from "../core/logging-event.js";

/**
 * Keeps every event in memory, for tests.
 *
 * Source: Logback, `ch.qos.logback.core.read.ListAppender`.
 *
 * @public
 */
export class ListAppender extends BaseAppender {
  readonly #list: LoggingEvent[] = [];
  #taken = 0;

  /** The events since the start or the last `clear`, in order. */
  get list(): readonly LoggingEvent[] {
    return this.#list;
  }

  /** Forgets the events; the counters stay. */
  clear(): void {
    this.#list.length = 0;
  }

  protected append(event: LoggingEvent): void {
    this.#list.push(event);
    this.#taken++;
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#taken, queued: 0, dropped: 0 };
  }
}

/**
 * `<appender class="ch.qos.logback.core.read.ListAppender">`
 *
 * - `<filter>`: any number.
 */
export const listAppender: ComponentDefinition<ListAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.read.ListAppender"],
  properties: { filter: componentsProperty<Filter>("filter") },
  create: ({ filter }, { name, context }) => new ListAppender(name, context, filter),
});
