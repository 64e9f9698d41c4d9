import { ROOT_NAME } from "../../core/logger-context.js";
import { loggerDraft } from "../draft.js";
import type { ElementHandler } from "../element-handler.js";
import { readLevelAndReferences } from "./level-and-references.js";

/**
 * `<root level="INFO"><appender-ref ref="STDOUT"/></root>`: the logger above all others. DEBUG unless a level is given.
 *
 * Source: Logback manual, "Configuration", configuring the root logger.
 */
export const rootElement: ElementHandler = {
  names: ["root"],
  attributes: ["level", "additivity", "name"],
  isLate: true,
  read: (element, reading, origin) => {
    readLevelAndReferences(element, ROOT_NAME, loggerDraft(reading.draft, ROOT_NAME), reading, origin);
  },
};
