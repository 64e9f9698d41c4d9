import type { StatusListener } from "../../core/status.js";
import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener"/>`
 *
 * Source: Logback manual, "Configuration", listening to status messages.
 */
export const statusListenerElement: ElementHandler = {
  names: ["statusListener"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    const listener = buildTopLevel("statusListener", element, reading, origin) as StatusListener | undefined;
    if (listener !== undefined) {
      reading.draft.statusListeners.push(listener);
    }
  },
};
