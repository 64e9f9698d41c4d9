import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { defaultCssBuilder } from "../../src/encoder/default-css-builder.js";
import { defaultThrowableRenderer } from "../../src/encoder/default-throwable-renderer.js";
import { HTMLLayout, htmlLayout } from "../../src/encoder/html-layout.js";
import { LayoutWrappingEncoder } from "../../src/encoder/layout-wrapping-encoder.js";
import { nopThrowableRenderer } from "../../src/encoder/nop-throwable-renderer.js";
import { urlCssBuilder } from "../../src/encoder/url-css-builder.js";
import { eventOf } from "../conformance/answer-pattern.js";
import { buildFrom } from "../support/build.js";
import { runCase } from "../support/corpus.js";
import { anEvent } from "../support/events.js";

const components = [defaultCssBuilder, defaultThrowableRenderer, nopThrowableRenderer, urlCssBuilder];

const pages = [
  { id: "run/html-001", properties: { pattern: "%relative%thread%mdc%level%logger%msg" } },
  { id: "run/html-002", properties: { pattern: "%d{HH:mm:ss}%level%msg" } },
  { id: "run/html-003", properties: { pattern: "%msg" } },
  { id: "run/html-005", properties: { pattern: "%X{user}%marker%msg" } },
  { id: "run/html-006", properties: {} },
  { id: "run/html-006", properties: { pattern: "" } },
  { id: "run/html-007", properties: { pattern: "%level%msg", title: "My Log", cssBuilder: { class: "ch.qos.logback.classic.html.UrlCssBuilder", url: "style.css" } } },
  { id: "run/throwable-008", properties: { pattern: "%level%msg%ex" } },
] as const;

for (const { id, properties } of pages) {
  test(`HTMLLayout with ${JSON.stringify(properties)} prints the page of ${id} as real Logback does`, () => {
    const { input, expected } = runCase(id);
    const [first] = input.events;
    const birthTime = first?.timestampMillis ?? 0;
    const context = new LoggerContext({ clock: { now: () => birthTime, nanosWithin: () => 0 } });
    const { built, statuses } = buildFrom(htmlLayout, properties, { context, components });
    const encoder = new LayoutWrappingEncoder(built);
    const threshold = input.xml.includes('level="INFO"') ? Level.INFO : Level.DEBUG;
    const events = input.events.map((event) => eventOf(event, { name: "", birthTime, properties: new Map() })).filter(({ level }) => level.value >= threshold.value);
    const page = encoder.header() + events.map(encoder.encode).join("") + encoder.footer();

    expect(page).toBe(Object.values(expected.files)[0]);
    expect(statuses).toEqual([]);
  });
}

test("HTMLLayout begins a new table, and counts its rows anew, after 10,000", () => {
  const layout = new HTMLLayout({ columns: [{ name: "N", convert: () => "x" }] });
  const rows = Array.from({ length: 10_002 }, () => layout.doLayout(anEvent()));

  expect(rows[9_999]).toBe('\n<tr class="info odd">\n<td class="N">x</td>\n</tr>\n');
  expect(rows[10_000]).toBe(
    '</table>\n<p></p><table cellspacing="0">\n<tr class="header">\n<td class="N">N</td>\n</tr>\n\n<tr class="info even">\n<td class="N">x</td>\n</tr>\n',
  );
  expect(rows[10_001]).toBe(rows[9_999]);
});

test("T13: nothing that was logged, and nothing of the configuration, becomes markup", () => {
  const hostile = `<script>"'&`;
  const properties = { pattern: `%X{${hostile}}%msg%thread%logger%kvp%marker`, title: hostile, cssBuilder: { class: "UrlCssBuilder", url: hostile } };
  const { built } = buildFrom(htmlLayout, properties, { components });
  const event = anEvent({
    loggerName: hostile,
    message: hostile,
    threadName: hostile,
    mdc: { [hostile]: hostile },
    keyValuePairs: [{ key: hostile, value: hostile }],
    throwableInit: { class: hostile, message: hostile, frames: [`a.b(${hostile}.java:1)`], cause: { class: hostile, message: hostile } },
  });
  const encoder = new LayoutWrappingEncoder(built);
  const page = encoder.header() + encoder.encode(event) + encoder.footer();

  expect(page).not.toContain("<script>");
  expect(page.split("&lt;script&gt;&quot;&#39;&amp;").length).toBeGreaterThan(10);
});

test("T5: htmlLayout escapes control characters when asked, by its element or by the configuration, in throwables too", () => {
  const event = anEvent({ message: "a\nb", throwableInit: { class: "E", message: "c\nd" } });

  for (const { built } of [buildFrom(htmlLayout, { neutralise: "true" }), buildFrom(htmlLayout, {}, { draft: { neutralise: true } })]) {
    expect(built?.doLayout(event)).toContain('<td class="Message">a\\nb</td>');
    expect(built?.doLayout(event)).toContain("E: c\\nd\n");
  }
});

test("htmlLayout shows nothing of throwables with the NOPThrowableRenderer", () => {
  const { built, statuses } = buildFrom(htmlLayout, { pattern: "%msg", throwableRenderer: { class: "ch.qos.logback.core.html.NOPThrowableRenderer" } }, { components });

  expect(built?.doLayout(anEvent({ throwable: new Error("hidden") }))).toBe('\n<tr class="info even">\n<td class="Message">started</td>\n</tr>\n');
  expect(statuses).toEqual([]);
});

test("htmlLayout reports what is wrong in its pattern and prints the rest", () => {
  const { built, statuses } = buildFrom(htmlLayout, { pattern: "%msg%nosuch" }, { components });

  expect(built?.doLayout(anEvent())).toContain('<td class="Message">started</td>\n<td class="Literal">%PARSER_ERROR[nosuch]</td>');
  expect(statuses[0]).toMatch(/^ERROR There is no conversion word "%nosuch"/);
});

test("htmlLayout with a pattern that cannot be read prints rows without columns and says so", () => {
  const { built, statuses } = buildFrom(htmlLayout, { pattern: "%msg{" }, { components });

  expect(built?.doLayout(anEvent())).toBe('\n<tr class="info even">\n</tr>\n');
  expect(statuses[0]).toMatch(/^ERROR/);
});

test("htmlLayout uses its defaults in place of components of other classes, and says so", () => {
  const properties = { pattern: "%msg", cssBuilder: { class: "NOPThrowableRenderer" }, throwableRenderer: { class: "DefaultCssBuilder" } };
  const { built, statuses } = buildFrom(htmlLayout, properties, { components });

  expect(built?.fileHeader?.()).toContain("TR.even");
  expect(built?.doLayout(anEvent({ throwable: new Error("shown") }))).toContain("Error: shown");
  expect(statuses).toEqual([
    "ERROR This component cannot be a <cssBuilder>; the default is used.",
    "ERROR This component cannot be a <throwableRenderer>; the default is used.",
  ]);
});
