import type { StackFrame } from "../core/throwable-info.js";
import { Matcher } from "../evaluator/matcher.js";
import { thrownMessage } from "../util/thrown-message.js";

/** Whether a frame is one of those that are looked for. */
export type FrameTest = (frame: StackFrame) => boolean;

/**
 * Whether one of the expressions is found in a frame: in `class.method` of Java, in all of a frame of JavaScript.
 * `undefined` where there are none. One that cannot be used is reported and left out.
 */
export function frameFinder(expressions: readonly string[], report: { error(message: string): void }): FrameTest | undefined {
  const matchers = expressions.flatMap((expression) => {
    try {
      return [new Matcher("frame", expression)];
    } catch (cause) {
      report.error(`${thrownMessage(cause)} It is left out.`);
      return [];
    }
  });
  return matchers.length === 0 ? undefined : (frame) => matchers.some((each) => each.matches(searchedText(frame)));
}

/** The entries of a list with commas between. */
export function listed(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function searchedText(frame: StackFrame): string {
  const { text, className, methodName = "" } = frame;
  return className === undefined || !isJavaFrame(frame) ? text : `${className}.${methodName}`;
}

/** `pkg.Cls.method(File.java:12)`, where V8 has a blank before the parenthesis. */
export function isJavaFrame({ text }: StackFrame): boolean {
  return text.endsWith(")") && text[text.indexOf("(") - 1] !== " ";
}
