import type { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { FileNamePattern } from "../../src/rolling/file-name-pattern.js";
import { FixedWindowRollingPolicy } from "../../src/rolling/fixed-window-rolling-policy.js";
import { SizeAndTimeBasedFileNamingAndTriggeringPolicy } from "../../src/rolling/size-and-time-based-file-naming-and-triggering-policy.js";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { SizeBasedTriggeringPolicy } from "../../src/rolling/size-based-triggering-policy.js";
import { TimeBasedRollingPolicy } from "../../src/rolling/time-based-rolling-policy.js";
import type { RollingPolicy } from "../../src/rolling/rolling-policy.js";
import { shortName } from "./describe-appender.js";

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** What the corpus tells of a rolling file beside what it tells of every file. */
export function describeRolling({ file, rollingPolicy, triggeringPolicy }: RollingFileAppender, now: number): object {
  const trigger = triggeringPolicy instanceof SizeBasedTriggeringPolicy ? { triggeringPolicy: { class: shortName(triggeringPolicy), maxFileSize: triggeringPolicy.maxFileSize } } : {};
  if (rollingPolicy === undefined) {
    return { file: null, ...trigger };
  }
  return {
    file: file ?? activeFile(rollingPolicy, now),
    rollingPolicy: describePolicy(rollingPolicy),
    ...trigger,
    ...(triggeringPolicy === (rollingPolicy as unknown) ? { triggeringPolicy: "same" } : {}),
  };
}

/** The name of the file that is written to, where the policy decides it; Logback does not know it while the policy lacks something. */
function activeFile(policy: RollingPolicy, now: number): string | null {
  const pattern = FileNamePattern.parse(policy.fileNamePattern, SILENT);
  const lacksSize = policy instanceof SizeAndTimeBasedRollingPolicy ? policy.maxFileSize === undefined : policy instanceof TimeBasedRollingPolicy && countsNothing(policy) && pattern?.hasIndex === true;
  return lacksSize ? null : (pattern?.withCompression(undefined).format(now) ?? null);
}

function countsNothing({ namingAndTriggering }: TimeBasedRollingPolicy): boolean {
  return !(namingAndTriggering instanceof SizeAndTimeBasedFileNamingAndTriggeringPolicy);
}

function describePolicy(policy: RollingPolicy): object {
  const common = { class: shortName(policy), fileNamePatternStr: policy.fileNamePattern };
  if (policy instanceof FixedWindowRollingPolicy) {
    const { minIndex, maxIndex, compression } = policy;
    return { ...common, minIndex, maxIndex, compressionMode: modeOf(compression) };
  }
  if (policy instanceof SizeAndTimeBasedRollingPolicy) {
    const { maxFileSize, maxHistory, totalSizeCap, cleanHistoryOnStart, compression } = policy;
    // Logback looks at the ending first when the size is there.
    const compressionMode = modeOf(maxFileSize === undefined ? undefined : compression);
    const inside = { class: "SizeAndTimeBasedFileNamingAndTriggeringPolicy", maxFileSize };
    return { ...common, maxFileSize, maxHistory, totalSizeCap, cleanHistoryOnStart, compressionMode, namingAndTriggering: inside };
  }
  if (policy instanceof TimeBasedRollingPolicy) {
    const { maxHistory, totalSizeCap, cleanHistoryOnStart, compression, namingAndTriggering } = policy;
    const inside =
      namingAndTriggering instanceof SizeAndTimeBasedFileNamingAndTriggeringPolicy
        ? { class: namingAndTriggering.className, maxFileSize: namingAndTriggering.maxFileSize }
        : { class: shortName(namingAndTriggering) };
    return { ...common, maxHistory, totalSizeCap, cleanHistoryOnStart, compressionMode: modeOf(compression), namingAndTriggering: inside };
  }
  return common;
}

function modeOf(compression: string | undefined): string {
  return compression?.toUpperCase() ?? "NONE";
}
