import type { StackFrame, ThrowableInfo } from "../core/throwable-info.js";
import { wholeCharacters } from "../util/whole-characters.js";
import { isJavaFrame } from "./frame-finder.js";
import { hasSource, stackHashes } from "./stack-hash.js";
import { throwableFields } from "./throwable-fields.js";

/** How much of a throwable is printed. */
export interface ShortenedStyle {
  /** Frames of each throwable. */
  readonly maxDepthPerThrowable: number;
  /** Characters of the whole. */
  readonly maxLength: number;
  /** Shortens class names. */
  readonly abbreviate: (className: string) => string;
  /** Whether a frame is left out. The first one never is. */
  readonly excludes: ((frame: StackFrame) => boolean) | undefined;
  /** Whether what stands below a frame is left out. */
  readonly truncatesAfter: (frame: StackFrame) => boolean;
  readonly rootCauseFirst: boolean;
  /** A hash before the name of each throwable of the chain. */
  readonly inlineHash: boolean;
  readonly omitCommonFrames: boolean;
  readonly lineSeparator: string;
  /** Applied to what the program wrote. */
  readonly neutralise: (text: string) => string;
}

const ELLIPSIS = "...";

/**
 * The text of a throwable, shortened. Every line has an end.
 *
 * Source: logstash-logback-encoder, "Customizing Stack Traces", `ShortenedThrowableConverter`.
 *
 * @param omitsMessages - Leaves out what the throwables say.
 */
export function shortenedStackTrace(throwable: ThrowableInfo, style: ShortenedStyle, omitsMessages: boolean): string {
  const counts = style.excludes === undefined ? hasSource : (frame: StackFrame): boolean => style.excludes?.(frame) !== true;
  const printer = new Printer(style, omitsMessages, style.inlineHash ? [...stackHashes(throwable, counts)] : []);
  if (style.rootCauseFirst) {
    printer.rootCauseFirst(throwable, "", 1, true);
  } else {
    printer.rootCauseLast(throwable, "", 1, true);
  }
  const { maxLength, lineSeparator } = style;
  const { text } = printer;
  return text.length > maxLength ? wholeCharacters(text, Math.max(0, maxLength - ELLIPSIS.length - lineSeparator.length)) + ELLIPSIS + lineSeparator : text;
}

class Printer {
  text = "";
  readonly #style: ShortenedStyle;
  readonly #omitsMessages: boolean;
  /** Of the chain, those not yet printed. */
  readonly #hashes: string[];

  constructor(style: ShortenedStyle, omitsMessages: boolean, hashes: string[]) {
    this.#style = style;
    this.#omitsMessages = omitsMessages;
    this.#hashes = hashes;
  }

  /** @param inChain - Not below a suppressed one, which has no hash. */
  rootCauseLast(throwable: ThrowableInfo, prefix: string, indent: number, inChain: boolean): void {
    if (this.#isFull) {
      return;
    }
    this.#firstLine(throwable, prefix, indent, inChain ? this.#hashes.shift() : undefined);
    this.#fields(throwable, indent);
    this.#frames(throwable, indent);
    for (const suppressed of throwable.suppressed) {
      this.rootCauseLast(suppressed, "Suppressed: ", indent + 1, false);
    }
    if (throwable.cause !== undefined) {
      this.rootCauseLast(throwable.cause, "Caused by: ", indent, inChain);
    }
  }

  rootCauseFirst(throwable: ThrowableInfo, prefix: string, indent: number, inChain: boolean): void {
    if (this.#isFull) {
      return;
    }
    if (throwable.cause !== undefined) {
      this.rootCauseFirst(throwable.cause, prefix, indent, inChain);
    }
    this.#firstLine(throwable, throwable.cause === undefined ? prefix : "Wrapped by: ", indent, inChain ? this.#hashes.pop() : undefined);
    this.#fields(throwable, indent);
    this.#frames(throwable, indent);
    for (const suppressed of throwable.suppressed) {
      this.rootCauseFirst(suppressed, "Suppressed: ", indent + 1, false);
    }
  }

  get #isFull(): boolean {
    return this.text.length > this.#style.maxLength;
  }

  #line(indent: number, text: string): void {
    this.text += "\t".repeat(indent) + text + this.#style.lineSeparator;
  }

  #firstLine({ className, message = "null" }: ThrowableInfo, prefix: string, indent: number, hash: string | undefined): void {
    if (this.#isFull) {
      return;
    }
    const { abbreviate, neutralise } = this.#style;
    const name = neutralise(abbreviate(className));
    this.#line(indent - 1, `${prefix}${hash === undefined ? "" : `<#${hash}> `}${name}: ${this.#omitsMessages ? "" : neutralise(message)}`);
  }

  #fields(throwable: ThrowableInfo, indent: number): void {
    const fields = this.#isFull || this.#omitsMessages || this.#style.maxDepthPerThrowable === 0 ? "" : throwableFields(throwable);
    if (fields !== "") {
      this.#line(indent, this.#style.neutralise(fields));
    }
  }

  #frames({ frames, commonFrames }: ThrowableInfo, indent: number): void {
    const { maxDepthPerThrowable, omitCommonFrames, truncatesAfter } = this.#style;
    const common = omitCommonFrames ? commonFrames : 0;
    const end = frames.length - common;
    let printed = 0;
    /** Excluded ones since the last that was printed. */
    let excluded = 0;
    let index = 0;
    for (; index < end && printed < maxDepthPerThrowable; index++) {
      const frame = frames[index] as StackFrame;
      if (index > 0 && this.#style.excludes?.(frame) === true) {
        excluded++;
      } else {
        if (excluded === 1) {
          // A line that says so would be no shorter than the frame itself.
          this.#frame(frames[index - 1] as StackFrame, indent);
          printed++;
          excluded = 0;
          if (printed >= maxDepthPerThrowable) {
            break;
          }
        }
        this.#placeHolder(indent, excluded, "frames excluded");
        excluded = 0;
        this.#frame(frame, indent);
        printed++;
      }
      if (truncatesAfter(frame)) {
        break;
      }
    }
    this.#remainder(frames, indent, { index, printed, excluded, common });
  }

  /** What is said of the frames that were not printed. */
  #remainder(frames: readonly StackFrame[], indent: number, state: { readonly index: number; printed: number; excluded: number; readonly common: number }): void {
    const { index, common } = state;
    let { printed, excluded } = state;
    if (index + common >= frames.length) {
      this.#placeHolder(indent, excluded, "frames excluded");
      this.#placeHolder(indent, common, "common frames omitted");
      return;
    }
    if (excluded > 0) {
      excluded--;
      this.#placeHolder(indent, excluded, "frames excluded");
      this.#frame(frames[index] as StackFrame, indent);
      printed++;
    }
    const including = common === 0 ? "" : ` (including ${String(common)} common frames)`;
    this.#placeHolder(indent, frames.length - printed - excluded, `frames truncated${including}`);
  }

  #placeHolder(indent: number, count: number, what: string): void {
    if (count > 0) {
      this.#line(indent, `${ELLIPSIS} ${String(count)} ${what}`);
    }
  }

  #frame(frame: StackFrame, indent: number): void {
    if (!this.#isFull) {
      this.#line(indent, `at ${this.#style.neutralise(frameText(frame, this.#style.abbreviate))}`);
    }
  }
}

/** A frame of Java with its class name shortened; one of JavaScript, whose types have no package, as it is. */
function frameText(frame: StackFrame, abbreviate: (className: string) => string): string {
  const { text, className, methodName = "" } = frame;
  return className === undefined || !isJavaFrame(frame) ? text : `${abbreviate(className)}.${methodName}${text.slice(text.indexOf("("))}`;
}
