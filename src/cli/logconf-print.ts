import type { ControlMessage, ControlReply } from "../control/protocol.js";
import { neutralise } from "../util/neutralise.js";

const TYPES: readonly ControlMessage["type"][] = ["ERROR", "INFO", "WARNING"];

/** What `logconf` prints of an answer, as the original does. */
export function printReply(reply: Exclude<ControlReply, { readonly type: "refused" }>, operation: string): string {
  switch (reply.type) {
    case "messages":
      return TYPES.map((type) => messagesOf(type, reply.messages)).join("");
    case "set":
      return reply.elements.map((element) => `${harmless(element)}\n`).join("");
    case "text":
      return `${harmless(reply.text)}\n`;
    case "process":
      return `Operation '${operation}' with parameters: {} succeeded.\n\n`;
  }
}

function messagesOf(type: ControlMessage["type"], messages: readonly ControlMessage[]): string {
  const texts = messages.filter((message) => message.type === type).map(({ text }) => neutralise(text));
  return texts.length === 0 ? "" : `${type}: [${texts.join(", ")}]\n`;
}

/** The process that answers may be anybody's, so its text must not steer the terminal; its line ends are part of the form. */
function harmless(text: string): string {
  return text.split("\n").map(neutralise).join("\n");
}
