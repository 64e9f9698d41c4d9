import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";
import { findAttribute } from "../reading.js";

/**
 * `<conversionRule conversionWord="clr" class="org.springframework.boot.logging.logback.ColorConverter"/>`
 *
 * Binds a conversion word to a converter, for all patterns of the file. Both attributes are required; `converterClass`, the old
 * name of `class`, is taken with a WARN. A word that Logback has is replaced.
 *
 * Source: Logback manual, "Layouts", creating a custom conversion specifier.
 */
export const conversionRuleElement: ElementHandler = {
  names: ["conversionRule"],
  isLeaf: true,
  attributes: ["conversionWord", "class", "converterClass"],
  read: (element, reading, origin) => {
    const word = reading.attribute(element, "conversionWord", origin);
    const old = findAttribute(element, "converterClass");
    if (old !== undefined) {
      reading.report(origin, old.position).warn(`[converterClass] attribute is deprecated and replaced by [class].`);
    }
    if (word === undefined || word === "") {
      reading.report(origin, element.position).error(`Expected an attribute "conversionWord" on <${element.name}>; the rule is ignored.`);
      return;
    }
    const converter = buildTopLevel("converter", element, reading, origin, findAttribute(element, "class") === undefined ? "converterClass" : "class");
    if (converter !== undefined) {
      reading.keepNamed("converter", word, converter, element);
    }
  },
};
