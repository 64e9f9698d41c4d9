import type { Check, Finding } from "./check.js";
import { conversionsIn } from "./conversions.js";
import { rollingAppenders, type RollingElements } from "./rolling-appenders.js";
import { childrenNamed, childText } from "./search.js";

/** A `<fileNamePattern>` that lacks what its policy needs, or has what it cannot use. */
export const rolledFileName: Check = {
  name: "rolled-file-name",
  find: (configuration) =>
    rollingAppenders(configuration).flatMap((rolling): Finding[] => {
      const { draft, appender, rollingPolicy } = rolling;
      const element = rollingPolicy === undefined ? undefined : childrenNamed(rollingPolicy, "fileNamePattern")[0];
      if (rollingPolicy === undefined || element === undefined) {
        return rollingPolicy === undefined ? [] : [{ element: rollingPolicy, level: "ERROR", message: "<fileNamePattern> is missing: the policy does not know how to name the files, and the appender does not start." }];
      }
      const pattern = childText(configuration, draft, rollingPolicy, "fileNamePattern") ?? "";
      const file = childText(configuration, draft, appender, "file");
      const at = element.textPosition;
      const trouble = troubleWith(pattern, rolling);
      return [
        ...(trouble === undefined ? [] : [{ element, at, level: "ERROR" as const, message: `"${pattern}" ${trouble}` }]),
        ...(file === pattern ? [{ element, at, level: "ERROR" as const, message: "<fileNamePattern> is the same as <file>: a rolled file would have no other name." }] : []),
      ];
    }),
};

function troubleWith(pattern: string, { policyClass, sizeAndTime }: RollingElements): string | undefined {
  const words = conversionsIn(pattern).map(({ word }) => word);
  const hasDate = words.includes("d") || words.includes("date");
  const hasIndex = words.includes("i");
  switch (policyClass) {
    case "FixedWindowRollingPolicy":
      return hasIndex ? undefined : "has no %i: FixedWindowRollingPolicy numbers the files, so the appender does not start.";
    case "SizeAndTimeBasedRollingPolicy":
      return !hasDate ? "has no %d: the policy rolls by the time too, so the appender does not start." : hasIndex ? undefined : "has no %i: files of the same period could not be told apart, so the appender does not start.";
    case "TimeBasedRollingPolicy":
      return !hasDate
        ? "has no %d: the policy rolls by the time, so the appender does not start."
        : hasIndex && sizeAndTime === undefined
          ? "has %i, but TimeBasedRollingPolicy does not number files, so the appender does not start. Use SizeAndTimeBasedRollingPolicy with <maxFileSize>."
          : undefined;
    default:
      return undefined;
  }
}
