import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { compilePattern } from "../pattern/compiler.js";
import { date } from "../pattern/converters/date.js";
import { keyValuePairs } from "../pattern/converters/key-value-pairs.js";
import { level } from "../pattern/converters/level.js";
import { lineSeparator } from "../pattern/converters/line-separator.js";
import { logger } from "../pattern/converters/logger.js";
import { message } from "../pattern/converters/message.js";
import { thread } from "../pattern/converters/thread.js";
import { throwable } from "../pattern/converters/throwable.js";
import type { ConverterFactory } from "../pattern/converter.js";
import { neutralise as neutralised } from "../util/neutralise.js";
import { PATTERN_PROPERTIES } from "./compile-property.js";

const PATTERN = "%d{HH:mm:ss.SSS} [%thread] %level %logger -%kvp- %msg%n%ex";

/** Not those of the configuration, which may have bound a word to something else. */
const WORDS: ReadonlyMap<string, ConverterFactory> = new Map<string, ConverterFactory>([
  ["d", date],
  ["thread", thread],
  ["level", level],
  ["logger", logger],
  ["kvp", keyValuePairs],
  ["msg", message],
  ["n", lineSeparator],
  ["ex", throwable],
]);

/**
 * Time, thread, level and logger before the message: what Logback prints when nothing is configured.
 *
 * Source: Logback, `ch.qos.logback.classic.layout.TTLLLayout`.
 */
export class TTLLLayout implements Layout {
  /** The text of an event. */
  readonly doLayout: (event: LoggingEvent) => string;

  /** @param options - `neutralise`: whether control characters of logged data are escaped. */
  constructor({ neutralise = false }: { readonly neutralise?: boolean } = {}) {
    this.doLayout = compilePattern(PATTERN, { words: WORDS, neutralise: neutralise ? neutralised : undefined }).convert;
  }
}

/**
 * `<layout class="ch.qos.logback.classic.layout.TTLLLayout">`
 *
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 */
export const ttllLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.classic.layout.TTLLLayout"],
  properties: { neutralise: PATTERN_PROPERTIES.neutralise },
  create: ({ neutralise }, environment) => new TTLLLayout({ neutralise: neutralise ?? environment.neutralise }),
});
