import { ROOT_NAME } from "../../core/logger-context.js";
import { loggerDraft } from "../draft.js";
import type { ElementHandler } from "../element-handler.js";
import { findAttribute } from "../reading.js";
import { isInherited, readLevelAndReferences } from "./level-and-references.js";

/**
 * `<root level="INFO"><appender-ref ref="STDOUT"/></root>`: the logger above all others. DEBUG unless a level is given.
 * Status ERROR for the level `INHERITED` or `NULL`: the element is ignored with all that it holds, as in Logback.
 *
 * Source: Logback manual, "Configuration", configuring the root logger.
 */
export const rootElement: ElementHandler = {
  names: ["root"],
  attributes: ["level", "additivity", "name"],
  isLate: true,
  read: (element, reading, origin) => {
    const level = findAttribute(element, "level");
    if (level !== undefined && isInherited(level.value)) {
      reading.report(origin, level.position).error(`The level of the root logger cannot be ${level.value}: there is nothing above it to inherit from. This <root> is ignored with its appenders.`);
      return;
    }
    readLevelAndReferences(element, ROOT_NAME, loggerDraft(reading.draft, ROOT_NAME), reading, origin);
  },
};
