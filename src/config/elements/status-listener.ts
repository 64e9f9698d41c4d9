import { OnConsoleStatusListener } from "../../core/status-listeners/on-console-status-listener.js";
import type { StatusListener } from "../../core/status.js";
import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener"/>`
 *
 * There is one OnConsoleStatusListener at most, the first, so that no status is printed twice.
 *
 * Source: Logback manual, "Configuration", listening to status messages.
 */
export const statusListenerElement: ElementHandler = {
  names: ["statusListener"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    const listener = buildTopLevel("statusListener", element, reading, origin) as StatusListener | undefined;
    if (listener !== undefined && !(listener instanceof OnConsoleStatusListener && hasConsoleListener(reading.draft.statusListeners))) {
      reading.draft.statusListeners.push(listener);
    }
  },
};

function hasConsoleListener(listeners: readonly StatusListener[]): boolean {
  return listeners.some((listener) => listener instanceof OnConsoleStatusListener);
}
