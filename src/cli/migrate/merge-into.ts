import { MigrationError } from "./migration-error.js";
import type { OpenXchangeChanges } from "./open-xchange-changes.js";
import { escapedAttribute } from "./print-xml.js";
import type { Remarks } from "./remark.js";
import { XmlEditing } from "./xml-editing.js";
import type { OutlinedAttribute, OutlinedElement } from "./xml-outline.js";

const ASYNC = "ASYNC";
const ACTIVATOR = "syslogPatternLayoutActivator";

/**
 * A `logback.xml` with what old configurations change in it.
 *
 * A logger has one key, its name: its level is replaced, or a logger is appended. A root with another level is replaced as a
 * whole and refers to ASYNC; ASYNC hands events on to the new destination. Whatever is not changed stays as it is.
 *
 * Source: Open-Xchange, the scripts of its package open-xchange-core.
 *
 * @throws MigrationError where the file is no configuration or has no ASYNC.
 * @throws XmlError where it is not well-formed.
 */
export function mergeInto(text: string, changes: OpenXchangeChanges, remarks: Remarks): string {
  const editing = new XmlEditing(text);
  const { root: configuration } = editing;
  if (configuration.name.toLowerCase() !== "configuration") {
    throw new MigrationError(`Expected a logback.xml with <configuration>, got <${configuration.name}>.`, configuration);
  }
  setDestination(editing, changes.destination, remarks);
  activateWords(editing, remarks);
  const added = [...setLevels(editing, changes.levels, remarks), ...setRoot(editing, changes.rootLevel, remarks)];
  if (added.length > 0) {
    editing.append(configuration, added);
  }
  return editing.result();
}

function setDestination(editing: XmlEditing, destination: string, remarks: Remarks): void {
  const [async, another] = childrenOf(editing.root, "appender").filter((appender) => find(appender, "name")?.value === ASYNC);
  if (async === undefined) {
    throw new MigrationError(`Expected <appender name="${ASYNC}"> in <configuration>, got none: it is what hands events on to ${destination}. Take it from the logback.xml that Open-Xchange ships.`, editing.root);
  }
  if (another !== undefined) {
    throw new MigrationError(`Expected one <appender name="${ASYNC}">, got a second; the first is in line ${async.line}.`, another);
  }
  const reference = childrenOf(async, "appender-ref")[0];
  const ref = reference === undefined ? undefined : find(reference, "ref");
  if (ref?.value === destination) {
    return;
  }
  if (reference === undefined) {
    editing.append(async, [referenceTo(destination)]);
  } else {
    setAttribute(editing, reference, "ref", destination);
  }
  remarks.note(reference?.line ?? async.line, `${ASYNC} hands events on to ${destination}${ref === undefined ? "" : `, no longer to ${ref.value}`}.`);
}

function activateWords(editing: XmlEditing, remarks: Remarks): void {
  const { root: configuration } = editing;
  if (childrenOf(configuration, "define").some((define) => find(define, "name")?.value === ACTIVATOR)) {
    return;
  }
  const define = `<define name="${ACTIVATOR}" class="com.openexchange.logback.extensions.SyslogPatternLayoutActivator"/>`;
  const listener = childrenOf(configuration, "contextListener").at(-1);
  if (listener === undefined) {
    editing.prepend(configuration, define);
  } else {
    editing.addBehind(listener, define);
  }
  remarks.note(listener?.line ?? configuration.line, `<define name="${ACTIVATOR}"> is added: it makes Open-Xchange's conversion words known.`);
}

/** @returns What is to be appended. */
function setLevels(editing: XmlEditing, levels: ReadonlyMap<string, string>, remarks: Remarks): string[] {
  const there = new Set<string>();
  for (const logger of childrenOf(editing.root, "logger")) {
    const name = find(logger, "name")?.value ?? "";
    const level = levels.get(name);
    if (level !== undefined) {
      there.add(name);
      setLevel(editing, logger, level, `Logger [${name}]`, remarks);
    }
  }
  return [...levels].filter(([name]) => !there.has(name)).map(([name, level]) => {
    remarks.note(editing.root.line, `Logger [${name}] is appended with level ${level}.`);
    return `<logger name="${asciiAttribute(name)}" level="${level}"/>`;
  });
}

/** @returns What is to be appended. */
function setRoot(editing: XmlEditing, level: string | undefined, remarks: Remarks): string[] {
  const roots = childrenOf(editing.root, "root");
  for (const root of roots) {
    const references = childrenOf(root, "appender-ref");
    const kept = references.find((reference) => find(reference, "ref")?.value === ASYNC) ?? (level === undefined ? undefined : references[0]);
    if (level !== undefined) {
      setLevel(editing, root, level, "The root", remarks);
      for (const reference of references.filter((one) => one !== kept)) {
        editing.remove(reference);
        remarks.warn(reference.line, `The root refers to ${ASYNC} only, no longer to [${find(reference, "ref")?.value ?? ""}].`);
      }
    }
    if (kept === undefined) {
      editing.append(root, [referenceTo(ASYNC)]);
      remarks.note(root.line, `The root refers to ${ASYNC} too.`);
    } else if (find(kept, "ref")?.value !== ASYNC) {
      setAttribute(editing, kept, "ref", ASYNC);
      remarks.warn(kept.line, `The root refers to ${ASYNC} only, no longer to [${find(kept, "ref")?.value ?? ""}].`);
    }
  }
  return roots.length > 0 ? [] : [`<root level="${level ?? "INFO"}">\n\t${referenceTo(ASYNC)}\n</root>`];
}

/** As attribute or as `<level value="..."/>`, whichever is there. */
function setLevel(editing: XmlEditing, element: OutlinedElement, level: string, who: string, remarks: Remarks): void {
  const written = [element, ...childrenOf(element, "level")].flatMap((one) => find(one, one === element ? "level" : "value") ?? []);
  const others = written.filter(({ value }) => value.trim().toUpperCase() !== level);
  for (const attribute of others) {
    editing.setValue(attribute, level);
  }
  if (written.length === 0) {
    setAttribute(editing, element, "level", level);
  }
  if (others.length > 0 || written.length === 0) {
    const before = others.map(({ value }) => value.trim()).filter((value) => value !== "");
    remarks.note(element.line, `${who}: ${before.length === 0 ? `${level} is set` : `${before.join(", ")} becomes ${level}`}.`);
  }
}

function setAttribute(editing: XmlEditing, element: OutlinedElement, name: string, value: string): void {
  const attribute = find(element, name);
  if (attribute === undefined) {
    editing.addAttribute(element, name, value, find(element, "name"));
  } else {
    editing.setValue(attribute, value);
  }
}

/** The file may be in an encoding that has no other characters. */
function asciiAttribute(text: string): string {
  return escapedAttribute(text).replace(/[^ -~]/gu, (character) => `&#${character.codePointAt(0)};`);
}

function referenceTo(appender: string): string {
  return `<appender-ref ref="${appender}"/>`;
}

function childrenOf({ children }: OutlinedElement, wanted: string): OutlinedElement[] {
  return children.filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

function find({ attributes }: OutlinedElement, wanted: string): OutlinedAttribute | undefined {
  return attributes.find(({ name }) => name === wanted);
}
