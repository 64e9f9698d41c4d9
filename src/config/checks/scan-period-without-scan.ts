import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";

/** `scanPeriod` without `scan="true"`. */
export const scanPeriodWithoutScan: Check = {
  name: "scan-period-without-scan",
  find: ({ root }) => {
    const period = findAttribute(root, "scanPeriod");
    return period === undefined || findAttribute(root, "scan") !== undefined
      ? []
      : [{ element: root, at: period.position, message: 'scanPeriod alone does nothing: the file is not looked at again. Write scan="true" too.' }];
  },
};
