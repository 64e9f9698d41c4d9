import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseXml, type XmlElement } from "../../../src/config/xml/parse.js";
import { logback, type CommandRun } from "../../support/cli.js";
import { tempDir } from "../../support/temp-dir.js";

const NAMES = ["a", "a.b", "com.openexchange.imap", "org.apache", "ä&<"];
const LEVELS = ["INFO", "debug", " WARN ", "W&#65;RN", "${X:-ERROR}", "INHERITED", ""];
const APPENDERS = ["FILE", "FILE_COMPAT", "SYSLOG", "ASYNC", "${WHERE}", ""];

const blank = fc.stringMatching(/^[ \t\n]{0,3}$/);
const gap = fc.stringMatching(/^[ \t\n]{1,2}$/);
const quote = fc.constantFrom('"', "'");

function attribute(name: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(gap, blank, quote, value).map(([before, around, mark, text]) => `${before}${name}${around}=${around}${mark}${text}${mark}`);
}

const escapedName = fc.constantFrom(...NAMES).map((name) => name.replace("&", "&amp;").replace("<", "&lt;"));
const levelAttribute = attribute("level", fc.constantFrom(...LEVELS));
const reference = fc.option(attribute("ref", fc.constantFrom(...APPENDERS)), { nil: "" }).map((ref) => `<appender-ref${ref}/>`);
const levelElement = attribute("value", fc.constantFrom(...LEVELS)).map((value) => `<level${value}></level>`);
const noise = fc.constantFrom("<!-- <logger name='a' level='OFF'/> -->", "<!---->", "<?pi <root> ?>", "<!-- ASYNC -->", "<property name='p' value='&lt;&#x41;'/>", "<import class='a.B'/>", "");

function element(name: string, attributes: fc.Arbitrary<readonly string[]>, content: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const inside = fc.array(fc.tuple(blank, fc.oneof(content, noise)), { maxLength: 3 }).map((parts) => parts.flat().join(""));
  return fc.tuple(attributes, blank, inside, fc.boolean()).map(([given, space, text, isShort]) => (isShort && text === "" ? `<${name}${given.join("")}${space}/>` : `<${name}${given.join("")}${space}>${text}</${name}${space}>`));
}

const logger = element("logger", fc.tuple(attribute("name", escapedName), fc.option(levelAttribute, { nil: "" })).chain((both) => fc.shuffledSubarray([...both], { minLength: 2 })), fc.oneof(levelElement, reference));
const root = element("root", fc.array(levelAttribute, { maxLength: 1 }), fc.oneof(levelElement, reference));
const define = fc.constant("<define class='com.openexchange.logback.extensions.SyslogPatternLayoutActivator' name='syslogPatternLayoutActivator'/>");
const listener = fc.constant('<contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator"/>');
const appenders = fc.constantFrom("FILE", "FILE_COMPAT", "SYSLOG").map((name) => `<appender name="${name}" class="ch.qos.logback.core.ConsoleAppender"/>`);
const async = element("appender", fc.constant([' name="ASYNC"', ' class="ch.qos.logback.classic.AsyncAppender"']), fc.oneof(reference, fc.constant("<queueSize>9</queueSize>")));

const configuration = fc
  .tuple(fc.array(fc.tuple(blank, fc.oneof(logger, root, define, listener, appenders, noise)), { maxLength: 8 }), async, blank, fc.nat(8), fc.constantFrom("\n", "\r\n", "\r"), fc.boolean())
  .map(([parts, appender, space, at, newline, hasMark]) => {
    const pieces = parts.map((part) => part.join("")).toSpliced(at, 0, `${space}${appender}`);
    return `${hasMark ? "\ufeff" : ""}<configuration>${pieces.join("")}${space}</configuration>${space}`.replaceAll("\n", newline);
  });

const old = fc.array(fc.tuple(fc.constantFrom("", "a", "a.b", "com.openexchange.imap", "org.apache", "\\u00e4&<", "new"), fc.constantFrom("SEVERE", "INFO", "FINE", "LOUD")), { minLength: 1, maxLength: 6 }).map((entries) => entries.map(([name, level]) => `${name}.level=${level}\n`).join(""));

function merge(target: string, levels: string): CommandRun {
  const folder = tempDir();
  writeFileSync(path.join(folder, "logback.xml"), target);
  writeFileSync(path.join(folder, "file-logging.properties"), levels);
  return logback(["migrate", "--into", "logback.xml", "file-logging.properties"], { workingDirectory: folder });
}

const COMMENTS = /<!--[^]*?-->|<\?[^]*?\?>/g;

/** All but what may change: levels, references, loggers, the root, the define, and blanks between elements. */
function rest(text: string): string {
  return text
    .split(/(<!--[^]*?-->|<\?[^]*?\?>)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/<\/?(?:logger|root|level|appender-ref|define)\b(?:"[^"]*"|'[^']*'|[^'">])*>/g, "").replace(/<appender name="ASYNC"(?:"[^"]*"|'[^']*'|[^'">])*>/g, "<ASYNC>").replace(/\s+|<\/appender\s*>/g, "")))
    .join("");
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function refsOf(element: XmlElement): (string | undefined)[] {
  return childrenOf(element, "appender-ref").map(({ attributes }) => attributes.find(({ name }) => name === "ref")?.value);
}

test("whatever a sound logback.xml looks like, merging twice is merging once, and nothing else changes", () => {
  fc.assert(
    fc.property(configuration, old, (target, levels) => {
      const { output, complaints } = merge(target, levels);
      const tree = parseXml(output);
      const asyncs = childrenOf(tree, "appender").filter(({ attributes }) => attributes[0]?.value === "ASYNC");

      expect(merge(output, levels).output).toBe(output);
      expect(output.match(COMMENTS)).toEqual(target.match(COMMENTS));
      expect(rest(output)).toBe(rest(target));
      expect(asyncs.map((one) => refsOf(one)[0])).toEqual(["FILE_COMPAT"]);
      expect(childrenOf(tree, "root").length).toBeGreaterThan(0);
      expect(childrenOf(tree, "root").filter((one) => !refsOf(one).includes("ASYNC"))).toEqual([]);
      expect(childrenOf(tree, "define").length).toBeGreaterThan(0);
      expect(complaints).not.toContain(" gets the level ");
      expect(/\n/.test(output.replaceAll("\r\n", "")) && /\r/.test(output)).toBe(false);
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});

test("whatever is missing from a logback.xml, it is refused with a place or what is printed is XML", () => {
  fc.assert(
    fc.property(configuration, fc.nat(), fc.nat(30), (target, from, count) => {
      const start = from % target.length;
      const { code, output, complaints } = merge(target.slice(0, start) + target.slice(start + count), "a.level=FINE\n.level=OFF\n");

      if (output === "") {
        expect({ code, complaints }).toEqual({ code: 1, complaints: expect.stringMatching(/^logback\.xml:\d+:\d+: error: /) as string });
      } else {
        expect(parseXml(output).name).toBe("configuration");
      }
    }),
    { numRuns: Number(process.env["MIGRATE_RUNS"] ?? 100) },
  );
});
