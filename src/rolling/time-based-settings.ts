import { booleanProperty, stringProperty, textProperty, type Report, type TextProperty } from "../core/component.js";
import { formatFileSize } from "../util/file-size.js";
import { withAvailableCompression } from "./compress-xz.js";
import { fileSizeProperty } from "./file-size-property.js";
import { FileNamePattern } from "./file-name-pattern.js";
import { THROWING_REPORT } from "./throwing-report.js";

/**
 * What the policies that roll by time have in common.
 *
 * @public
 */
export interface TimeBasedSettings {
  /** Names of the archives: `logs/app.%d{yyyy-MM-dd}.log.gz`. The ending `.gz`, `.zip` or `.xz` compresses them. */
  readonly fileNamePattern: string;
  /** Periods whose archives are kept beside the present one; 0, the default, keeps all. */
  readonly maxHistory?: number;
  /** Bytes that all archives may take together; 0, the default, is no limit. Only with `maxHistory`. */
  readonly totalSizeCap?: number;
  /** Whether archives that are too old are removed when the appender starts, and not first when it rolls. False unless given. */
  readonly cleanHistoryOnStart?: boolean;
  /** Receives mistakes in the options. Without it they are thrown as RangeError. */
  readonly report?: Report;
}

/** The properties behind {@link TimeBasedSettings}. */
export const TIME_BASED_PROPERTIES: {
  readonly fileNamePattern: TextProperty<string>;
  readonly maxHistory: TextProperty<number>;
  readonly totalSizeCap: TextProperty<number>;
  readonly cleanHistoryOnStart: TextProperty<boolean>;
} = {
  fileNamePattern: stringProperty({ required: true }),
  maxHistory: textProperty(
    (text, report) => {
      const count = /^\+?\d{1,9}$/.test(text) ? Number(text) : undefined;
      if (count === undefined) {
        report.warn(`Expected a number of periods, 0 for all, got "${text}"; 0 is used.`);
      }
      return count;
    },
    { fallback: 0 },
  ),
  totalSizeCap: fileSizeProperty(0, "there is no limit"),
  cleanHistoryOnStart: booleanProperty(false),
};

/** The pattern and the retention, checked. */
export interface CheckedSettings {
  readonly pattern: FileNamePattern;
  readonly maxHistory: number;
  readonly totalSizeCap: number;
  readonly cleanHistoryOnStart: boolean;
  readonly report: Report;
}

/** @throws RangeError when the pattern cannot be read at all. */
export function checkedSettings({ fileNamePattern, maxHistory = 0, totalSizeCap = 0, cleanHistoryOnStart = false, report = THROWING_REPORT }: TimeBasedSettings): CheckedSettings {
  const pattern = FileNamePattern.parse(fileNamePattern, report);
  if (pattern === undefined) {
    throw new RangeError(`"${fileNamePattern}" is no fileNamePattern.`);
  }
  if (maxHistory < 1 && totalSizeCap !== 0) {
    report.warn(`<totalSizeCap> of ${formatFileSize(totalSizeCap)} has no effect without <maxHistory>: archives are never removed.`);
  }
  return { pattern: withAvailableCompression(pattern, report), maxHistory, totalSizeCap, cleanHistoryOnStart, report };
}
