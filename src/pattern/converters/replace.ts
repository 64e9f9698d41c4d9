import { compileJavaReplacement, type JavaReplacement } from "../../util/java-replacement.js";
import { translateJavaRegex, type JavaRegex } from "../../util/java-regex.js";
import type { Converter, ConverterEnvironment } from "../converter.js";
import { probeRegex } from "../regex-probe.js";
import { isLinear } from "../regex-shape.js";

const FAILED = "%PARSER_ERROR[replace]";

/** Longer texts are only searched when the time grows with their length and no faster; in UTF-16 code units. */
const MAX_LENGTH = 65_536;

/**
 * `%replace(...){regex, replacement}`: its parts, with every match of a Java regular expression replaced.
 *
 * Status ERROR without two options: its parts are printed as they are.
 *
 * The expression may be there to hide something, so whatever cannot be searched is not printed. `%PARSER_ERROR[replace]` stands
 * for all of it when the expression is wrong, cannot mean the same as in Java, or takes for ever on a short text, and for a text
 * with a match when the replacement is wrong, each with a status ERROR. Of an expression that takes long on some texts a status
 * WARN tells; texts above 64 Ki characters are then left out, with a status ERROR at the first.
 *
 * Source: Logback manual, "Layouts", conversion word `replace`.
 */
export function replace([pattern, replacement]: readonly string[], environment: ConverterEnvironment): Converter {
  if (pattern === undefined || replacement === undefined) {
    environment.report("ERROR", "%replace needs a regular expression and a replacement, as in %replace(%msg){'\\s', '_'}; nothing is replaced.");
    return { kind: "group", transform: (text) => text };
  }
  const regex = translateJavaRegex(pattern);
  const weakness = probeRegex(regex);
  if (weakness?.kind === "hopeless") {
    throw new RangeError(`the regular expression "${pattern}" can take for ever on a short text, because of its column ${String(weakness.column)}`);
  }
  if (weakness !== undefined) {
    environment.report("WARN", `The regular expression "${pattern}" takes long on some texts, because of its column ${String(weakness.column)}.`);
  }
  const compiled = compiledReplacement(replacement, regex, environment);
  const transform = compiled === undefined ? (text: string): string => (regex.find(text) ? FAILED : text) : (text: string): string => regex.replaceAll(text, compiled);
  return { kind: "group", transform: isLinear(regex.parsed.root) ? transform : bounded(transform, environment) };
}

function bounded(transform: (text: string) => string, environment: ConverterEnvironment): (text: string) => string {
  let isReported = false;
  return (text) => {
    if (text.length <= MAX_LENGTH) {
      return transform(text);
    }
    if (!isReported) {
      isReported = true;
      environment.report("ERROR", `A text of ${String(text.length)} characters is too long for this %replace and is not printed. Said once.`);
    }
    return `[${String(text.length)} characters, too long for %replace]`;
  };
}

function compiledReplacement(text: string, regex: JavaRegex, environment: ConverterEnvironment): JavaReplacement | undefined {
  try {
    return compileJavaReplacement(text, regex);
  } catch (cause) {
    environment.report("ERROR", `The replacement "${text}" cannot be used: ${cause instanceof Error ? cause.message : "unknown reason"}. Matches are printed as an error.`);
    return undefined;
  }
}
