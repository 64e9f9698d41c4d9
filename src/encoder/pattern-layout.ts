import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { CompiledPattern } from "../pattern/compiler.js";
import { compileFor, PATTERN_PROPERTIES } from "./compile-property.js";

/** What Logback writes before a pattern that is a file's header. */
const HEADER_PREFIX = "#logback.classic pattern: ";

/**
 * Prints events by a pattern such as `%d{HH:mm:ss.SSS} %-5level %logger{36} - %msg%n`.
 *
 * Prints nothing when the pattern could not be used.
 *
 * Source: Logback manual, "Layouts", PatternLayout.
 *
 * @public
 */
export class PatternLayout implements Layout {
  readonly pattern: string;
  readonly isStarted: boolean;
  /** The text of an event. A property and no method: it is the compiled pattern itself, and nothing stands between. */
  readonly doLayout: (event: LoggingEvent) => string;
  readonly outputPatternAsHeader: boolean;

  /** @param outputPatternAsHeader - Whether a file begins with a line that shows the pattern. */
  constructor(compiled: CompiledPattern, outputPatternAsHeader = false) {
    this.pattern = compiled.pattern;
    this.isStarted = compiled.started;
    this.doLayout = compiled.convert;
    this.outputPatternAsHeader = outputPatternAsHeader;
  }

  presentationHeader(): string {
    return this.outputPatternAsHeader ? HEADER_PREFIX + this.pattern : "";
  }
}

/**
 * `<layout class="ch.qos.logback.classic.PatternLayout">`
 *
 * - `<pattern>`, `<outputPatternAsHeader>`, `<neutralise>`: as those of the pattern encoder.
 */
export const patternLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.classic.PatternLayout"],
  properties: PATTERN_PROPERTIES,
  create: ({ pattern, outputPatternAsHeader, neutralise }, environment) => new PatternLayout(compileFor(pattern, neutralise, environment), outputPatternAsHeader),
});
