import type { ComponentDefinition } from "../component.js";
import type { StatusListener } from "../status.js";
import { consoleListener } from "./on-console-status-listener.js";

/**
 * `<statusListener class="ch.qos.logback.core.status.OnErrorConsoleStatusListener">`: as an OnConsoleStatusListener, on standard error.
 *
 * Source: Logback, `ch.qos.logback.core.status.OnErrorConsoleStatusListener`.
 */
export const onErrorConsoleStatusListener: ComponentDefinition<StatusListener> = consoleListener("ch.qos.logback.core.status.OnErrorConsoleStatusListener", "stderr");
