import { expect, test } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import { elementsFromCode, type CodeConfiguration } from "../../src/config/from-code.js";
import type { XmlElement } from "../../src/config/xml/parse.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { complaints, configured } from "../support/configured.js";

/** As XML, without attributes' order mattering. */
function written({ name, attributes, children, text }: XmlElement): string {
  return `<${[name, ...attributes.map((attribute) => `${attribute.name}=${attribute.value}`)].join(" ")}>${text}${children.map(written).join("")}</>`;
}

const rows: readonly { readonly title: string; readonly code: CodeConfiguration; readonly xml: string }[] = [
  { title: "nothing", code: {}, xml: "" },
  { title: "a context's name", code: { contextName: "x" }, xml: "<contextName>x</>" },
  { title: "an appender", code: { appenders: { A: { class: "ListAppender" } } }, xml: "<appender name=A class=ListAppender></>" },
  { title: "values of every kind", code: { appenders: { A: { class: "X", text: "t", number: 1, truth: true, none: undefined } } }, xml: "<appender name=A class=X><text>t</><number>1</><truth>true</></>" },
  { title: "a list, as several elements", code: { appenders: { A: { class: "X", key: ["a", "b"] } } }, xml: "<appender name=A class=X><key>a</><key>b</></>" },
  { title: "nested components", code: { appenders: { A: { class: "X", encoder: { pattern: "%m" }, filter: [{ class: "F" }, { class: "G", level: "INFO" }] } } }, xml: "<appender name=A class=X><encoder><pattern>%m</></><filter class=F></><filter class=G><level>INFO</></></>" },
  { title: "loggers", code: { loggers: { a: { level: "INFO", additive: false, appenders: ["A", "B"] }, b: { level: Level.WARN } } }, xml: "<logger name=a level=INFO additivity=false><appender-ref ref=A></><appender-ref ref=B></></><logger name=b level=WARN></>" },
  { title: "the root", code: { root: { level: "INFO" } }, xml: "<root level=INFO></>" },
  { title: "turbo filters and status listeners, the latter first", code: { turboFilters: [{ class: "T", x: 1 }], statusListeners: [{ class: "S" }] }, xml: "<statusListener class=S></><turboFilter class=T><x>1</></>" },
];

for (const { title, code, xml } of rows) {
  test(`${title} in code is the tree of the same file`, () => {
    expect(written(elementsFromCode(code).root)).toBe(`<configuration>${xml}</>`);
  });
}

test("null counts as nothing everywhere, as JavaScript programs write it", () => {
  const code: any = { contextName: null, appenders: { A: null, B: { class: "X", file: null, filter: [] } }, loggers: { a: null }, root: null };

  expect(written(elementsFromCode(code).root)).toBe("<configuration><appender name=B class=X></></>");
});

test("an appender that the program made is handed over and is not in the tree", () => {
  const appender = new ListAppender("OWN", new LoggerContext());

  const { root, given } = elementsFromCode({ appenders: { OWN: appender } });

  expect([...given]).toEqual([["OWN", appender]]);
  expect(root.children).toEqual([]);
});

test("a mistake in code has the same status as in a file, with the element in place of a line", () => {
  const { configurator } = configured();
  const { root } = elementsFromCode({ appenders: { A: { class: "ListApender" } }, root: { level: "LOUD", appenders: ["A"] } });

  const { statuses } = configurator.configure({ file: "<code>", baseDir: process.cwd(), content: root });

  expect(complaints(statuses)).toEqual([
    'WARN - "LOUD" is not a level; DEBUG is used.',
    'ERROR - No appender of class [ListApender] is known; it is left out. Did you mean "ListAppender"?',
  ]);
  expect(statuses.filter(({ level }) => level !== "INFO").map(({ origin }) => origin)).toEqual(["configuration/root", "configuration/appender[A]"]);
});

test("an appender made by the application is referred to by the name it is given under", () => {
  const { context, configurator } = configured();
  const mine = new ListAppender("mine", context);
  const { root, given } = elementsFromCode({ appenders: { OTHER: mine }, root: { level: "INFO", appenders: ["OTHER"] } });

  const { statuses } = configurator.configure({ file: "<code>", baseDir: process.cwd(), content: root, appenders: given });
  context.getLogger("a").info("here");

  expect(complaints(statuses)).toEqual([]);
  expect(mine.list.map(({ message }) => message)).toEqual(["here"]);
});

// What a compiler would have refused.
const fromJavaScript = [
  { what: "one name where a list is expected", given: { appenders: { LIST: { class: "ListAppender" } }, root: { appenders: "LIST" } }, says: [] },
  { what: "a level that is a number", given: { root: { level: 5 } }, says: ['WARN - "5" is not a level; DEBUG is used.'] },
  { what: "an unknown property of a logger", given: { loggers: { a: { levl: "INFO" } } }, says: ['WARN - Unknown attribute [levl] of <logger> is ignored. Did you mean "level"?'] },
  { what: "an unknown part", given: { lggers: {} }, says: ['ERROR - Ignoring unknown element <lggers>. Did you mean "logger"?'] },
];

for (const { what, given, says } of fromJavaScript) {
  test(`${what} is understood or said, and throws nothing`, () => {
    const { configurator } = configured();
    const { root } = elementsFromCode(given as unknown as CodeConfiguration);

    const result = configurator.configure({ file: "<code>", baseDir: process.cwd(), content: root });

    expect(result.applied).toBe(true);
    expect(complaints(result.statuses)).toEqual(says);
  });
}
