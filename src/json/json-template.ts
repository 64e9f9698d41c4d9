import type { Convert } from "../pattern/converter.js";
import { javaDouble, javaLong } from "../util/java-number.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonEscapedSafely } from "./json-text.js";

/** The JSON of one event; empty for a value that is left out. */
type WriteValue = Convert;

/** How a template becomes fields. */
export interface TemplateOptions {
  /** Leaves out `null`, empty texts, lists and objects, and what has nothing else in it. */
  readonly omitEmptyFields: boolean;
  /** Compiles a pattern; the text of an event. */
  readonly compile: (pattern: string) => Convert;
  /** Told of what cannot be used. */
  readonly complain: (message: string) => void;
}

/** A member of a template: its name, and how it is written. */
export type TemplateMember = readonly [name: string, make: (name: string) => JsonField];

/**
 * The members of a template such as `{"level":"%level","line":"#asLong{%line}"}`, whose texts are patterns.
 *
 * `#asLong{...}`, `#asDouble{...}`, `#asBoolean{...}`, `#asJson{...}`, `#asNullIfEmpty{...}` write what the pattern prints as
 * such a value, `null` where it is none; `#tryJson{...}` as a text then. `\#` begins a text that is none of these.
 *
 * Source: logstash-logback-encoder, "Pattern JSON Provider".
 */
export function templateMembers(template: object, options: TemplateOptions): readonly TemplateMember[] {
  return Object.entries(template).map(([name, value]) => {
    const write = valueOf(value, options);
    return [name, (free) => memberField(free, write, options.omitEmptyFields)];
  });
}

function memberField(name: string, write: WriteValue, omitsEmpty: boolean): JsonField {
  const start = `"${escapeSafely(name)}":`;
  if (!omitsEmpty) {
    return { write: (event) => start + write(event) };
  }
  return {
    write: (event) => {
      const json = write(event);
      return json === "" ? "" : start + json;
    },
    isOptional: true,
  };
}

function valueOf(value: unknown, options: TemplateOptions): WriteValue {
  if (typeof value === "string") {
    return orNothing(textOf(value, options), options.omitEmptyFields);
  }
  if (Array.isArray(value)) {
    return listOf(value.map((item) => valueOf(item, options)), options.omitEmptyFields);
  }
  if (typeof value === "object" && value !== null) {
    return objectOf(Object.entries(value).map(([name, member]) => [`"${escapeSafely(name)}":`, valueOf(member, options)] as const), options.omitEmptyFields);
  }
  const json = JSON.stringify(value);
  return orNothing(() => json, options.omitEmptyFields);
}

/** What stands for nothing becomes nothing. */
function orNothing(write: WriteValue, omitsEmpty: boolean): WriteValue {
  return omitsEmpty
    ? (event) => {
        const json = write(event);
        return json === "null" || json === '""' || json === "[]" || json === "{}" ? "" : json;
      }
    : write;
}

function listOf(items: readonly WriteValue[], omitsEmpty: boolean): WriteValue {
  return (event) => {
    const written = items.map((write) => write(event));
    const kept = omitsEmpty ? written.filter((json) => json !== "") : written;
    return kept.length === 0 && omitsEmpty ? "" : `[${kept.join(",")}]`;
  };
}

function objectOf(members: readonly (readonly [start: string, write: WriteValue])[], omitsEmpty: boolean): WriteValue {
  return (event) => {
    let text = "";
    for (const [start, write] of members) {
      const json = write(event);
      text += json === "" ? "" : `${text === "" ? "" : ","}${start}${json}`;
    }
    return text === "" && omitsEmpty ? "" : `{${text}}`;
  };
}

const OPERATION = /^#(\w+)\{(.*)\}$/s;

function textOf(text: string, { compile, complain }: TemplateOptions): WriteValue {
  const [, name = "", pattern = ""] = OPERATION.exec(text) ?? [];
  const operation = OPERATIONS.get(name);
  if (name !== "" && operation === undefined) {
    complain(`There is no operation "#${name}{}"; there are ${[...OPERATIONS.keys()].map((known) => `#${known}{}`).join(", ")}. null is written.`);
    return () => "null";
  }
  if (operation !== undefined) {
    const convert = pattern === "" ? (): string => "" : compile(pattern);
    return (event) => operation(convert(event));
  }
  const plain = text.startsWith("\\#") ? text.slice(1) : text;
  const convert = plain === "" ? (): string => "" : compile(plain);
  return (event) => `"${escapeSafely(convert(event))}"`;
}

const OPERATIONS: ReadonlyMap<string, (text: string) => string> = new Map([
  ["asLong", (text: string): string => javaLong(text) ?? "null"],
  ["asDouble", (text: string): string => javaDouble(text.trim()) ?? "null"],
  ["asBoolean", asBoolean],
  ["asJson", (text: string): string => asJson(text) ?? "null"],
  ["tryJson", (text: string): string => asJson(text) ?? `"${escapeSafely(text)}"`],
  ["asNullIfEmpty", (text: string): string => (text === "" ? "null" : `"${escapeSafely(text)}"`)],
]);

const YES: ReadonlySet<string> = new Set(["true", "1", "yes", "y"]);

function asBoolean(text: string): string {
  return text === "" ? "null" : String(YES.has(text.toLowerCase()));
}

/** Written anew, so that it is one line without duplicate names; `undefined` for a text that is no JSON. */
function asJson(text: string): string | undefined {
  try {
    return jsonEscapedSafely(JSON.stringify(JSON.parse(text)));
  } catch {
    return undefined;
  }
}
