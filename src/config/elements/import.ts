import type { ElementHandler } from "../element-handler.js";

/**
 * `<import class="ch.qos.logback.core.FileAppender"/>`: the short name stands for the class below and above.
 *
 * A file with imports says itself what its short names mean, so other short names are not guessed in it.
 *
 * Source: Logback manual, "Configuration", import element.
 */
export const importElement: ElementHandler = {
  names: ["import"],
  isLeaf: true,
  attributes: ["class"],
  // Appenders are built when all elements are read, so an import below one still counts.
  read: (element, reading, origin) => {
    const className = reading.attribute(element, "class", origin);
    const report = reading.report(origin, element.position);
    if (className === undefined || className === "") {
      report.error(`Missing attribute [class] on <import>; it is ignored.`);
      return;
    }
    if (!className.includes(".")) {
      report.warn(`[${className}] could not be imported due to incorrect format: expected a class with its package.`);
    }
    reading.import(className);
  },
};
