import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import type { ThrowableInit } from "../../src/core/throwable-info.js";
import { XMLLayout, xmlLayout } from "../../src/encoder/xml-layout.js";
import { eventOf } from "../conformance/answer-pattern.js";
import { buildFrom } from "../support/build.js";
import { runCase } from "../support/corpus.js";
import { anEvent } from "../support/events.js";

test("XMLLayout prints the events of run/xml-002 as real Logback does", () => {
  const { input, expected } = runCase("run/xml-002");
  const layout = new XMLLayout({ properties: true });
  const events = input.events.map((event) => eventOf(event)).filter(({ level }) => level.value >= Level.DEBUG.value);

  expect(events.map((event) => layout.doLayout(event)).join("")).toBe(expected.files["app.xml"]);
});

test("XMLLayout prints call site and frames where there are any", () => {
  const event = anEvent({
    timestamp: 1,
    mdc: { user: "joe" },
    callerFrames: ["com.acme.Shop.<init>(Shop.java:12)"],
    throwableInit: { class: "java.io.IOException", message: "lost", frames: ["com.acme.Repo.save(Repo.java:7)"] },
  });

  expect(new XMLLayout({ locationInfo: true }).doLayout(event).split("\r\n")).toEqual([
    '<log4j:event logger="com.example.Main"',
    '             timestamp="1" level="INFO" thread="main">',
    "  <log4j:message>started</log4j:message>",
    "  <log4j:throwable><![CDATA[\tat com.acme.Repo.save(Repo.java:7)",
    "]]></log4j:throwable>",
    '  <log4j:locationInfo class="com.acme.Shop"',
    '                      method="&lt;init&gt;" file="Shop.java" line="12"/>',
    "",
    "</log4j:event>",
    "",
    "",
  ]);
});

test("XMLLayout prints what a throwable is called and says where it has no frames", () => {
  const said = (throwableInit: ThrowableInit): string | undefined => /<log4j:throwable>.*?<\/log4j:throwable>/s.exec(new XMLLayout().doLayout(anEvent({ throwableInit })))?.[0];

  expect(said({ class: "java.io.IOException", message: "lost ]]>" })).toBe("<log4j:throwable><![CDATA[java.io.IOException: lost ]]]]><![CDATA[>\r\n]]></log4j:throwable>");
  expect(said({ class: "E" })).toBe("<log4j:throwable><![CDATA[E\r\n]]></log4j:throwable>");
});

test("XMLLayout prints no call site when none is known", () => {
  expect(new XMLLayout({ locationInfo: true }).doLayout(anEvent())).not.toContain("locationInfo");
});

test("T13: nothing that was logged ends an element, an attribute or a section, or is forbidden in XML", () => {
  const hostile = "]]></x>\"'&<\0\ufffe\ud800";
  const event = anEvent({
    loggerName: hostile,
    message: hostile,
    threadName: hostile,
    mdc: { [hostile]: hostile },
    throwableInit: { class: "E", frames: [`a.b(${hostile}.java:1)`] },
    callerFrames: [{ className: hostile, methodName: hostile, fileName: hostile, lineNumber: 1, text: hostile }],
  });
  const text = new XMLLayout({ locationInfo: true, properties: true }).doLayout(event);
  const withoutSections = text.replace(/<!\[CDATA\[.*?\]\]>/gs, "");

  expect(withoutSections.replace(/<\/?log4j:\w+( \w+=("[^"<]*"|'[^'<]*')|\s+)*\s*\/?>|[^<>&]|&(lt|gt|amp|quot|#39);/g, "")).toBe("");
   
  expect(text).not.toMatch(/[\0\ufffe\p{Surrogate}]/u);
});

test("xmlLayout reads <locationInfo> and <properties>, both false unless given", () => {
  expect(buildFrom(xmlLayout, {})).toMatchObject({ built: { locationInfo: false, properties: false }, statuses: [] });
  expect(buildFrom(xmlLayout, { locationInfo: "true", properties: "true" })).toMatchObject({ built: { locationInfo: true, properties: true }, statuses: [] });
});

test("T5: xmlLayout escapes control characters when asked, by its element or by the configuration", () => {
  const event = anEvent({ message: "a\nb" });

  for (const { built } of [buildFrom(xmlLayout, { neutralise: "true" }), buildFrom(xmlLayout, {}, { draft: { neutralise: true } })]) {
    expect(built?.doLayout(event)).toContain("<log4j:message>a\\nb</log4j:message>");
  }
});
