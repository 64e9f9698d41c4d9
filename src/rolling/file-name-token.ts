import type { DateFormat } from "../util/date-format.js";

/** A piece of a file name pattern. */
export type FileNameToken = TextToken | IndexToken | DateToken;

/** Literal text, with slashes. */
export interface TextToken {
  readonly kind: "text";
  readonly text: string;
}

/** `%i`, or `%3i` for an index of at least three digits. */
export interface IndexToken {
  readonly kind: "index";
  readonly minDigits: number;
}

/** `%d{pattern, zone, aux}` */
export interface DateToken {
  readonly kind: "date";
  readonly datePattern: string;
  /** Zone id; the system's zone when `undefined`. */
  readonly zone: string | undefined;
  /** False with `aux`: it names a folder or the like, and does not decide when files roll. */
  readonly isPrimary: boolean;
  readonly format: DateFormat;
}

/** What a token stands for in the name of a time and an index. */
export function printToken(token: FileNameToken, epochMs: number, index: number): string {
  switch (token.kind) {
    case "text":
      return token.text;
    case "index":
      return String(index).padStart(token.minDigits, "0");
    case "date":
      return token.format.format(epochMs);
  }
}
