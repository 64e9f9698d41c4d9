import { loggerDraft } from "../draft.js";
import type { ElementHandler } from "../element-handler.js";
import { findAttribute } from "../reading.js";
import { readLevelAndReferences } from "./level-and-references.js";

/**
 * `<logger name="com.acme" level="DEBUG" additivity="false"><appender-ref ref="FILE"/></logger>`
 *
 * - `level`: also as a nested `<level value="..."/>`; `INHERITED` or `NULL` takes it from above.
 * - `additivity`: `false` keeps events from the appenders above; `true` unless given.
 *
 * Source: Logback manual, "Configuration", configuring loggers.
 */
export const loggerElement: ElementHandler = {
  names: ["logger"],
  attributes: ["name", "level", "additivity"],
  isLate: true,
  read: (element, reading, origin) => {
    const name = reading.attribute(element, "name", origin);
    if (name === undefined || name === "") {
      reading.report(origin, element.position).error(`Expected an attribute "name" on <logger>; the element is ignored.`);
      return;
    }
    const logger = loggerDraft(reading.draft, name);
    const additivity = reading.attribute(element, "additivity", origin);
    // As in Logback, a blank one says nothing.
    if (additivity !== undefined && additivity.trim() !== "") {
      logger.additive = additivity.trim().toLowerCase() !== "false";
      if (logger.additive && additivity.trim().toLowerCase() !== "true") {
        reading.report(origin, findAttribute(element, "additivity")?.position ?? element.position).warn(`"${additivity}" is neither true nor false; true is used.`);
      }
    }
    readLevelAndReferences(element, name, logger, reading, origin);
  },
};
