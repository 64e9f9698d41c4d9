import type { Report } from "./component.js";
import type { StatusDetails, StatusManager } from "./status.js";

/** A report whose messages become statuses with these details. */
export function reportTo(statusManager: StatusManager, details: StatusDetails): Report {
  return {
    info: (message) => {
      statusManager.info(message, details);
    },
    warn: (message) => {
      statusManager.warn(message, details);
    },
    error: (message, cause) => {
      statusManager.error(message, { ...details, cause });
    },
  };
}
