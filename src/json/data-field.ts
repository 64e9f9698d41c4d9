import type { LoggingEvent } from "../core/logging-event.js";
import type { JsonField } from "./json-field.js";
import type { MemberNames } from "./member-names.js";

/**
 * A field whose members have names that come from data. Side by side, each such field keeps away from the names that
 * those before it have taken.
 */
export interface DataField extends JsonField {
  /** The names taken up to and with this field. */
  readonly names: NamesOf;
}

/** The names that an event's line has taken so far. Equal sets are the same object wherever that is cheap to know. */
export type NamesOf = (event: LoggingEvent) => MemberNames;
