import { readdirSync } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { components, conversionWords } from "../../src/builtins.js";
import { checkConfiguration } from "../../src/config/check.js";
import { explainConfiguration } from "../../src/config/explain/explain.js";
import { explainEvent } from "../../src/config/explain/event.js";
import { Level } from "../../src/core/level.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";
import { complaints, configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

/** Continuous integration asks for more. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 2_000);

const ELEMENTS = [
  "appender", "appender-ref", "condition", "configuration", "contextListener", "contextName", "contextProperty", "conversionRule", "define", "delay", "discriminator", "else",
  "encoder", "evaluator", "expression", "filter", "if", "import", "include", "included", "insertFromJNDI", "jmxConfigurator", "key", "layout", "level", "logger", "newRule", "onMatch",
  "param", "pattern", "propertiesConfigurator", "property", "queueSize", "receiver", "root", "sequenceNumberGenerator", "shutdownHook", "sift", "springProfile", "springProperty",
  "statusListener", "target", "then", "timestamp", "turboFilter", "variable", "__proto__", "constructor", "Pattern", "unknown",
] as const; // prettier-ignore

const ATTRIBUTES = [
  "name", "class", "level", "ref", "value", "scope", "file", "resource", "url", "optional", "key", "datePattern", "timeReference", "timeZone", "additivity", "condition",
  "conversionWord", "converterClass", "source", "defaultValue", "debug", "scan", "scanPeriod", "neutralise", "__proto__", "bogus",
] as const; // prettier-ignore

/** Nothing that writes: what a fuzzed appender does to files is another test's matter. */
const CLASSES = components.flatMap(({ classNames }) => classNames).filter((name) => !/File|Console/.test(name));

const VALUES = [
  "A", "B", "LIST", "ROOT", "INFO", "warn", "NULL", "true", "false", "", " ", "context", "system", "${A}", "${B:-b}", "${A:-${B}}", "${", "}", ":-", "${A", "$${A}", "${:-x}", "${${A}}", "{}",
  "inc.xml", "../inc.xml", "/dev/zero", "yyyy-MM-dd", "yyyy'", "%d{HH:mm:ss,SSS} %msg%n", "%d{", "%clr(%m){red}", "isDefined(\"A\") && true", "!(", "prod & (eu | us)", "a & b | c", "prod,!dev",
  "10 s", "-1", "99999999999999999999", "\u0000", "\u202e", "ch.qos.logback.core.read.ListAppender", "org/springframework/boot/logging/logback/base.xml",
] as const; // prettier-ignore

const text = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...VALUES) }, { weight: 3, arbitrary: fc.constantFrom(...CLASSES) }, fc.string({ unit: "binary", maxLength: 20 }));
const escaped = text.map((value) => value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`));

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .record({
      name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ELEMENTS) }, fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/)),
      attributes: fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES), escaped), { maxLength: 4, selector: ([name]) => name }),
      children: fc.array(fc.oneof({ depthSize: "small" }, escaped, tie("element")), { maxLength: 4 }),
    })
    .map(({ name, attributes, children }) => `<${name}${attributes.map(([key, value]) => ` ${key}="${value}"`).join("")}>${children.join("")}</${name}>`),
}));

const wellFormed = fc.array(element, { maxLength: 8 }).map((elements) => `<configuration>${elements.join("\n")}</configuration>`);

/** A configuration with everything in it, to be broken. */
const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE configuration>
<configuration debug="false" scan="true" scanPeriod="30 seconds">
  <!-- comment --><import class="ch.qos.logback.core.read.ListAppender"/><import class="ch.qos.logback.classic.filter.ThresholdFilter"/>
  <contextName>app</contextName>
  <property scope="context" name="A" value="\${B:-b}"/><variable name="C" value="\${A}-\${A:-\${B:-x}}"/>
  <define name="D" class="ch.qos.logback.core.property.CanonicalHostNamePropertyDefiner"/>
  <timestamp key="T" datePattern="yyyyMMdd'T'HHmmss"/>
  <conversionRule conversionWord="w" class="ch.qos.logback.classic.pattern.LevelConverter"/>
  <condition class="ch.qos.logback.core.boolex.ExpressionPropertyCondition"><expression>isDefined("A") &amp;&amp; !isNull("B")</expression></condition>
  <if><then><logger name="t"/></then><else><logger name="e"/></else></if>
  <springProfile name="prod &amp; (eu | us), !dev"><springProperty name="S" source="app.name" defaultValue="x"/></springProfile>
  <include resource="org/springframework/boot/logging/logback/defaults.xml"/><include file="none.xml" optional="true"/>
  <appender name="LIST" class="ListAppender"><filter class="ThresholdFilter"><level>INFO</level></filter></appender>
  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><param name="queueSize" value="8"/><appender-ref ref="LIST"/></appender>
  <logger name="com.acme" level="DEBUG" additivity="false"><level value="TRACE"/><appender-ref ref="LIST"/></logger>
  <root level="\${L:-INFO}"><appender-ref ref="ASYNC"/></root>
</configuration>`;

const cut = fc.record({ at: fc.nat({ max: WHOLE.length }), length: fc.nat({ max: 12 }), put: fc.oneof(fc.constantFrom("", "<", ">", '"', "&", "/", "${", "}", ":-", "--", "]]>", "<!", "\0", "\ud800"), text) });
const mutated = fc.array(cut, { minLength: 1, maxLength: 4 }).map((cuts) => cuts.reduce((xml, { at, length, put }) => xml.slice(0, at) + put + xml.slice(at + length), WHOLE));

const anything = fc.string({ unit: "binary", maxLength: 200 });
const document = fc.oneof({ weight: 5, arbitrary: wellFormed }, { weight: 5, arbitrary: mutated }, anything);

const options = { numRuns: RUNS };
const timeout = 30_000 + RUNS * 20;

test("whatever a file holds, configuring does not throw, ends, and says why where it refuses", { timeout }, async () => {
  const baseDir = tempDir();
  await fc.assert(
    fc.asyncProperty(document, async (xml) => {
      const { context, configure } = configured({ baseDir, environment: { A: "a" }, profiles: ["prod"] });

      const { applied, statuses } = configure(xml);
      context.getLogger("com.acme.Cart").info("event");
      await context.stop();
      // What a context leaves for the next turn would otherwise be kept until all runs are over.
      await nextTurn();

      expect(applied || complaints(statuses).length > 0).toBe(true);
      // A mistake in the library itself, which the last resort caught.
      expect(statuses.map(({ message }) => message)).not.toContain("The configuration could not be applied; the one in force stays.");
      expect(statuses.every(({ position }) => position === undefined || (position.line > 0 && position.column > 0))).toBe(true);
      for (const refused of statuses.filter(({ level }) => level === "ERROR")) {
        expect(refused.message).not.toBe("");
      }
    }),
    options,
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("whatever a file holds, checking and explaining it does not throw, ends, and gives every problem a place", { timeout }, () => {
  const surveyOptions = { registry: new ComponentRegistry(components), services: new Map([[CONVERSION_WORDS, wordMap(conversionWords)]]), programProperties: new Map(), environment: { A: "a" }, profiles: ["prod"] };
  const baseDir = tempDir();
  fc.assert(
    fc.property(document, (content) => {
      const { problems, configuration } = checkConfiguration({ file: "logback.xml", baseDir, content }, surveyOptions);
      if (configuration !== undefined) {
        explainConfiguration(configuration, {});
        explainEvent(configuration, { loggerName: "com.acme.Cart", level: Level.INFO });
      }

      expect(configuration !== undefined || problems.length > 0).toBe(true);
      expect(problems.every(({ line, column, message }) => (line === undefined || (line > 0 && (column ?? 1) > 0)) && message !== "")).toBe(true);
      expect(readdirSync(baseDir)).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("${", "}", ":-", "{", "$", ":", "-", "${A}", "${B:-", "${C", "A", "\\", " ", "HOSTNAME") },
  fc.string({ unit: "binary", maxLength: 5 }),
);
const substitution = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("").replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "?"));

test("whatever a text with variables holds, the property is defined, or a status says why its text stays", { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(substitution, substitution, substitution, async (a, b, text) => {
      const { context, configure } = configured({ properties: { A: a, B: b } });

      const { applied, statuses } = configure(`<configuration>\n<property scope="context" name="OUT" value="x${text.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)}"/>\n</configuration>`);

      const written = `x${text}`.trim();
      const value = context.getProperty("OUT");
      await context.stop();
      await nextTurn();
      expect(applied).toBe(true);
      expect(value).toBeDefined();
      expect(complaints(statuses).every((said) => said.includes("logback.xml:2:"))).toBe(true);
      if (complaints(statuses).some((said) => said.startsWith("ERROR"))) {
        expect(value?.trim()).toBe(written);
      }
    }),
    options,
  );
});
