import { LogProperties } from "../../core/log-properties.js";
import type { Converter } from "../converter.js";

/**
 * `%tid`: what the MDC has under `__threadId`; nothing when that is missing or blank.
 *
 * Source: Open-Xchange, `com.openexchange.logback.extensions.ThreadIdConverter`.
 */
export function threadId(): Converter {
  return (event) => {
    const id = event.mdc.get(LogProperties.THREAD_ID) ?? "";
    return id.trim() === "" ? "" : id;
  };
}
