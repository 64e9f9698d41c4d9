import { formatTemplate, parseTemplate } from "../../src/core/message-format.js";
import { isThrowable } from "../../src/core/printable.js";

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
  const values = (args ?? []).map(valueOf);
  const last = values.at(-1);
  const throwable = isThrowable(last) ? last.message : null;
  const rest = throwable === null ? values : values.slice(0, -1);
  return { output: message === null ? null : formatTemplate(parseTemplate(message), rest), throwable };
}

function valueOf(value: unknown): unknown {
  if (typeof value === "object" && value !== null && "$error" in value) {
    const error = new Error(String(value.$error));
    error.name = "java.lang.RuntimeException";
    return error;
  }
  return value;
}
