import { conditionElement } from "./elements/condition.js";
import { elementsOfProfile } from "./elements/spring-profile.js";
import { findAttribute, originOf, type ConfigurationReading } from "./reading.js";
import { conditionFor } from "./condition-hint.js";
import { reportUnread } from "./unread-branch.js";
import type { XmlElement } from "./xml/parse.js";

/** What the condition must say for the elements of a branch to count. */
const BRANCHES: ReadonlyMap<string, boolean> = new Map([
  ["then", true],
  ["else", false],
]);

/** Says whether the `then` or the `else` branch of an `<if>` counts. */
export interface Condition {
  evaluate(): boolean;
}

/**
 * The elements of an `<if>` that count: those of `<then>` or `<else>`, as the `<condition>` before it says; neither without
 * one. What stands directly in it counts always, as in Logback.
 *
 * The old `condition` attribute held an expression in Java; it is not evaluated and decides nothing, here as in Logback.
 *
 * @param parent - Name of the element that they count in.
 */
export function branchOf(element: XmlElement, parent: string, reading: ConfigurationReading, origin: string): readonly XmlElement[] {
  const expression = findAttribute(element, "condition");
  if (expression !== undefined && expression.value.trim() !== "") {
    const consequence = reading.condition === undefined ? "neither branch counts" : "only the <condition> before it counts";
    reading.report(origin, expression.position).error(`The "condition" attribute of <if> is not evaluated, so ${consequence}: no code in configuration. ${conditionFor(expression.value)}`);
  }
  reading.checkAttributes(element, ["condition"], origin);
  const decision = reading.condition;
  reading.condition = undefined;
  return element.children.flatMap((child) => {
    const branch = BRANCHES.get(child.name.toLowerCase());
    if (branch === undefined) {
      return [child];
    }
    if (decision === branch) {
      return child.children;
    }
    reportUnread(child.children, parent, reading, originOf(child, origin));
    return [];
  });
}

/**
 * An element with every `<if>` and `<springProfile>` inside it settled, at any depth, for elements that are not read child by
 * child. Logback warns of such an `<if>`, and so do we.
 */
export function withConditionsSettled(element: XmlElement, reading: ConfigurationReading, origin: string): XmlElement {
  return hasConditionals(element) ? { ...element, children: settled(element.children, element.name, reading, origin) } : element;
}

function settled(children: readonly XmlElement[], parent: string, reading: ConfigurationReading, origin: string): XmlElement[] {
  return children.flatMap((child) => {
    const childOrigin = originOf(child, origin);
    switch (child.name.toLowerCase()) {
      case "condition":
        conditionElement.read(child, reading, childOrigin);
        return [];
      case "if":
        reading.report(childOrigin, child.position).warn(`<if> elements cannot be nested within an <appender>, <logger> or <root> element; put the whole element into the branches. It is taken all the same.`);
        return settled(branchOf(child, parent, reading, childOrigin), parent, reading, childOrigin);
      case "springprofile":
        return settled(elementsOfProfile(child, parent, reading, childOrigin), parent, reading, childOrigin);
      default:
        return [withConditionsSettled(child, reading, childOrigin)];
    }
  });
}

function hasConditionals({ children }: XmlElement): boolean {
  return children.some((child) => ["if", "springprofile"].includes(child.name.toLowerCase()) || hasConditionals(child));
}
