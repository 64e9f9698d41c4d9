import type { Report } from "../core/component.js";

/** For parts that are made in code: what would be a status ERROR of a configuration is thrown. */
export const THROWING_REPORT: Report = {
  info: () => {},
  warn: () => {},
  error: (message) => {
    throw new RangeError(message);
  },
};
