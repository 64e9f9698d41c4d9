import type { Report } from "../core/component.js";
import type { JsonField } from "../json/json-field.js";
import { escapeSafely } from "../json/json-text.js";
import { formattedMessage } from "../json/message.js";
import { splitMessage } from "../json/split-message.js";
import { MAX_SEARCHED } from "../util/guarded-replacer.js";
import { translateJavaRegex } from "../util/java-regex/java-regex.js";
import { judgeRegex } from "../util/judge-regex.js";
import { lineSeparatorNamed } from "../util/line-separator.js";
import { thrownMessage } from "../util/thrown-message.js";

/**
 * Makes the field with the message: split by `<messageSplitRegex>`, whole without it.
 *
 * An expression that cannot be used is reported, and the message written whole. Messages above 64 Ki characters are not
 * split unless searching them is cheap whatever their length.
 *
 * Source: logstash-logback-encoder, "Customizing LoggingEvent Message".
 */
export function configuredMessage(splitRegex: string | undefined, report: Report): (name: string) => JsonField {
  const whole = (name: string): JsonField => formattedMessage(name, escapeSafely);
  if (splitRegex === undefined || splitRegex === "") {
    return whole;
  }
  try {
    const regex = translateJavaRegex(lineSeparatorNamed(splitRegex));
    const { isLinear, refusal } = judgeRegex(regex);
    if (refusal !== undefined) {
      throw new RangeError(`The regular expression "${splitRegex}" is not used, because ${refusal}.`);
    }
    return (name) => splitMessage(name, regex, isLinear ? Number.POSITIVE_INFINITY : MAX_SEARCHED, escapeSafely);
  } catch (cause) {
    report.error(`${thrownMessage(cause)} The message is written whole.`);
    return whole;
  }
}
