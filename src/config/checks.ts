import { archiveEnding } from "./checks/archive-ending.js";
import { bareVariable } from "./checks/bare-variable.js";
import { callerDataBehindAsync } from "./checks/caller-data-behind-async.js";
import type { Check } from "./checks/check.js";
import { dateLetters } from "./checks/date-letters.js";
import { discardingThreshold } from "./checks/discarding-threshold.js";
import { duplicateOutput } from "./checks/duplicate-output.js";
import { emptyLevel } from "./checks/empty-level.js";
import { filtersLetNothingPass } from "./checks/filters-let-nothing-pass.js";
import { historyPeriod } from "./checks/history-period.js";
import { idleLevelFilter } from "./checks/idle-level-filter.js";
import { levelOutOfReach } from "./checks/level-out-of-reach.js";
import { lineEnd } from "./checks/line-end.js";
import { log4jLoggerName } from "./checks/log4j-logger-name.js";
import { loggerName } from "./checks/logger-name.js";
import { lostEvents } from "./checks/lost-events.js";
import { missingEncoder } from "./checks/missing-encoder.js";
import { missingPart } from "./checks/missing-part.js";
import { percentBehindGroup } from "./checks/percent-behind-group.js";
import { rawMessageInFile } from "./checks/raw-message-in-file.js";
import { relativeFile } from "./checks/relative-file.js";
import { repeatedLogger } from "./checks/repeated-logger.js";
import { rolledFileName } from "./checks/rolled-file-name.js";
import { rollingPolicies } from "./checks/rolling-policies.js";
import { rootAttributes } from "./checks/root-attributes.js";
import { scanPeriodUnit } from "./checks/scan-period-unit.js";
import { scanPeriodWithoutScan } from "./checks/scan-period-without-scan.js";
import { secretInContext } from "./checks/secret-in-context.js";
import { sizeCapWithoutHistory } from "./checks/size-cap-without-history.js";
import { sizeInTimePolicy } from "./checks/size-in-time-policy.js";
import { timeZone } from "./checks/time-zone.js";
import { undefinedVariable } from "./checks/undefined-variable.js";
import { unreferencedAppender } from "./checks/unreferenced-appender.js";
import { unusableFile } from "./checks/unusable-file.js";

/** Every check for mistakes that Logback takes silently. */
export const CHECKS: readonly Check[] = [
  archiveEnding,
  bareVariable,
  callerDataBehindAsync,
  dateLetters,
  discardingThreshold,
  duplicateOutput,
  emptyLevel,
  filtersLetNothingPass,
  historyPeriod,
  idleLevelFilter,
  levelOutOfReach,
  lineEnd,
  log4jLoggerName,
  loggerName,
  lostEvents,
  missingEncoder,
  missingPart,
  percentBehindGroup,
  rawMessageInFile,
  relativeFile,
  repeatedLogger,
  rolledFileName,
  rollingPolicies,
  rootAttributes,
  scanPeriodUnit,
  scanPeriodWithoutScan,
  secretInContext,
  sizeCapWithoutHistory,
  sizeInTimePolicy,
  timeZone,
  undefinedVariable,
  unreferencedAppender,
  unusableFile,
];
