import type { XmlElement } from "../xml/parse.js";
import type { Check, Finding } from "./check.js";
import { rollingAppenders } from "./rolling-appenders.js";
import { childrenNamed, childText } from "./search.js";

/** Policies that roll by the time, and compress. */
const TIME_POLICIES: readonly string[] = ["SizeAndTimeBasedRollingPolicy", "TimeBasedRollingPolicy"];

const COMPRESSED = /\.(?:gz|zip|xz)$/;

/** A RollingFileAppender without the policies it needs, or with what they cannot do. */
export const rollingPolicies: Check = {
  name: "rolling-policies",
  find: (configuration) =>
    rollingAppenders(configuration).flatMap(({ draft, appender, rollingPolicy, policyClass, triggeringPolicy }): Finding[] => {
      if (rollingPolicy === undefined) {
        return [failure(appender, "A RollingFileAppender needs a <rollingPolicy>; without one it does not start. For a file that never rolls use a FileAppender.")];
      }
      const isPrudent = childText(configuration, draft, appender, "prudent")?.toLowerCase() === "true";
      if (policyClass === "FixedWindowRollingPolicy") {
        return [
          ...(triggeringPolicy === undefined ? [failure(rollingPolicy, "FixedWindowRollingPolicy needs a <triggeringPolicy> beside it, such as SizeBasedTriggeringPolicy; without one the appender does not start.")] : []),
          ...(childrenNamed(appender, "file").length === 0 ? [failure(rollingPolicy, "FixedWindowRollingPolicy needs a <file> beside it; without one the appender does not start.")] : []),
          ...(isPrudent ? [failure(rollingPolicy, "FixedWindowRollingPolicy cannot work with <prudent>: two processes would rename the same archives. The appender does not start.")] : []),
        ];
      }
      return TIME_POLICIES.includes(policyClass) && isPrudent && COMPRESSED.test(childText(configuration, draft, rollingPolicy, "fileNamePattern") ?? "")
        ? [failure(rollingPolicy, "Archives cannot be compressed with <prudent>: another process may still write to them. The appender does not start.")]
        : [];
    }),
};

function failure(element: XmlElement, message: string): Finding {
  return { element, level: "ERROR", message };
}
