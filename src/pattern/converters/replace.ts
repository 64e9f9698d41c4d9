import { guardReplacer, MAX_SEARCHED } from "../../util/guarded-replacer.js";
import { compileJavaReplacement, type JavaReplacement } from "../../util/java-regex/replacement.js";
import { translateJavaRegex, type JavaRegex } from "../../util/java-regex/java-regex.js";
import { judgeRegex } from "../../util/judge-regex.js";
import { thrownMessage } from "../../util/thrown-message.js";
import type { Converter, ConverterEnvironment, ConverterFactory } from "../converter.js";

/**
 * `%replace(...){regex, replacement}`: its parts, with every match of a Java regular expression replaced.
 *
 * Status ERROR without two options: its parts are printed as they are.
 *
 * The expression may be there to hide something, so whatever cannot be searched is not printed. `%PARSER_ERROR[replace]` stands
 * for all of it when the expression is wrong, cannot mean the same as in Java, or takes too long on some text, and for a text
 * with a match when the replacement is wrong, each with a status ERROR. A status WARN shows the place in an expression that looks
 * slow and passes the trial. Texts above 64 Ki characters are left out unless the time to search grows with their length only,
 * with a status ERROR at the first.
 *
 * Source: Logback manual, "Layouts", conversion word `replace`.
 */
export const replace: ConverterFactory = replacing("replace", (replacement) => replacement);

/**
 * As {@link replace}, under another word.
 *
 * @param prepare - Changes the replacement before it is read.
 */
export function replacing(word: string, prepare: (replacement: string) => string): ConverterFactory {
  return ([pattern, replacement], environment) => makeReplacing(word, pattern, replacement === undefined ? undefined : prepare(replacement), environment);
}

function makeReplacing(word: string, pattern: string | undefined, replacement: string | undefined, environment: ConverterEnvironment): Converter {
  if (pattern === undefined || replacement === undefined) {
    environment.report("ERROR", `%${word} needs a regular expression and a replacement, as in %${word}(%msg){'\\s', '_'}; nothing is replaced.`);
    return { kind: "group", transform: (text) => text };
  }
  const regex = translateJavaRegex(pattern);
  const { isLinear, risks, refusal } = judgeRegex(regex);
  const [risk] = risks;
  if (refusal !== undefined) {
    const reason = risk === undefined ? "" : ` (column ${risk.column} of it: ${risk.message})`;
    throw new RangeError(`the regular expression "${pattern}" is not used, because ${refusal}${reason}`);
  }
  if (risk !== undefined) {
    const message = `The regular expression "${pattern}" may take long here: ${risk.message}. It is used for texts of up to ${MAX_SEARCHED} characters.`;
    environment.report("WARN", message, (environment.optionColumns[0] ?? 1) + risk.column - 1);
  }
  const compiled = compiledReplacement(replacement, regex, environment);
  const failed = `%PARSER_ERROR[${word}]`;
  const transform = compiled === undefined ? (text: string): string => (regex.find(text) ? failed : text) : (text: string): string => regex.replaceAll(text, compiled);
  return { kind: "group", transform: guardReplacer(transform, { maxLength: isLinear ? Number.POSITIVE_INFINITY : MAX_SEARCHED, instead: notSearched(word, environment) }) };
}

function notSearched(word: string, environment: ConverterEnvironment): (text: string) => string {
  let isReported = false;
  return (text) => {
    if (!isReported) {
      isReported = true;
      environment.report("ERROR", `A text of ${text.length} characters is too long for this %${word} and is not printed. Said once.`);
    }
    return `[${text.length} characters, too long for %${word}]`;
  };
}

function compiledReplacement(text: string, regex: JavaRegex, environment: ConverterEnvironment): JavaReplacement | undefined {
  try {
    return compileJavaReplacement(text, regex);
  } catch (cause) {
    environment.report("ERROR", `The replacement "${text}" cannot be used: ${thrownMessage(cause)}. Matches are printed as an error.`);
    return undefined;
  }
}
