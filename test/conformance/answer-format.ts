import { formatTemplate, parseTemplate } from "../../src/core/message-format.js";
import { isThrowable } from "../../src/core/safe-access.js";
import { argumentOf } from "./answer-pattern.js";

export interface FormatInput {
  readonly message: string | null;
  readonly args: readonly unknown[] | null;
}

export interface FormatAnswer {
  readonly output: string | null;
  /** Message of the error that was the last argument. */
  readonly throwable: string | null;
}

/** Answers a case of kind `format`, by the same steps as a log call. */
export function answerFormat({ message, args }: FormatInput): FormatAnswer {
  const values = (args ?? []).map(argumentOf);
  const last = values.at(-1);
  const throwable = isThrowable(last) ? last.message : null;
  const rest = throwable === null ? values : values.slice(0, -1);
  return { output: message === null ? null : formatTemplate(parseTemplate(message), rest), throwable };
}
