import type { ContextView } from "../core/logging-event.js";
import type { DataField, NamesOf } from "./data-field.js";
import { escapeSafely, type Escape } from "./json-text.js";
import { MemberNames, stringMembers } from "./member-names.js";

/** Put before the name of a property that is taken. */
const PREFIX = "context_";

/**
 * The properties of the context.
 *
 * @param objectName - The member that holds them; `undefined` to write them side by side with the others.
 * @param before - Names that are taken already.
 */
export function contextProperties(objectName: string | undefined, before: NamesOf, escape: Escape): DataField {
  const start = objectName === undefined ? "" : `"${escapeSafely(objectName)}":{`;
  const end = objectName === undefined ? "" : "}";
  let properties: ContextView["properties"] | undefined;
  let outer: MemberNames | undefined;
  let names = new MemberNames();
  let text = "";
  const update: NamesOf = (event) => {
    const taken = before(event);
    if (event.context.properties !== properties || taken !== outer) {
      properties = event.context.properties;
      outer = taken;
      // Without properties the names are those before: what is kept of the MDC for them stays good from context to context.
      names = properties.size === 0 ? taken : new MemberNames(objectName === undefined ? taken : undefined);
      text = properties.size === 0 ? "" : start + stringMembers(properties, PREFIX, names, escape) + end;
    }
    return names;
  };
  return {
    write: (event) => {
      update(event);
      return text;
    },
    isOptional: true,
    names: objectName === undefined ? update : before,
  };
}
