import { componentsProperty, defineComponent, stringProperty, type ComponentDefinition, type Report } from "../core/component.js";
import type { MdcEntryWriter } from "../json/mdc.js";
import { javaDouble, javaLong } from "../util/java-number.js";
import { translateJavaRegex } from "../util/java-regex/java-regex.js";
import { judgeRegex } from "../util/judge-regex.js";
import { thrownMessage } from "../util/thrown-message.js";

const PACKAGE = "net.logstash.logback.composite.loggingevent.mdc";
const MAX_KEY = 1024;

/**
 * `<mdcEntryWriter class="...">` of an encoder or of `<mdc>`: LongMdcEntryWriter, DoubleMdcEntryWriter and
 * BooleanMdcEntryWriter write a value as a number, true or false where it is one.
 *
 * Source: logstash-logback-encoder, "MDC fields".
 */
export const mdcEntryWriters: readonly ComponentDefinition<MdcEntryWriter>[] = [
  writer("LongMdcEntryWriter", javaLong),
  writer("DoubleMdcEntryWriter", javaDouble),
  writer("BooleanMdcEntryWriter", (value) => (/^(?:true|false)$/i.test(value) ? value.toLowerCase() : undefined)),
];

/**
 * `<mdcEntryWriter class="net.logstash.logback.composite.loggingevent.mdc.RegexFilteringMdcEntryWriter">`
 *
 * - `<mdcEntryWriter>`, any number: asked one after the other.
 * - `<includeMdcKeyPattern>`, `<excludeMdcKeyPattern>`: for keys that they are asked about, matched as a whole.
 *
 * Status ERROR for an expression that cannot be used: then no key is asked about.
 */
export const regexFilteringMdcEntryWriter: ComponentDefinition<MdcEntryWriter> = defineComponent({
  kind: "value",
  classNames: [`${PACKAGE}.RegexFilteringMdcEntryWriter`],
  properties: { includeMdcKeyPattern: stringProperty(), excludeMdcKeyPattern: stringProperty(), mdcEntryWriter: componentsProperty<MdcEntryWriter>("value") },
  create: ({ includeMdcKeyPattern, excludeMdcKeyPattern, mdcEntryWriter }, environment): MdcEntryWriter => {
    const isIncluded = includeMdcKeyPattern === undefined ? () => true : keyTest(includeMdcKeyPattern, false, environment.reportOn("includeMdcKeyPattern"));
    const isExcluded = excludeMdcKeyPattern === undefined ? () => false : keyTest(excludeMdcKeyPattern, true, environment.reportOn("excludeMdcKeyPattern"));
    const write = firstOf(mdcEntryWriter);
    return (key, value) => (write !== undefined && isIncluded(key) && !isExcluded(key) ? write(key, value) : undefined);
  },
});

/** The answer of the first that has one; `undefined` where there are none to ask. */
export function firstOf(writers: readonly MdcEntryWriter[]): MdcEntryWriter | undefined {
  return writers.length === 0
    ? undefined
    : (key, value) => {
        for (const write of writers) {
          const json = write(key, value);
          if (json !== undefined) {
            return json;
          }
        }
        return undefined;
      };
}

function writer(name: string, write: (value: string) => string | undefined): ComponentDefinition<MdcEntryWriter> {
  // The documentation of logstash-logback-encoder names them without the last part of their package in one place.
  return defineComponent({ kind: "value", classNames: [`${PACKAGE}.${name}`, `${PACKAGE.slice(0, PACKAGE.lastIndexOf("."))}.${name}`], properties: {}, create: (): MdcEntryWriter => (_key, value) => write(value) });
}

/** @param otherwise - The answer for keys that are not searched. */
function keyTest(pattern: string, otherwise: boolean, report: Report): (key: string) => boolean {
  try {
    const regex = translateJavaRegex(pattern);
    const { refusal } = judgeRegex(regex);
    if (refusal !== undefined) {
      throw new RangeError(`The regular expression "${pattern}" is not used, because ${refusal}.`);
    }
    return (key) => (key.length > MAX_KEY ? otherwise : regex.matches(key));
  } catch (cause) {
    report.error(`${thrownMessage(cause)} Values are written as text.`);
    return () => otherwise;
  }
}
