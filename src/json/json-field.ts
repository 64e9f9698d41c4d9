import type { LoggingEvent } from "../core/logging-event.js";
import { cachedRun } from "../pattern/cached-run.js";
import type { Convert, Dependency } from "../pattern/converter.js";
import { joinParts } from "../pattern/join.js";
import { joinRuns } from "../pattern/part-runs.js";
import { textPart, Uses, type Part } from "../pattern/part.js";
import { escapeSafely } from "./json-text.js";

/** A part of the JSON object that an event becomes. */
export interface JsonField {
  /** `"name":value`, or several of them with commas between, or nothing. Total: it answers for every event. */
  readonly write: (event: LoggingEvent) => string;
  /** Anything of the event, unless given. */
  readonly dependsOn?: readonly Dependency[];
  /** Whether `write` may give nothing. */
  readonly isOptional?: boolean;
}

/** One function that writes fields as an object on a line of its own. */
export function jsonLine(fields: readonly JsonField[], lineSeparator = "\n"): (event: LoggingEvent) => string {
  return writer(fields, "{", `}${lineSeparator}`);
}

/** A field whose value is an object of other fields; `"name":{}` where they give nothing. */
export function objectField(name: string, fields: readonly JsonField[]): JsonField {
  return { write: writer(fields, `"${escapeSafely(name)}":{`, "}") };
}

function writer(fields: readonly JsonField[], start: string, end: string): Convert {
  const firstSure = fields.findIndex(({ isOptional }) => isOptional !== true);
  // Up to the first field that is always there, whether a comma is needed shows only while events are written.
  const leadLength = firstSure < 0 ? fields.length : firstSure + 1;
  const lead = fields.slice(0, leadLength);
  const [sole] = lead;
  const parts = [
    textPart(start),
    ...(sole === undefined ? [] : [lead.length === 1 ? partOf(sole) : eventPart(joined(lead))]),
    ...fields.slice(leadLength).flatMap((field) => (field.isOptional === true ? [eventPart(withComma(field))] : [textPart(","), partOf(field)])),
    textPart(end),
  ];
  return joinParts(withRunsCached(parts));
}

function joined(fields: readonly JsonField[]): Convert {
  return (event) => {
    let text = "";
    for (const { write } of fields) {
      const member = write(event);
      text += text === "" || member === "" ? member : `,${member}`;
    }
    return text;
  };
}

function withComma({ write }: JsonField): Convert {
  return (event) => {
    const text = write(event);
    return text === "" ? text : `,${text}`;
  };
}

function eventPart(convert: Convert): Part {
  return { text: undefined, convert, uses: Uses.event, timeStepMs: Number.POSITIVE_INFINITY, label: undefined };
}

function partOf({ write, dependsOn = ["event"] }: JsonField): Part {
  const uses = dependsOn.reduce((bits, dependency) => bits | Uses[dependency], 0);
  return { text: undefined, convert: write, uses, timeStepMs: dependsOn.includes("time") ? 1 : Number.POSITIVE_INFINITY, label: undefined };
}

/** Neighbours that depend on nothing but time and names become one part each. */
function withRunsCached(parts: readonly Part[]): Part[] {
  return joinRuns(parts, {
    belongs: ({ uses }) => (uses & Uses.event) === 0,
    join: (run) => (run.every(({ text }) => text !== undefined) ? undefined : eventPart(cachedRun(run))),
  });
}
