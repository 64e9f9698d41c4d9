import type { TextPosition } from "../text-position.js";

/**
 * A file that is not well-formed XML, or more than the limits allow.
 *
 * The message says what was expected and what came. It never quotes more of the file than a name or one character,
 * since the file may hold secrets or may not be meant for us at all.
 */
export class XmlError extends Error {
  override readonly name: string = "XmlError";
  readonly position: TextPosition;

  constructor(message: string, position: TextPosition) {
    super(message);
    this.position = position;
  }
}
