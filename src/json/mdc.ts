import type { MdcMap } from "../core/mdc.js";
import type { DataField, NamesOf } from "./data-field.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";
import { MemberNames, stringMembers } from "./member-names.js";

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
export interface MdcOptions {
  /** The member that holds them; side by side with the others unless given. */
  readonly objectName?: string | undefined;
  /** The only keys that are written; all when it is empty. */
  readonly included?: ReadonlySet<string>;
  readonly excluded?: ReadonlySet<string>;
  /** Other names for keys. */
  readonly renamed?: ReadonlyMap<string, string>;
}

const NO_KEYS: ReadonlySet<string> = new Set();
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * The keys of the MDC as members; nothing where there is nothing to write.
 *
 * @param before - Names that are taken already.
 */
export function mdcMembers(options: MdcOptions, before: NamesOf, escape: Escape): DataField {
  const { objectName, included = NO_KEYS, excluded = NO_KEYS, renamed = NO_NAMES } = options;
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";
  const isWritten = (key: string): boolean => (included.size === 0 || included.has(key)) && !excluded.has(key);

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
    const entries = [...map].filter(([key]) => isWritten(key)).map(([key, value]) => [renamed.get(key) ?? key, value] as const);
    const names = new MemberNames(objectName === undefined ? outer : undefined);
    namesOfMaps.set(map, names);
    const text = stringMembers(entries, PREFIX, names, escape);
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
