import type { LoggingEvent } from "../core/logging-event.js";
import { parseTemplate } from "../core/message-format.js";
import { printValue } from "../core/printable.js";
import type { Escape } from "./json-text.js";

/** A message with its text escaped once. */
interface EscapedTemplate {
  /** The whole message, placeholders included. */
  readonly source: string;
  /** As in `MessageTemplate`. */
  readonly literals: readonly string[];
  readonly hasEscapes: boolean;
  readonly placeholder: string;
}

/** As `TemplateCache`: a message that is built anew at every call would otherwise fill the memory. */
const MAX_TEMPLATES = 2048;
const MAX_TEMPLATE_LENGTH = 1024;

/**
 * Messages as they stand between the quotes of a JSON string.
 *
 * The text around the placeholders is escaped once for each message, so that only arguments are looked through:
 * looking through the finished text would cost more than all else.
 */
export class JsonMessage {
  readonly #escape: Escape;
  readonly #templates = new Map<string, EscapedTemplate>();

  constructor(escape: Escape) {
    this.#escape = escape;
  }

  /** As it was written, with its placeholders. */
  raw({ message, args, context }: LoggingEvent): string {
    // Without arguments, chances are that the text was put together for this one call.
    return args.length === 0 || message.length > MAX_TEMPLATE_LENGTH ? this.#escape(printValue(message, context.printLimits)) : this.#template(message).source;
  }

  /** With its arguments in place. */
  formatted(event: LoggingEvent): string {
    const { message, args, context } = event;
    if (args.length === 0 || message.length > MAX_TEMPLATE_LENGTH) {
      return this.#escape(event.formattedMessage);
    }
    const { maxStringLength } = context.printLimits;
    const { literals, hasEscapes, placeholder } = this.#template(message);
    if (hasEscapes) {
      return this.#escape(event.formattedMessage);
    }
    let text = literals[0] as string;
    for (let index = 1; index < literals.length; index++) {
      const literal = literals[index] as string;
      if (index > args.length) {
        text += placeholder + literal;
        continue;
      }
      const value = args[index - 1];
      if (typeof value === "string" && value.length <= maxStringLength) {
        text += this.#escape(value) + literal;
      } else if (typeof value === "number" || typeof value === "boolean") {
        text += String(value) + literal;
      } else {
        // What it takes to print an object must not happen more than once for an event.
        return this.#escape(event.formattedMessage);
      }
    }
    // Escaping only adds characters: what is short enough now was not too long before.
    return text.length <= maxStringLength ? text : this.#escape(event.formattedMessage);
  }

  #template(message: string): EscapedTemplate {
    const known = this.#templates.get(message);
    if (known !== undefined) {
      return known;
    }
    const { literals, hasEscapes, placeholder } = parseTemplate(message);
    const template = { source: this.#escape(message), literals: literals.map((literal) => this.#escape(literal)), hasEscapes, placeholder };
    if (this.#templates.size >= MAX_TEMPLATES) {
      this.#templates.clear();
    }
    this.#templates.set(message, template);
    return template;
  }
}
