import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition, type Report } from "../core/component.js";
import { MAX_SEARCHED } from "../util/guarded-replacer.js";
import { translateJavaRegex, type JavaRegex } from "../util/java-regex/java-regex.js";
import type { JavaRegexFlags } from "../util/java-regex/flags.js";
import { judgeRegex } from "../util/judge-regex.js";
import { thrownMessage } from "../util/thrown-message.js";

/**
 * A Java regular expression with a name, for evaluators that the application registers in code.
 *
 * Source: Logback manual, "Filters", matchers; `ch.qos.logback.core.boolex.Matcher`.
 */
export class Matcher {
  readonly name: string;
  readonly regex: string;
  readonly #find: (text: string) => boolean;

  /**
   * @throws Error for an expression that Java refuses, that cannot mean the same here, or that takes too long on some text.
   */
  constructor(name: string, regex: string, flags: { readonly caseSensitive?: boolean; readonly unicodeCase?: boolean } = {}) {
    this.name = name;
    this.regex = regex;
    this.#find = finderOf(regex, { caseInsensitive: flags.caseSensitive === false, unicodeCase: flags.unicodeCase === true });
  }

  /** Whether a part of the text matches. A text above 64 Ki characters does not, unless searching it is cheap whatever its length. */
  matches(text: string): boolean {
    return this.#find(text);
  }
}

function finderOf(regex: string, flags: JavaRegexFlags): (text: string) => boolean {
  const compiled: JavaRegex = translateJavaRegex(regex, flags);
  const { isLinear, refusal } = judgeRegex(compiled);
  if (refusal !== undefined) {
    throw new RangeError(`The regular expression "${regex}" is not used, because ${refusal}.`);
  }
  return isLinear ? (text) => compiled.find(text) : (text) => text.length <= MAX_SEARCHED && compiled.find(text);
}

/**
 * `<matcher>`
 *
 * - `<name>`, `<regex>`: required.
 * - `<caseSensitive>`: true unless given. `<unicodeCase>`: with `caseSensitive` false, whether that is meant for all letters of Unicode.
 * - `<canonEq>`: not offered.
 *
 * Status ERROR without name or regex, or for a regex that cannot be used: the matcher is left out. Status WARN for `canonEq`.
 */
export const matcher: ComponentDefinition<Matcher> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.core.boolex.Matcher"],
  properties: {
    name: stringProperty({ required: true }),
    regex: stringProperty({ required: true }),
    caseSensitive: booleanProperty(true),
    unicodeCase: booleanProperty(false),
    canonEq: booleanProperty(false),
  },
  create: ({ name, regex, canonEq, ...flags }, environment) => {
    if (canonEq) {
      environment.reportOn("canonEq").warn("canonEq is not offered: characters are compared as they are written.");
    }
    return tried(() => new Matcher(name, regex, flags), environment.reportOn("regex"));
  },
});

function tried(make: () => Matcher, report: Report): Matcher | undefined {
  try {
    return make();
  } catch (cause) {
    report.error(`The matcher is left out. ${thrownMessage(cause)}`);
    return undefined;
  }
}
