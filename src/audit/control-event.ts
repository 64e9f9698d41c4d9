import type { ControlChange } from "../core/control.js";
import type { AuditEvent } from "./audit-event.js";
import { NO_VALUE } from "./no-value.js";

/**
 * The audit event of a change by `logconf`: `logconf.` and the operation, with who is known to have asked before what was only said.
 *
 * Open-Xchange has none; the first three attributes are those of its other events.
 */
export function controlEvent({ operation, login, ip, operator, changes, refusals }: ControlChange, timestamp: Date): AuditEvent {
  return {
    eventId: `logconf.${operation}`,
    attributes: [
      ["login", login ?? NO_VALUE],
      ["ip", ip ?? NO_VALUE],
      ["timestamp", timestamp],
      ["operator", operator ?? NO_VALUE],
      ...changes.map((text) => ["change", text] as const),
      ...refusals.map((text) => ["refused", text] as const),
    ],
  };
}
