import { CategorisedError, requireCategories } from "./core/categorised-error.js";
import type { Category } from "./core/category.js";
import { exceptionText } from "./core/exception-text.js";
import { exceptionIds } from "./global.js";

/**
 * What an {@link OXException} is made of.
 *
 * @public
 */
export interface OXExceptionOptions {
  /** The part of the service it is from, such as `MSG`; `OX` unless given. */
  readonly prefix?: string;
  /** Tells exceptions of one prefix apart; 9999 unless given. */
  readonly code?: number;
  /** One or several; `ERROR` unless given. */
  readonly categories?: Category | readonly Category[];
  /** What else is to be logged, each on a line of its own in the order of the names. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** That of an exception of another process, for one that stands for it; a new one unless given. */
  readonly exceptionId?: string;
  readonly cause?: unknown;
}

/**
 * An exception as the servers of Open-Xchange log it:
 * `com.openexchange.exception.OXException: MSG-1013 Categories=USER_INPUT Message='...' exceptionID=-1316379722-11`.
 *
 * A user who is shown its {@link OXException.exceptionId} can be helped: the log has it too.
 *
 * Source: Open-Xchange, `com.openexchange.exception.OXException`.
 *
 * @public
 */
export class OXException extends CategorisedError {
  override name = "com.openexchange.exception.OXException";
  // No own properties: `message` tells both.
  readonly #logMessage: string | undefined;
  readonly #exceptionId: string;

  /**
   * @param logMessage - For the log, not for the user; `[Not available]` unless given.
   * @throws TypeError for a category that is none, RangeError for a code that is not an integer from 0 on.
   */
  constructor(logMessage?: string, options: OXExceptionOptions = {}) {
    const { prefix = "OX", code = 9999, properties = {}, exceptionId = exceptionIds().next(), cause } = options;
    const categories = requireCategories("OXException", options.categories ?? "ERROR");
    if (!Number.isSafeInteger(code) || code < 0) {
      throw new RangeError(`OXException: expected a code that is an integer from 0 on, got ${String(code)}.`);
    }
    const errorCode = `${prefix}-${String(code).padStart(4, "0")}`;
    super(exceptionText({ code: errorCode, categories, message: logMessage, exceptionId, properties }), { categories, code: errorCode, cause });
    this.#logMessage = logMessage;
    this.#exceptionId = exceptionId;
  }

  /** What was given as the message; `message` has all of the text that is logged. */
  get logMessage(): string | undefined {
    return this.#logMessage;
  }

  /** A number for the process, and one that counts its exceptions. */
  get exceptionId(): string {
    return this.#exceptionId;
  }
}
