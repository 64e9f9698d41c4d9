import { parseDuration } from "../../util/duration.js";
import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";

/** `scanPeriod="30"`, which counts milliseconds as in Logback. */
export const scanPeriodUnit: Check = {
  name: "scan-period-unit",
  find: ({ root, reading }) => {
    const period = findAttribute(root, "scanPeriod");
    const text = period === undefined ? "" : reading.substituteSilently(period.value).trim();
    return period === undefined || !/^\d+$/.test(text) || (parseDuration(text)?.millis ?? 0) <= 0
      ? []
      : [{ element: root, at: period.position, message: `scanPeriod="${text}" counts milliseconds, since there is no unit. Write scanPeriod="${text} seconds" if that is meant.` }];
  },
};
