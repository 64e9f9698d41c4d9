import { timeZone, type TimeZone } from "../util/time-zone.js";
import { instantsOf, offsetMsAt } from "../util/wall-time.js";
import { DateFieldValues } from "./date-field-values.js";
import { printToken, type DateToken, type FileNameToken } from "./file-name-token.js";
import { expressionOf, segmentsOf, type NameField, type NameSegment } from "./name-segment.js";
import { wallTimesOf } from "./wall-times.js";

/** What a name says. */
export interface ParsedFileName {
  /** An instant of the period, milliseconds since 1970-01-01 UTC; `undefined` for a pattern without a date. */
  readonly time: number | undefined;
  /** 0 for a pattern without `%i`. */
  readonly index: number;
}

/** Java's largest `int`. */
const MAX_INDEX = 2_147_483_647;

/**
 * Recognises the names of a pattern: exactly those that the pattern prints.
 *
 * What a name says is read from it, printed again, and compared: a name that only looks alike is none.
 */
export class FileNameMatcher {
  /** What stands between the slashes. */
  readonly segments: readonly NameSegment[];
  readonly #tokens: readonly FileNameToken[];
  readonly #expression: RegExp;
  readonly #fields: readonly NameField[];
  /** The token that tells the time; others on the same clock add what it leaves out. */
  readonly #leading: DateToken | undefined;
  readonly #zone: TimeZone;
  /** The names of one time, asked for again and again while a folder is looked through. */
  #ofTime: { readonly time: number; readonly expression: RegExp } | undefined;

  constructor(tokens: readonly FileNameToken[]) {
    this.#tokens = tokens;
    this.segments = segmentsOf(tokens);
    const pieces = this.segments.flatMap((segment, at) => (at === 0 ? segment.pieces : ["/", ...segment.pieces]));
    this.#expression = expressionOf(pieces);
    this.#fields = pieces.filter((piece) => typeof piece !== "string");
    const dates = tokens.filter((token) => token.kind === "date");
    this.#leading = dates.find(({ isPrimary }) => isPrimary) ?? dates[0];
    this.#zone = timeZone(this.#leading?.zone);
  }

  /** @param near - See `FileNamePattern.parse`. */
  parse(name: string, near: number): ParsedFileName | undefined {
    const match = this.#expression.exec(name);
    if (match === null) {
      return undefined;
    }
    const index = this.#indexIn(match);
    if (index > MAX_INDEX) {
      return undefined;
    }
    if (this.#leading === undefined) {
      return this.#prints(0, index, name) ? { time: undefined, index } : undefined;
    }
    const time = this.#timeIn(match, index, name, near);
    return time === undefined ? undefined : { time, index };
  }

  /** See `FileNamePattern.indexAt`. */
  indexAt(name: string, time: number): number | undefined {
    if (this.#ofTime?.time !== time) {
      const pieces = this.#tokens.map((token) => (token.kind === "index" ? { token } : printToken(token, time, 0)));
      this.#ofTime = { time, expression: expressionOf(pieces) };
    }
    const match = this.#ofTime.expression.exec(name);
    const index = Number(match?.[1] ?? 0);
    return match !== null && index <= MAX_INDEX && this.#prints(time, index, name) ? index : undefined;
  }

  #indexIn(match: RegExpExecArray): number {
    const at = this.#fields.findIndex(({ token }) => token.kind === "index");
    return at < 0 ? 0 : Number(match[at + 1]);
  }

  /** The latest time up to `near` that is printed like this; the earliest after it when there is none. */
  #timeIn(match: RegExpExecArray, index: number, name: string, near: number): number | undefined {
    const values = new DateFieldValues();
    for (const isLeading of [true, false]) {
      this.#fields.forEach((field, at) => {
        if ("element" in field && (field.token === this.#leading) === isLeading && field.token.zone === this.#leading?.zone) {
          values.read(field.element, match[at + 1] ?? "");
        }
      });
    }
    let later: number | undefined;
    for (const wall of wallTimesOf(values, near + offsetMsAt(this.#zone, near))) {
      const time = instantsOf(this.#zone, wall).find((instant) => this.#prints(instant, index, name));
      if (time !== undefined && time <= near) {
        return time;
      }
      later = time ?? later;
    }
    return later;
  }

  #prints(time: number, index: number, name: string): boolean {
    let at = 0;
    for (const token of this.#tokens) {
      const text = printToken(token, time, index);
      if (!name.startsWith(text, at)) {
        return false;
      }
      at += text.length;
    }
    return at === name.length;
  }
}
