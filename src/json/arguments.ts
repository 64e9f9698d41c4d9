import { printValue } from "../core/printable.js";
import type { DataField, NamesOf } from "./data-field.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, type Escape } from "./json-text.js";
import { jsonValue } from "./json-value.js";
import { MemberNames } from "./member-names.js";

/** `"name": ["joe","17"]`, each argument as text and with the blank that Logback writes; nothing without arguments. */
export function argumentList(name: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(name)}": [`;
  return {
    write: ({ args, context: { printLimits } }) => {
      if (args.length === 0) {
        return "";
      }
      let text = start;
      for (let index = 0; index < args.length; index++) {
        text += `${index === 0 ? '"' : ',"'}${escape(printValue(args[index], printLimits))}"`;
      }
      return `${text}]`;
    },
    isOptional: true,
  };
}

/** Where the arguments are written, and under which names. */
export interface ArgumentOptions {
  /** The member that holds them; side by side with the others unless given. */
  readonly objectName?: string | undefined;
  /** Stands before the number of the argument, counted from 0. */
  readonly prefix: string;
}

/**
 * The arguments as members, as JSON.
 *
 * @param before - Names that are taken already.
 */
export function argumentMembers({ objectName, prefix }: ArgumentOptions, before: NamesOf, escape: Escape): DataField {
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";
  return {
    write: (event) => {
      const { args, context } = event;
      if (args.length === 0) {
        return "";
      }
      const names = new MemberNames(objectName === undefined ? before(event) : undefined);
      let text = "";
      for (let index = 0; index < args.length; index++) {
        const name = names.take(prefix + String(index), "_");
        text += `${index === 0 ? "" : ","}"${escape(name)}":${jsonValue(args[index], context.printLimits, escape)}`;
      }
      return start + text + end;
    },
    isOptional: true,
    names: objectName === undefined ? namesWith(prefix, before) : before,
  };
}

/** The names before and those of the arguments; the same object for the next event with as many. */
function namesWith(prefix: string, before: NamesOf): NamesOf {
  let outer: MemberNames | undefined;
  let count = 0;
  let names = new MemberNames();
  return (event) => {
    const taken = before(event);
    const { length } = event.args;
    if (length === 0) {
      return taken;
    }
    if (taken !== outer || length !== count) {
      outer = taken;
      count = length;
      names = new MemberNames(taken);
      for (let index = 0; index < length; index++) {
        names.take(prefix + String(index), "_");
      }
    }
    return names;
  };
}
