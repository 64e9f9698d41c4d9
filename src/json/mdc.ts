import type { MdcMap } from "../core/mdc.js";
import type { DataField, NamesOf } from "./data-field.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";
import { nameGiver, type KeySelection } from "./key-selection.js";
import { jsonMembers, MemberNames, stringMembers } from "./member-names.js";

/** Put before a key that is taken. */
const PREFIX = "mdc_";

/** `"name": {"user":"joe"}`, with the blank that Logback writes; also where there is nothing in it. */
export function mdcObject(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}": {`;
  const empty = `${start}}`;
  const owner = {};
  const render = (map: MdcMap): string => `${start}${stringMembers(map, "_", new MemberNames(), escape)}}`;
  return { write: ({ mdc }) => (mdc.size === 0 ? empty : mdc.renderedFor(owner, render)) };
}

/** Which keys of the MDC are written, and how. */
export interface MdcOptions extends KeySelection {
  /** The member that holds them; side by side with the others unless given. */
  readonly objectName?: string | undefined;
  /** The JSON of a value that is more than text; `undefined` for one that is not. */
  readonly write?: MdcEntryWriter | undefined;
}

/** Writes values of the MDC as what they stand for: a number, true or false. */
export type MdcEntryWriter = (key: string, value: string) => string | undefined;

/**
 * The keys of the MDC as members; nothing where there is nothing to write.
 *
 * @param before - Names that are taken already.
 */
export function mdcMembers(options: MdcOptions, before: NamesOf, escape: Escape): DataField {
  const { objectName, write: writeEntry } = options;
  const nameOf = nameGiver(options);
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";

  /** What was written of each map, as long as the names before it are the same. */
  let outer = new MemberNames();
  let owner = {};
  let namesOfMaps = new WeakMap<MdcMap, MemberNames>();
  const enter = (taken: MemberNames): void => {
    outer = taken;
    owner = {};
    namesOfMaps = new WeakMap();
  };
  const render = (map: MdcMap): string => {
    const entries: (readonly [string, string])[] = [];
    for (const [key, value] of map) {
      const name = nameOf(key);
      if (name !== undefined) {
        entries.push([name, writeEntry?.(key, value) ?? `"${escape(value)}"`]);
      }
    }
    const names = new MemberNames(objectName === undefined ? outer : undefined);
    namesOfMaps.set(map, names);
    const text = jsonMembers(entries, PREFIX, names, escape);
    return text === "" ? "" : start + text + end;
  };
  const write: JsonField["write"] = (event) => {
    const { mdc } = event;
    if (mdc.size === 0) {
      return "";
    }
    const taken = before(event);
    if (taken !== outer) {
      enter(taken);
    }
    return mdc.renderedFor(owner, render);
  };
  const names: NamesOf = (event) => {
    write(event);
    return event.mdc.size === 0 ? before(event) : (namesOfMaps.get(event.mdc) ?? before(event));
  };
  return { write, isOptional: true, names: objectName === undefined ? names : before };
}
