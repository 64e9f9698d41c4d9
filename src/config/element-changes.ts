import type { ElementDescription } from "./element-description.js";
import { isSecret } from "../util/secret-name.js";

/** Values are shown up to this length. */
const LONGEST_VALUE = 120;

/** What differs in two elements, in words: `maxHistory 7 -> 30`, `filter added`. */
export function elementChanges(before: ElementDescription, after: ElementDescription): string[] {
  const changes: string[] = [];
  const attributes = new Set([...before.attributes, ...after.attributes].map(([name]) => name));
  for (const name of attributes) {
    const [from, to] = [attributeOf(before, name), attributeOf(after, name)];
    if (from !== to) {
      changes.push(change(name, from, to));
    }
  }
  if (before.text !== after.text) {
    changes.push(change(before.name, before.text, after.text));
  }
  return [...changes, ...childChanges(before.children, after.children)];
}

/** `name from -> to`, without what may be a secret. */
export function change(name: string, from: string | undefined, to: string | undefined): string {
  return isSecret(name) ? `${name} changed` : `${name} ${shown(from)} -> ${shown(to)}`;
}

/** Children are compared with those of the same name, in their order. */
function childChanges(before: readonly ElementDescription[], after: readonly ElementDescription[]): string[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap((name) => {
    const from = before.filter((child) => child.name === name);
    const to = after.filter((child) => child.name === name);
    return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => pairChanges(from[index], to[index])).flat();
  });
}

function pairChanges(before: ElementDescription | undefined, after: ElementDescription | undefined): string[] {
  if (before !== undefined && after !== undefined) {
    return elementChanges(before, after);
  }
  const only = (before ?? after) as ElementDescription;
  if (only.children.length === 0 && only.text !== "") {
    return [change(only.name, before?.text, after?.text)];
  }
  return [`${only.name} ${before === undefined ? "added" : "removed"}`];
}

function attributeOf({ attributes }: ElementDescription, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

function shown(value: string | undefined): string {
  if (value === undefined || value === "") {
    return "nothing";
  }
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value;
}
