import { parseDuration } from "../../util/duration.js";
import { lastPart } from "../../util/last-part.js";
import type { ElementHandler } from "../element-handler.js";

const CURRENT = "DefaultShutdownHook";
const RENAMED = "DelayingShutdownHook";

/**
 * `<shutdownHook class="ch.qos.logback.core.hook.DefaultShutdownHook"><delay>1 second</delay></shutdownHook>`
 *
 * Taken for what it asks: at the end of the process everything is written out. That happens here in any case, without
 * delay: a process that ends runs no timer any more.
 *
 * Source: Logback manual, "Configuration", shutdown hook.
 */
export const shutdownHookElement: ElementHandler = {
  names: ["shutdownHook"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    const className = reading.attribute(element, "class", origin);
    const report = reading.report(origin, element.position);
    const shortName = className === undefined ? undefined : lastPart(className);
    if (shortName === RENAMED) {
      report.warn(`${RENAMED} was renamed ${CURRENT}; please use the new class name.`);
    } else if (shortName !== undefined && shortName !== CURRENT) {
      report.error(`No shutdown hook of class [${className}] is known; it is left out. At the end of the process everything is written out all the same.`);
      return;
    }
    for (const child of element.children) {
      const text = reading.substitute(child.text, origin, child.position).trim();
      if (child.name.toLowerCase() !== "delay") {
        reading.report(origin, child.position).warn(`Ignoring unknown property [${child.name}] in <shutdownHook>.`);
      } else if (parseDuration(text) === undefined) {
        reading.report(origin, child.position).warn(`"${text}" is no time to wait; it is ignored.`);
      }
    }
    reading.draft.hasShutdownHook = true;
  },
};
