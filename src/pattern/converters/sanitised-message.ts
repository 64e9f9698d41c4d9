import { formatTemplate, parseTemplate } from "../../core/message-format.js";
import { printValue } from "../../core/printable.js";
import type { LoggingEvent } from "../../core/logging-event.js";
import type { Converter } from "../converter.js";

const HARMFUL = /[\0-\x1f]/;
/** Control sequences of terminals, and any control character. */
const REMOVED = /\x1b\[[\d;]*[ -/]*[@-~]|[\0-\x1f]/g;

/**
 * `%sanitisedMessage`: the message without what could begin a line of its own or steer a terminal (CWE-117). Control sequences
 * and control characters up to 0x1F are taken out and nothing else.
 *
 * Of a message with arguments, each argument is cleaned and the words of the program are left as they are, line ends
 * included; a message without is cleaned as a whole.
 *
 * Source: Open-Xchange, `com.openexchange.logback.extensions.LogSanitisingConverter`, which loses the text behind the last match.
 */
export function sanitisedMessage(): Converter {
  return (event) => {
    const text = event.formattedMessage;
    return HARMFUL.test(text) ? cleaned(event, text) : text;
  };
}

function cleaned({ message, args, context: { templates, printLimits } }: LoggingEvent, text: string): string {
  const template = templates === undefined ? parseTemplate(message) : templates.get(message);
  const formatted = (values: readonly unknown[]): string => printValue(formatTemplate(template, values, printLimits), printLimits);
  // Where an object has changed since the log call, its text of then is only in the whole.
  if (args.length === 0 || formatted(args) !== text) {
    return text.replace(REMOVED, "");
  }
  return formatted(args.map((argument) => printValue(argument, printLimits).replace(REMOVED, "")));
}
