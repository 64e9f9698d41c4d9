import type { LoggingEvent } from "../core/logging-event.js";
import { printValue } from "../core/printable.js";
import type { DataField, NamesOf } from "./data-field.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";
import { jsonValue } from "./json-value.js";
import { nameGiver, type KeySelection } from "./key-selection.js";
import { MemberNames } from "./member-names.js";

/** Put before a key that is taken. */
const PREFIX = "kvp_";

/** `"name": [{"a":"1"},{"b":"two"}]`, each value as text and with the blank that Logback writes; nothing without pairs. */
export function keyValueList(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}": [`;
  return {
    write: ({ keyValuePairs, context: { printLimits } }) => {
      if (keyValuePairs.length === 0) {
        return "";
      }
      let text = "";
      for (const { key, value } of keyValuePairs) {
        text += `${text === "" ? "" : ","}{"${escape(printValue(key, printLimits))}":"${escape(printValue(value, printLimits))}"}`;
      }
      return `${start}${text}]`;
    },
    isOptional: true,
  };
}

/**
 * The key-value pairs as members, their values as JSON. Pairs without a value are left out, as logstash-logback-encoder does.
 *
 * @param objectName - The member that holds them; `undefined` to write them side by side with the others.
 * @param before - Names that are taken already.
 * @param selection - Which pairs are written; all unless given.
 */
export function keyValueMembers(objectName: string | undefined, before: NamesOf, escape: Escape, selection: KeySelection = {}): DataField {
  const nameOf = nameGiver(selection);
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";
  const namesFor = (event: LoggingEvent): MemberNames => new MemberNames(objectName === undefined ? before(event) : undefined);
  return {
    write: (event) => {
      const { keyValuePairs, context } = event;
      if (keyValuePairs.length === 0) {
        return "";
      }
      const names = namesFor(event);
      let text = "";
      for (const { key, value } of keyValuePairs) {
        const name = value === undefined || value === null ? undefined : nameOf(printValue(key, context.printLimits));
        if (name !== undefined) {
          text += `${text === "" ? "" : ","}"${escape(names.take(name, PREFIX))}":${jsonValue(value, context.printLimits, escape)}`;
        }
      }
      return text === "" ? "" : start + text + end;
    },
    isOptional: true,
    names: (event) => {
      const { keyValuePairs, context } = event;
      if (objectName !== undefined || keyValuePairs.length === 0) {
        return before(event);
      }
      const names = namesFor(event);
      for (const { key, value } of keyValuePairs) {
        const name = value === undefined || value === null ? undefined : nameOf(printValue(key, context.printLimits));
        if (name !== undefined) {
          names.take(name, PREFIX);
        }
      }
      return names;
    },
  };
}
