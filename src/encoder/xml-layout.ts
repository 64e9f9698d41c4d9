import { booleanProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { neutralise as neutralised } from "../util/neutralise.js";
import { PATTERN_PROPERTIES } from "./compile-property.js";
import { escapeCdata, escapeMarkup } from "./markup.js";

/** What an {@link XMLLayout} prints. */
export interface XMLLayoutOptions {
  /** Whether the call site is printed. */
  readonly locationInfo?: boolean;
  /** Whether the MDC is printed. */
  readonly properties?: boolean;
  /** Whether control characters of logged data are escaped, line ends among them. */
  readonly neutralise?: boolean;
}

/**
 * Prints events as elements of log4j's XML, for viewers that read it. There is no element around them, as in Logback.
 *
 * Every event gives well-formed XML: what XML cannot hold becomes U+FFFD, and nothing in a stack trace ends its section.
 * Of a throwable only the frames are printed, and no cause; what it is called and says where it has no frames, of which
 * Logback prints nothing.
 *
 * Source: Logback manual, "Layouts", Log4j XMLLayout; `ch.qos.logback.classic.log4j.XMLLayout`.
 */
export class XMLLayout implements Layout {
  readonly locationInfo: boolean;
  readonly properties: boolean;
  readonly #harmless: (text: string) => string;

  constructor({ locationInfo = false, properties = false, neutralise = false }: XMLLayoutOptions = {}) {
    this.locationInfo = locationInfo;
    this.properties = properties;
    this.#harmless = neutralise ? neutralised : (text) => text;
  }

  doLayout(event: LoggingEvent): string {
    const parts = [
      `<log4j:event logger="${this.#text(event.loggerName)}"\r\n`,
      `             timestamp="${event.timestamp}" level="${event.level.name}" thread="${this.#text(event.threadName)}">\r\n`,
      `  <log4j:message>${this.#text(event.formattedMessage)}</log4j:message>\r\n`,
      this.#throwable(event),
      this.locationInfo ? this.#location(event) : "",
      this.properties ? this.#mdc(event) : "",
      "\r\n</log4j:event>\r\n\r\n",
    ];
    return parts.join("");
  }

  #throwable({ throwableInfo }: LoggingEvent): string {
    if (throwableInfo === undefined) {
      return "";
    }
    const { className, message, frames } = throwableInfo;
    const lines = frames.length === 0 ? [message === undefined ? className : `${className}: ${message}`] : frames.map(({ text }) => `\tat ${text}`);
    return `  <log4j:throwable><![CDATA[${lines.map((line) => `${escapeCdata(this.#harmless(line))}\r\n`).join("")}]]></log4j:throwable>\r\n`;
  }

  #location({ callerFrames: [caller] }: LoggingEvent): string {
    if (caller === undefined) {
      return "";
    }
    const { className, methodName, fileName, lineNumber } = caller;
    const file = `method="${this.#text(methodName)}" file="${this.#text(fileName)}" line="${lineNumber}"`;
    return `  <log4j:locationInfo class="${this.#text(className)}"\r\n                      ${file}/>\r\n`;
  }

  #mdc({ mdc }: LoggingEvent): string {
    if (mdc.size === 0) {
      return "";
    }
    const entries = [...mdc].map(([key, value]) => `\r\n    <log4j:data name='${this.#text(key)}' value='${this.#text(value)}' />`);
    return `  <log4j:properties>${entries.join("")}\r\n  </log4j:properties>`;
  }

  #text(text: string): string {
    return escapeMarkup(this.#harmless(text));
  }
}

/**
 * `<layout class="ch.qos.logback.classic.log4j.XMLLayout">`
 *
 * - `<locationInfo>`: whether the call site is printed; false unless given, since looking it up takes microseconds.
 * - `<properties>`: whether the MDC is printed; false unless given.
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 */
export const xmlLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.classic.log4j.XMLLayout"],
  properties: { locationInfo: booleanProperty(false), properties: booleanProperty(false), neutralise: PATTERN_PROPERTIES.neutralise },
  create: ({ locationInfo, properties, neutralise }, environment) => new XMLLayout({ locationInfo, properties, neutralise: neutralise ?? environment.neutralise }),
});
