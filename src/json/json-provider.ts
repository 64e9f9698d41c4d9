import type { ComponentEnvironment } from "../core/component.js";
import type { DataField, NamesOf } from "./data-field.js";
import type { JsonField } from "./json-field.js";
import { MemberNames } from "./member-names.js";

/** A part of the configuration that writes some members of an event's object. */
export interface JsonProvider {
  /** The part of a LogstashEncoder that it takes the place of. */
  readonly replaces?: "arguments" | "keyValuePairs" | "mdc" | undefined;
  /** Its fields, made once for each object that they stand in. */
  fieldsIn(object: JsonObjectNames): readonly JsonField[];
}

/** The name that leaves a field out. */
const IGNORED = "[ignore]";

/**
 * The names of the members of one object, so that none is there twice.
 *
 * The names that the configuration gives are taken while the object is put together, so that at the first event all of
 * them are; names from data keep away from them and from those of the data before them.
 */
export class JsonObjectNames {
  readonly #taken: MemberNames;
  readonly #complain: (message: string) => void;
  #names: NamesOf;

  /** @param complain - Told of names that are given twice. */
  constructor(complain: (message: string) => void, taken: MemberNames = new MemberNames(), names: NamesOf = () => taken) {
    this.#taken = taken;
    this.#complain = complain;
    this.#names = names;
  }

  /** A field of that name; none where the name is empty, `[ignore]` or taken. */
  field(name: string, make: (name: string) => JsonField): readonly JsonField[] {
    const free = this.take(name);
    return free === undefined ? [] : [make(free)];
  }

  /** The name, taken; `undefined` where it is empty, `[ignore]` or taken already. */
  take(name: string): string | undefined {
    if (name === "" || name === IGNORED) {
      return undefined;
    }
    if (this.#taken.has(name.toWellFormed())) {
      this.#complain(`The field name "${name}" is given twice; only the first field is written.`);
      return undefined;
    }
    return this.#taken.take(name, "");
  }

  /** A field whose members have names that come from data, in an object of their own where it has a name. */
  dataField(objectName: string, make: (objectName: string | undefined, before: NamesOf) => DataField): readonly JsonField[] {
    const name = objectName === "" ? undefined : this.take(objectName);
    return [this.chained((before) => make(name, before))];
  }

  /** A field that keeps away from the names taken so far; those behind it keep away from its own. */
  chained(make: (before: NamesOf) => DataField): DataField {
    const field = make(this.#names);
    this.#names = field.names;
    return field;
  }

  /** The names of an object within this one. */
  inner(): JsonObjectNames {
    return new JsonObjectNames(this.#complain);
  }
}

/** The fields of an object that providers fill. */
export function fieldsOf(providers: readonly JsonProvider[], { report }: Pick<ComponentEnvironment, "report">): readonly JsonField[] {
  const names = new JsonObjectNames((message) => {
    report.warn(message);
  });
  return providers.flatMap((provider) => provider.fieldsIn(names));
}
