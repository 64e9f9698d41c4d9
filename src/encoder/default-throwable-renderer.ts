import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { LoggingEvent } from "../core/logging-event.js";
import type { ThrowableInfo } from "../core/throwable-info.js";
import { neutralise as neutralised } from "../util/neutralise.js";
import { escapeMarkup } from "./markup.js";
import type { ThrowableRenderer } from "./throwable-renderer.js";

const INDENT = "<br />&nbsp;&nbsp;&nbsp;&nbsp;";

/**
 * Shows a throwable and its causes with their frames, in a row of its own across the table.
 *
 * Like Logback it says `Caused by:` of a cause that shares frames with what it caused, and shows no suppressed ones; here it
 * says so of a cause without frames too, which would stand in one line with what it caused.
 *
 * Source: Logback, `ch.qos.logback.classic.html.DefaultThrowableRenderer`; here the name of the class is escaped too.
 */
export class DefaultThrowableRenderer implements ThrowableRenderer {
  readonly #text: (text: string) => string;

  /** @param options - `neutralise`: whether control characters of logged data are escaped. */
  constructor({ neutralise = false }: { readonly neutralise?: boolean } = {}) {
    this.#text = neutralise ? (text) => escapeMarkup(neutralised(text)) : escapeMarkup;
  }

  render(event: LoggingEvent): string {
    let rows = "";
    for (let throwable = event.throwableInfo; throwable !== undefined; throwable = throwable.cause) {
      rows += this.#lines(throwable, throwable !== event.throwableInfo);
    }
    return `<tr><td class="Exception" colspan="6">${rows}</td></tr>`;
  }

  #lines({ className, message, frames, commonFrames }: ThrowableInfo, isCause: boolean): string {
    const isShared = commonFrames > 0;
    const first = `${isShared || (isCause && frames.length === 0) ? "<br />Caused by: " : ""}${this.#text(className)}: ${this.#text(message ?? "null")}\n`;
    const own = frames.slice(0, frames.length - commonFrames).map(({ text }) => `${INDENT}${this.#text(`at ${text}`)}\n`);
    return `${first}${own.join("")}${isShared ? `${INDENT}\t... ${commonFrames} common frames omitted\n` : ""}`;
  }
}

/** `<throwableRenderer class="ch.qos.logback.classic.html.DefaultThrowableRenderer"/>` */
export const defaultThrowableRenderer: ComponentDefinition<ThrowableRenderer> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.classic.html.DefaultThrowableRenderer"],
  properties: {},
  create: (_values, { neutralise }) => new DefaultThrowableRenderer({ neutralise }),
});
