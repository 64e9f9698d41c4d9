import type { Appender } from "../../core/appender.js";
import { isDecisive, type Filter, type FilterReply } from "../../core/filter.js";
import { LoggingEvent, type LoggingEventInit } from "../../core/logging-event.js";
import type { Level } from "../../core/level.js";
import type { Logger } from "../../core/logger.js";
import type { SourcePosition } from "../../core/status.js";
import { childrenNamed } from "../checks/search.js";
import { reachOf } from "../reach.js";
import type { SurveyedConfiguration } from "../survey.js";
import { exampleOf } from "./example-line.js";
import { levelSourceOf, type LevelSource } from "./level-source.js";
import { replyOf } from "./reply-of.js";

/** What becomes of one event. */
export interface ExplainedEvent extends LevelSource {
  readonly loggerName: string;
  readonly level: string;
  /** Whether it is made at all. */
  readonly isEnabled: boolean;
  readonly turboFilters: readonly ExplainedReply[];
  /** What the level says, whether or not a turbo filter has decided before. */
  readonly effectiveLevel: string;
  /** The logger whose `additivity="false"` keeps it from the loggers above. */
  readonly stoppedAt: string | undefined;
  /** Every appender on its way, nearest first; those behind others after them. */
  readonly appenders: readonly ExplainedDelivery[];
}

/** A filter's word. */
export interface ExplainedReply {
  readonly className: string;
  readonly reply: FilterReply;
  readonly position: SourcePosition | undefined;
}

/** What an appender does with the event. */
export interface ExplainedDelivery {
  readonly name: string;
  /** The logger that refers to it, or in brackets the appender before it. */
  readonly from: string;
  readonly position: SourcePosition | undefined;
  readonly isPrinted: boolean;
  /** Why it cannot start; `undefined` when it can, as far as that can be told without starting it. */
  readonly trouble: string | undefined;
  /** Filters that were asked, the last one decided. */
  readonly filters: readonly ExplainedReply[];
  /** The line, without its end; `undefined` where there is no text. */
  readonly example: string | undefined;
}

/** Follows one event through turbo filters, levels, appenders and their filters, as a log call does. */
export function explainEvent(configuration: SurveyedConfiguration, init: LoggingEventInit & { readonly loggerName: string; readonly level: Level }): ExplainedEvent {
  const { context } = configuration;
  const logger = context.getLogger(init.loggerName);
  // Turbo filters are asked before there is an event, so they look at the MDC itself; that of the survey serves nobody else.
  context.mdc.setContextMap(init.mdc ?? {});
  const turboFilters = asked(context.turboFilters, (filter) => filter.decide(init.markers?.[0], logger, init.level, init.message ?? undefined, init.args, init.throwable));
  const verdict = turboFilters.at(-1)?.reply ?? "NEUTRAL";
  const isLevelHigh = init.level.value >= logger.effectiveLevel.value;
  const isEnabled = verdict === "ACCEPT" || (verdict !== "DENY" && isLevelHigh);
  return {
    loggerName: logger.name,
    level: init.level.name,
    isEnabled,
    turboFilters,
    effectiveLevel: logger.effectiveLevel.name,
    ...levelSourceOf(logger, configuration),
    stoppedAt: nonAdditive(logger)?.name,
    appenders: isEnabled ? reachOf(logger).flatMap(({ appender, from: { name } }) => delivered(appender, name, configuration, init)) : [],
  };
}

function delivered(appender: Appender, from: string, configuration: SurveyedConfiguration, init: LoggingEventInit): ExplainedDelivery[] {
  const { filters = [] } = appender as { readonly filters?: readonly Filter[] };
  const draft = configuration.appenderDrafts.find(({ name }) => name === appender.name);
  const elements = draft === undefined ? [] : childrenNamed(draft.element, "filter");
  const event = LoggingEvent.of({ ...init, context: configuration.context });
  const replies = asked(filters, (filter) => filter.decide(event)).map((reply, index) => ({
    ...reply,
    // Where a filter could not be built, the numbers do not match.
    position: elements.length === filters.length && elements[index] !== undefined ? configuration.reading.placeOf(elements[index].position) : undefined,
  }));
  const trouble = "encoder" in appender && appender.encoder === undefined ? "it has no encoder" : undefined;
  const isPrinted = trouble === undefined && replies.at(-1)?.reply !== "DENY";
  const delivery: ExplainedDelivery = {
    name: appender.name,
    from,
    position: draft === undefined ? undefined : configuration.reading.placeOf(draft.element.position),
    isPrinted,
    trouble,
    filters: replies,
    example: isPrinted ? exampleOf(appender, init, configuration) : undefined,
  };
  const behind = isPrinted ? (configuration.appenders.get(appender.name)?.behind ?? []) : [];
  return [delivery, ...behind.flatMap((next) => delivered(next, `[${appender.name}]`, configuration, init))];
}

function nonAdditive(logger: Logger): Logger | undefined {
  return logger.parent === undefined ? undefined : logger.additive ? nonAdditive(logger.parent) : logger;
}

/** Replies up to the first that decides. */
function asked<F extends object>(filters: readonly F[], decide: (filter: F) => FilterReply): ExplainedReply[] {
  const replies: ExplainedReply[] = [];
  for (const filter of filters) {
    const reply = replyOf(() => decide(filter));
    replies.push({ className: filter.constructor.name, reply, position: undefined });
    if (isDecisive(reply)) {
      break;
    }
  }
  return replies;
}
