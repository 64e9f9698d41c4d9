import type { LoggerContext } from "../core/logger-context.js";
import type { ConfigurationResult } from "./configurator.js";

/**
 * Is told what becomes of configurations: the first one, edits of the file, and those made in code.
 *
 * What a method throws becomes a status.
 *
 * @public
 */
export interface ConfigurationListener {
  /** A configuration was put in force. `result.changes` says what is different. */
  onChanged?(result: ConfigurationResult, context: LoggerContext): void;
  /** One was refused; the configuration before goes on. `result.statuses` say why. */
  onFailed?(result: ConfigurationResult, context: LoggerContext): void;
}
