import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { componentsProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Filter } from "../core/filter.js";

/**
 * Takes every event and does nothing with it. Its counters show them as written.
 *
 * Source: Logback, `ch.qos.logback.core.helpers.NOPAppender`.
 */
export class NOPAppender extends BaseAppender {
  #taken = 0;

  protected append(): void {
    this.#taken++;
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#taken, queued: 0, dropped: 0 };
  }
}

/**
 * `<appender class="ch.qos.logback.core.helpers.NOPAppender">`
 *
 * - `<filter>`: any number.
 */
export const nopAppender: ComponentDefinition<NOPAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.core.helpers.NOPAppender"],
  properties: { filter: componentsProperty<Filter>("filter") },
  create: ({ filter }, { name, context }) => new NOPAppender(name, context, filter),
});
