import { parseFrameText, type FrameParts } from "./frame-text.js";
import { printValue } from "./printable.js";
import { readItems, Unprintable } from "./safe-access.js";

/**
 * One line of a stack trace. Its parts are taken from the text when first asked for.
 *
 * @public
 */
export interface StackFrame {
  /** As printed behind `at `. */
  readonly text: string;
  /** Base name. */
  readonly fileName?: string | undefined;
  /** From 1. */
  readonly lineNumber?: number | undefined;
  /** From 1, in UTF-16 code units. */
  readonly column?: number | undefined;
  /** The class or object that the method was called on, where the text names one. */
  readonly className?: string | undefined;
  readonly methodName?: string | undefined;
}

const MAX_FRAMES = 1024;
const MAX_FRAMES_LENGTH = 256 * 1024;

/** A frame known by its text only. */
export class TextFrame implements StackFrame {
  readonly text: string;
  #parts: FrameParts | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get fileName(): string | undefined {
    return this.#known.fileName;
  }

  get lineNumber(): number | undefined {
    return this.#known.lineNumber;
  }

  get column(): number | undefined {
    return this.#known.column;
  }

  get className(): string | undefined {
    return this.#known.className;
  }

  get methodName(): string | undefined {
    return this.#known.methodName;
  }

  get #known(): FrameParts {
    return (this.#parts ??= parseFrameText(this.text));
  }
}

/**
 * Frames of a `stack`, which an application may have edited, replaced by call sites, or made unreadable. Never throws.
 *
 * @param message - Of the error; the header of the stack ends with it.
 */
export function framesOfStack(stack: unknown, message: string | undefined): readonly StackFrame[] {
  if (typeof stack === "string") {
    const { start, isFrame } = afterHeader(stack, message ?? "");
    const end = start + MAX_FRAMES_LENGTH;
    return framesFrom(linesOf(stack.slice(start, end)).filter(isFrame), stack.length > end);
  }
  const callSites = readItems(stack, MAX_FRAMES);
  if (callSites !== undefined) {
    return framesFrom(callSites.items.map((site) => printValue(site)), callSites.more > 0);
  }
  return Unprintable.is(stack) ? [new TextFrame(String(stack))] : [];
}

/**
 * Where the frames begin in a stack as V8 writes it, its header on one line that ends with the message; -1 in any other.
 * The frames from there on are those that {@link framesOfStack} finds: this is the short way to the same place.
 */
export function plainFramesStart(stack: string, message: string): number {
  const end = stack.indexOf("\n");
  const isPlain = end > 0 && stack.startsWith(PLAIN_FRAME_START, end) && isVisible(stack.charCodeAt(end + PLAIN_FRAME_START.length)) && stack.endsWith(message, end);
  return isPlain && isCapital(stack.charCodeAt(0)) ? end : -1;
}

/** The frames in a text that begins where {@link plainFramesStart} says. */
export function framesOfPlainText(text: string): readonly TextFrame[] {
  return framesFrom(linesOf(text), false);
}

function framesFrom(texts: readonly string[], isCut: boolean): readonly TextFrame[] {
  const frames = texts.slice(0, MAX_FRAMES).map((text) => new TextFrame(text));
  return isCut || texts.length > MAX_FRAMES ? [...frames, new TextFrame("… more")] : frames;
}

/** At the beginning of a line; `^` would also take what follows a carriage return, which ends no line here. */
const FRAME_START = /(?<![^\n])[^\S\n]*at \S/;
const PLAIN_FRAME_START = "\n    at ";

/** Of ASCII: a header that begins with one does not look like a frame. */
function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** Of ASCII. */
function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/**
 * Where the frames begin. The header ends with the message, which may have several lines; before it stand a name,
 * perhaps a code in brackets, perhaps an excerpt of the source. Where the message was changed after the stack was
 * captured, the header ends before the first line that begins with `at`. Without such a line only those are frames
 * that look like the ones of another engine, such as a browser's error that was sent here.
 */
function afterHeader(stack: string, message: string): { readonly start: number; readonly isFrame: (line: string) => boolean } {
  const found = stack.search(FRAME_START);
  const firstFrame = found < 0 ? stack.length : found;
  const end = message === "" ? -1 : endOfMessage(stack, message, firstFrame);
  if (end >= 0) {
    return { start: end, isFrame: isAnything };
  }
  return found < 0 ? { start: 0, isFrame: isForeignFrame } : { start: found, isFrame: isAnything };
}

/** Where the message ends with a line of the header; -1 when it is not there. */
function endOfMessage(stack: string, message: string, firstFrame: number): number {
  const start = stack.indexOf(`${message}\n`);
  if (start >= 0 && start <= firstFrame) {
    return start + message.length;
  }
  return stack.endsWith(message) && stack.length - message.length <= firstFrame ? stack.length : -1;
}

function isAnything(): boolean {
  return true;
}

/** `function@file:line:column` */
function isForeignFrame(line: string): boolean {
  return line.includes("@") && /:\d{1,10}$/.test(line);
}

/** The lines that are not empty, without white space around them and without `at `. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const trimmed = line.trim();
    if (trimmed !== "") {
      lines.push(trimmed.startsWith("at ") ? trimmed.slice("at ".length) : trimmed);
    }
  }
  return lines;
}
