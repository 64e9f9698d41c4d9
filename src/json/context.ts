import type { ContextView } from "../core/logging-event.js";
import type { JsonField } from "./json-field.js";
import { escapeSafely, jsonNumber, type Escape } from "./json-text.js";
import { MemberNames, stringMembers } from "./member-names.js";

/** `"field":{"name":"shop","birthdate":1710498600123,"properties":{"app":"x"}}` */
export function context(fieldName: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(fieldName)}":{"name":"`;
  let name: string | undefined;
  let birthTime: number | undefined;
  let properties: ContextView["properties"] | undefined;
  let text = "";
  // A context may get another name and other properties, so that it is no key for what was written of it.
  return {
    write: (event) => {
      const view = event.context;
      if (view.properties !== properties || view.name !== name || view.birthTime !== birthTime) {
        name = view.name;
        birthTime = view.birthTime;
        properties = view.properties;
        const members = stringMembers(properties, "_", new MemberNames(), escape);
        text = `${start}${escape(name)}","birthdate":${jsonNumber(birthTime)},"properties":{${members}}}`;
      }
      return text;
    },
  };
}

/** `"field":"shop"`: the name of the context; empty for one without a name. */
export function contextName(fieldName: string, escape: Escape): JsonField {
  const start = `"${escapeSafely(fieldName)}":"`;
  return { write: ({ context: { name } }) => `${start}${escape(name)}"` };
}
