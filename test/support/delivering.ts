import { onTestFinished } from "vitest";
import type { DeliveringAppender } from "../../src/appender/delivering-appender.js";
import { complaints, configured, type Configured } from "./configured.js";

/** A configuration in force, with one appender that sends over a network. */
export interface Delivering extends Configured {
  readonly appender: DeliveringAppender;
  /** WARN and ERROR so far, without their places. */
  said(): string[];
}

/** An appender of that class with these elements in it, and a root logger that writes to it; until the test ends. */
export function delivering(className: string, elements: string, properties = ""): Delivering {
  const made = configured();
  made.configure(`<configuration>${properties}<appender name="SENDER" class="${className}">${elements}</appender>
    <root level="INFO"><appender-ref ref="SENDER"/></root></configuration>`);
  onTestFinished(() => made.context.stop());
  const appender = made.context.findAppender("SENDER") as DeliveringAppender;
  return { ...made, appender, said: () => complaints(made.context.statusManager.statuses).map((text) => text.replace(/ (?:logback\.xml:\d+:\d+|-) /, " ")) };
}
