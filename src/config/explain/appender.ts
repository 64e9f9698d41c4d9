import type { Appender } from "../../core/appender.js";
import { decideAll, type Filter } from "../../core/filter.js";
import { Level } from "../../core/level.js";
import { LoggingEvent, type LoggingEventInit } from "../../core/logging-event.js";
import type { SourcePosition } from "../../core/status.js";
import { textOf, withDescendants } from "../checks/search.js";
import { withoutSecrets } from "../secrets.js";
import type { SurveyedConfiguration } from "../survey.js";
import type { XmlElement } from "../xml/parse.js";
import { exampleOf } from "./example-line.js";
import { replyOf } from "./reply-of.js";

/** An appender in use. */
export interface ExplainedAppender {
  readonly name: string;
  readonly className: string;
  readonly encoder: string | undefined;
  readonly pattern: string | undefined;
  /** Absolute paths; those of rolled files with the conversion words of their names. */
  readonly files: readonly string[];
  /** Class names. */
  readonly filters: readonly string[];
  /** Appenders that it hands events on to. */
  readonly behind: readonly string[];
  /** What it would print of an event, without the line end; `undefined` where it has no encoder. */
  readonly example: string | undefined;
  readonly position: SourcePosition | undefined;
}

/** An appender in use; `event` is what its example shows. */
export function explainAppender(appender: Appender, behind: readonly Appender[], configuration: SurveyedConfiguration, event: LoggingEventInit): ExplainedAppender {
  const { encoder, filters = [] } = appender as { readonly encoder?: { readonly pattern?: string; readonly layout?: object }; readonly filters?: readonly Filter[] };
  const draft = configuration.appenderDrafts.find(({ name }) => name === appender.name);
  const inside = draft === undefined ? [] : withDescendants(draft.element);
  const files = inside.filter(({ name }) => ["file", "filenamepattern"].includes(name.toLowerCase()));
  const layout = encoder?.layout;
  const pattern = encoder?.pattern ?? (layout as { readonly pattern?: string } | undefined)?.pattern;
  return {
    name: appender.name,
    className: draft?.className ?? appender.constructor.name,
    encoder: encoder === undefined ? undefined : layout === undefined || encoder.pattern !== undefined ? encoder.constructor.name : `${encoder.constructor.name} with ${layout.constructor.name}`,
    pattern: pattern === undefined ? undefined : withoutSecrets(configuration)(pattern),
    files: draft === undefined ? [] : files.map((element) => configuration.reading.resolvePath(isSifting(inside) ? withVariables(textOf(configuration, draft, element)) : textOf(configuration, draft, element))),
    filters: filters.map((filter) => filter.constructor.name),
    behind: behind.map(({ name }) => name),
    example: exampleOf(appender, { ...event, level: levelThatPasses(filters, event) }, configuration),
    position: draft === undefined ? undefined : configuration.reading.placeOf(draft.element.position),
  };
}

/** INFO, or the next level that the filters let pass. */
function levelThatPasses(filters: readonly Filter[], event: LoggingEventInit): Level {
  const levels = [Level.INFO, Level.WARN, Level.ERROR, Level.DEBUG, Level.TRACE];
  return levels.find((level) => replyOf(() => decideAll(filters, LoggingEvent.of({ ...event, level }))) !== "DENY") ?? Level.INFO;
}

/** A text as it was before its variables were found to be undefined. */
function withVariables(text: string): string {
  return text.replaceAll(/([^\s/\\]+?)_IS_UNDEFINED/g, "${$1}");
}

/** Whether files are named by a variable that only events define. */
function isSifting(elements: readonly XmlElement[]): boolean {
  return elements.some(({ name }) => name.toLowerCase() === "sift");
}
