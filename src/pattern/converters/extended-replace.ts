import type { ConverterFactory } from "../converter.js";
import { replacing } from "./replace.js";

/** What means a line end in a replacement. */
const LINE_ENDS = /\\r\\n|\\n|%n/g;

/**
 * `%ereplace(...){regex, replacement}`: as `%replace`; in the replacement, `%n`, `\n` and `\r\n` are line ends.
 *
 * Source: Open-Xchange, `com.openexchange.logback.extensions.ExtendedReplacingCompositeConverter`.
 */
export const extendedReplace: ConverterFactory = replacing("ereplace", (replacement) => replacement.replace(LINE_ENDS, "\n"));
