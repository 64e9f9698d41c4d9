import type { ContextListener } from "../../core/logger-context.js";
import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>`
 *
 * Source: Logback manual, "Configuration", context listeners.
 */
export const contextListenerElement: ElementHandler = {
  names: ["contextListener", "listener"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    const listener = buildTopLevel("contextListener", element, reading, origin) as ContextListener | undefined;
    if (listener !== undefined) {
      reading.draft.contextListeners.push(listener);
    }
  },
};
