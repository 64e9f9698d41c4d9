import type { AppenderCounters } from "../core/appender.js";
import { BaseAppender } from "../core/base-appender.js";
import { componentsProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { Filter } from "../core/filter.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { compileFor } from "../encoder/compile-property.js";
import { PatternLayout } from "../encoder/pattern-layout.js";

/** What a {@link WithLayoutListAppender} is made of. */
export interface WithLayoutListAppenderOptions {
  /** Prints the events; without one, or with one that could not be used, the appender cannot be started. */
  readonly layout: (Layout & { readonly isStarted?: boolean }) | undefined;
  readonly filters?: readonly Filter[];
}

/**
 * Keeps the text of every event in memory, for tests.
 *
 * Source: Logback, `ch.qos.logback.classic.helpers.WithLayoutListAppender`.
 */
export class WithLayoutListAppender extends BaseAppender {
  readonly #layout: WithLayoutListAppenderOptions["layout"];
  readonly #list: string[] = [];
  #taken = 0;

  constructor(name: string, context: LoggerContext, { layout, filters = [] }: WithLayoutListAppenderOptions) {
    super(name, context, filters);
    this.#layout = layout;
  }

  /** The texts since the start or the last `clear`, in order. */
  get list(): readonly string[] {
    return this.#list;
  }

  /** Forgets the texts; the counters stay. */
  clear(): void {
    this.#list.length = 0;
  }

  protected override open(): void {
    if (this.#layout === undefined || this.#layout.isStarted === false) {
      throw new Error(`No pattern is set for the appender [${this.name}], or one that cannot be used.`);
    }
  }

  protected append(event: LoggingEvent): void {
    // It is there: an appender without it does not start.
    this.#list.push(this.#layout?.doLayout(event) ?? "");
    this.#taken++;
  }

  protected override delivery(): Omit<AppenderCounters, "logged"> {
    return { written: this.#taken, queued: 0, dropped: 0 };
  }
}

/**
 * `<appender class="ch.qos.logback.classic.helpers.WithLayoutListAppender">`
 *
 * - `<pattern>`: required.
 * - `<filter>`: any number.
 *
 * Status ERROR without a pattern, or with one that cannot be used: the appender is not started.
 */
export const withLayoutListAppender: ComponentDefinition<WithLayoutListAppender> = defineComponent({
  kind: "appender",
  classNames: ["ch.qos.logback.classic.helpers.WithLayoutListAppender"],
  properties: { pattern: stringProperty(), filter: componentsProperty<Filter>("filter") },
  create: ({ pattern, filter }, environment) => {
    const layout = pattern === undefined ? undefined : new PatternLayout(compileFor(pattern, undefined, environment));
    return new WithLayoutListAppender(environment.name, environment.context, { layout, filters: filter });
  },
});
