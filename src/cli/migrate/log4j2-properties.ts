import type { XmlAttribute, XmlElement } from "../../config/xml/parse.js";
import { readLog4j2Xml } from "./log4j2-xml.js";
import type { OldConfiguration } from "./old-configuration.js";
import type { PropertyLine } from "./properties-lines.js";
import type { Remarks } from "./remark.js";

/** What is in front of a dot, with what is behind it. */
interface Group {
  /** Where its first key stands. */
  readonly line: number;
  /** Value of the name itself. */
  own?: PropertyLine;
  readonly parts: Map<string, Group>;
}

const ROOT = "rootLogger";
/** A key has no more than these, so that what it stands for can be walked through. */
const MOST_PARTS = 100;

/** What begins a key of Log4j 2 in Apache Karaf. */
const KARAF = "log4j2.";

/** The lines without what Karaf puts before each key. */
export function withoutKarafPrefix(lines: ReadonlyMap<string, PropertyLine>): ReadonlyMap<string, PropertyLine> {
  return new Map([...lines].map(([key, line]) => [key.startsWith(KARAF) ? key.slice(KARAF.length) : key, line]));
}

/** Whether these are keys of JBoss' own LogManager, in WildFly and Quarkus: some are the same as those of Log4j 2. */
export function isJBossProperties(keys: readonly string[]): boolean {
  return keys.some((key) => /^(?:logger\.(?:level|handlers)$|handler\.[^.]+$|formatter\.[^.]+$)/.test(key)) && !keys.some((key) => /^(?:rootLogger|appenders?)(?:\.|$)/.test(key));
}

/** Whether these are keys of Log4j 2. */
export function isLog4j2Properties(keys: readonly string[]): boolean {
  return keys.some((key) => /^(?:rootLogger|appenders?|loggers?)(?:\.|$)/.test(key));
}

/**
 * Reads a `log4j2.properties`, which says with dots what `log4j2.xml` says with elements.
 *
 * Source: Log4j 2 manual, "Configuration file", Java properties features.
 */
export function readLog4j2Properties(lines: ReadonlyMap<string, PropertyLine>, remarks: Remarks): OldConfiguration {
  const { parts } = grouped(lines, remarks);
  const inside = (name: string): Group => parts.get(name) ?? { line: 1, parts: new Map() };
  const containers = new Set(["property", "appender", "appenders", "filter", "filters", "logger", "loggers", ROOT]);
  for (const [name, group] of [...parts].filter(([name]) => !containers.has(name))) {
    for (const key of keysBelow(name, group)) {
      remarks.warn(key.line, `${key.name} is not carried over.`);
    }
  }
  return readLog4j2Xml(
    element("Configuration", { line: 1 }, {
      attributes: [...parts].filter(([name]) => !containers.has(name)).flatMap(([name, group]) => attributesOf(name, group)),
      children: [
        element("Properties", inside("property"), { children: [...inside("property").parts].flatMap(([name, group]) => variables(name, group)) }),
        element("Appenders", inside("appender"), { children: wanted("appender", parts, remarks).flatMap((group) => typed(group, remarks)) }),
        element("Loggers", inside("logger"), {
          children: [...wanted("logger", parts, remarks).map((group) => logger("Logger", group, remarks)), ...(parts.has(ROOT) ? [logger("Root", inside(ROOT), remarks)] : [])],
        }),
        ...wanted("filter", parts, remarks).flatMap((group) => typed(group, remarks)),
      ],
    }),
    remarks,
  );
}

function grouped(lines: ReadonlyMap<string, PropertyLine>, remarks: Remarks): Group {
  const root: Group = { line: 1, parts: new Map() };
  for (const [key, property] of lines) {
    const names = key.split(".");
    if (names.length > MOST_PARTS) {
      remarks.warn(property.line, `A key of ${names.length} parts is not carried over: expected at most ${MOST_PARTS}.`);
      continue;
    }
    let group = root;
    for (const name of names) {
      const next: Group = group.parts.get(name) ?? { line: property.line, parts: new Map() };
      group.parts.set(name, next);
      group = next;
    }
    group.own = property;
  }
  return root;
}

/** Those that the list names; all of them where there is none. */
function wanted(name: string, parts: Group["parts"], remarks: Remarks): Group[] {
  const there = [...(parts.get(name)?.parts ?? [])];
  const list = parts.get(`${name}s`)?.own;
  if (list === undefined) {
    return there.map(([, group]) => group);
  }
  const named = list.value.split(",").map((one) => one.trim()).filter((one) => one !== "");
  for (const missing of named.filter((one) => !there.some(([other]) => other === one))) {
    remarks.warn(list.line, `${name}s names ${missing}, but there is no ${name}.${missing}.`);
  }
  for (const [other, { line }] of there.filter(([one]) => !named.includes(one))) {
    remarks.note(line, `${name}.${other} is left out, as in Log4j 2: ${name}s does not name it.`);
  }
  return there.filter(([one]) => named.includes(one)).map(([, group]) => group);
}

/** The keys that have more behind a dot than this name. */
function keysBelow(name: string, { parts }: Group): { readonly name: string; readonly line: number }[] {
  return [...parts].flatMap(([part, group]) => [...(group.own === undefined ? [] : [{ name: `${name}.${part}`, line: group.own.line }]), ...keysBelow(`${name}.${part}`, group)]);
}

/** A component, by the plugin that its `type` names; where that is missing, the components inside. */
function typed(group: Group, remarks: Remarks, fallback?: string): XmlElement[] {
  const type = group.parts.get("type")?.own?.value.trim() ?? fallback;
  const inside = [...group.parts].filter(([name]) => name !== "type");
  if (type !== undefined) {
    return [element(type, group, { attributes: inside.flatMap(([name, part]) => attributesOf(name, part)), children: inside.filter(([, part]) => part.parts.size > 0).flatMap(([name, part]) => nested(name, part, remarks)) })];
  }
  for (const [name, { own, line }] of inside) {
    if (own !== undefined) {
      remarks.warn(line, `${name}=${own.value} is not carried over: what it belongs to has no type.`);
    }
  }
  return inside.filter(([, part]) => part.parts.size > 0).flatMap(([name, part]) => nested(name, part, remarks));
}

/** `appenderRef` holds references, which need no type. */
function nested(name: string, group: Group, remarks: Remarks): XmlElement[] {
  if (name !== "appenderRef") {
    return typed(group, remarks);
  }
  const isOne = group.parts.get("ref")?.own !== undefined;
  return isOne ? typed(group, remarks, "AppenderRef") : [...group.parts.values()].flatMap((part) => typed(part, remarks, "AppenderRef"));
}

/** `logger.x = DEBUG, A` is short for its level and references. */
function logger(kind: "Logger" | "Root", group: Group, remarks: Remarks): XmlElement {
  const [level = "", ...references] = (group.own?.value ?? "").split(",").map((part) => part.trim()).filter((part, index) => index === 0 || part !== "");
  const short = group.own === undefined || level === "" ? [] : [attribute("level", { ...group.own, value: level })];
  const parts = new Map([...group.parts].filter(([name]) => name !== "appenderRefs" && name !== "filters"));
  const [rest] = typed({ ...group, parts }, remarks, kind);
  return element(rest?.name.toLowerCase().startsWith("async") === true ? `Async${kind}` : kind, group, {
    attributes: [...short, ...(rest?.attributes ?? [])],
    children: [...references.map((ref) => element("AppenderRef", group, { attributes: [attribute("ref", { value: ref, line: group.own?.line ?? group.line })] })), ...(rest?.children ?? [])],
  });
}

/** `property.a.b` is the variable `a.b`. */
function variables(name: string, { own, parts, line }: Group): XmlElement[] {
  const below = [...parts].flatMap(([part, group]) => variables(`${name}.${part}`, group));
  return own === undefined ? below : [element("Property", { line }, { attributes: [attribute("name", { ...own, value: name }), attribute("value", own)] }), ...below];
}

function attributesOf(name: string, { own }: Group): XmlAttribute[] {
  return own === undefined ? [] : [attribute(name, own)];
}

function attribute(name: string, { value, line }: PropertyLine): XmlAttribute {
  return { name, value, position: { line, column: 1 } };
}

function element(name: string, { line }: Pick<Group, "line">, { attributes = [], children = [] }: { readonly attributes?: readonly XmlAttribute[]; readonly children?: readonly XmlElement[] }): XmlElement {
  return { name, attributes, children, text: "", position: { line, column: 1 } };
}
