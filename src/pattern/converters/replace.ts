import { compileJavaReplacement, type JavaReplacement } from "../../util/java-replacement.js";
import { translateJavaRegex, type JavaRegex } from "../../util/java-regex.js";
import type { Converter, ConverterEnvironment } from "../converter.js";

const FAILED = "%PARSER_ERROR[replace]";

/**
 * `%replace(...){regex, replacement}`: its parts, with every match of a Java regular expression replaced.
 *
 * Status ERROR without two options: its parts are printed as they are. Status ERROR for an expression that is wrong or cannot
 * mean the same as in Java, and for a replacement that is wrong: `%PARSER_ERROR[replace]` stands where a text was to be replaced,
 * since the expression may be there to hide it.
 *
 * Source: Logback manual, "Layouts", conversion word `replace`.
 */
export function replace([pattern, replacement]: readonly string[], environment: ConverterEnvironment): Converter {
  if (pattern === undefined || replacement === undefined) {
    environment.report("ERROR", "%replace needs a regular expression and a replacement, as in %replace(%msg){'\\s', '_'}; nothing is replaced.");
    return { kind: "group", transform: (text) => text };
  }
  const regex = translateJavaRegex(pattern);
  const compiled = compiledReplacement(replacement, regex, environment);
  return {
    kind: "group",
    transform:
      compiled === undefined ? (text) => (regex.find(text) ? FAILED : text) : (text) => regex.replaceAll(text, compiled),
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
