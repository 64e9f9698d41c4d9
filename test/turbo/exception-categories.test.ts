import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { watchProperties } from "../../src/config/watch-properties.js";
import { CategorisedError } from "../../src/core/categorised-error.js";
import type { ServiceKey } from "../../src/core/component.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { WATCH_PROPERTIES, type WatchProperties } from "../../src/core/watched-properties.js";
import { categoryRule } from "../../src/turbo/category-rule.js";
import { exceptionCategories } from "../../src/turbo/exception-categories.js";
import type { ExceptionCategoryFilter } from "../../src/turbo/exception-category-filter.js";
import { buildFrom } from "../support/build.js";
import { complaints, configured } from "../support/configured.js";
import { complaintsOf } from "../support/recording.js";
import { tempDir } from "../support/temp-dir.js";

const watchSoon: WatchProperties = (file, listener) => watchProperties(file, listener, 20);
const PATIENCE = { timeout: 20_000 };
const WATCHING = new Map<ServiceKey<unknown>, unknown>([[WATCH_PROPERTIES, watchSoon]]);

test("server.properties is read at once, and again whenever it changes or is gone", async () => {
  const file = path.join(tempDir(), "server.properties");
  writeFileSync(file, "com.openexchange.log.suppressedCategories=CONFLICT, CAPACITY\n");
  const context = new LoggerContext();
  const { built } = buildFrom(exceptionCategories, { propertiesFile: file }, { context, services: WATCHING });
  built?.onConfigured?.(context);
  onTestFinished(() => built?.onStopped?.(context));
  const filter = context.frameSuppression as ExceptionCategoryFilter;
  expect(filter.categories).toEqual(["CONFLICT", "CAPACITY"]);

  writeFileSync(file, "com.openexchange.log.suppressedCategories=TRY_AGAIN\n");
  await vi.waitFor(() => { expect(filter.categories).toEqual(["TRY_AGAIN"]); }, PATIENCE);
  writeFileSync(file, "other=\\u12\n");
  await vi.waitFor(() => { expect(complaintsOf(context)).toEqual([`ERROR The properties file [${file}] is not used, and what it said before still holds. Expected four hexadecimal digits behind \\u.`]); }, PATIENCE);
  expect(filter.categories).toEqual(["TRY_AGAIN"]);
  rmSync(file);
  await vi.waitFor(() => { expect(filter.categories).toEqual(["USER_INPUT"]); }, PATIENCE);
  expect(complaintsOf(context).at(-1)).toBe(`WARN The properties file [${file}] is not there; it counts as soon as it is.`);
});

test("a rule gives a category to errors that have none", () => {
  const { context, configure } = configured();
  const { statuses } = configure(`<configuration>
    <contextListener class="com.openexchange.logging.filter.ExceptionCategoryFilter">
      <rule><category>USER_INPUT</category><className>RangeError</className></rule>
      <rule><category>CONFLICT</category><message>locked</message></rule>
      <includeStackTrace>5@1</includeStackTrace>
    </contextListener>
    <root level="INFO"/>
  </configuration>`);
  const hides = (error: Error): boolean => context.frameSuppression?.hidesFrames(error, context.root, context.root.effectiveLevel) === true;

  expect(complaints(statuses)).toEqual([]);
  expect(hides(new RangeError("x"))).toBe(true);
  expect(hides(new Error("x"))).toBe(false);
  expect(hides(new Error("it is locked"))).toBe(false);
  (context.frameSuppression as ExceptionCategoryFilter).override(["CONFLICT"]);
  expect(hides(new Error("it is locked"))).toBe(true);
  expect(hides(Object.assign(new Error("it is locked"), { categories: ["ERROR"] }))).toBe(false);
});

test("what a configuration set up goes with it, and the default is back", () => {
  const { context, configure } = configured();
  configure(`<configuration>
    <contextListener class="com.openexchange.logging.filter.ExceptionCategoryFilter"><rule><category>USER_INPUT</category><code>1</code></rule></contextListener>
    <property scope="context" name="com.openexchange.log.suppressedCategories" value="USER_INPUT,CONFLICT"/>
  </configuration>`);
  const suppression = context.frameSuppression as ExceptionCategoryFilter;
  const error = Object.assign(new Error("x"), { code: 1 });
  expect(suppression.categories).toEqual(["USER_INPUT", "CONFLICT"]);
  expect(suppression.hidesFrames(error, context.root, context.root.effectiveLevel)).toBe(true);
  configure("<configuration/>");

  expect(context.frameSuppression).toBe(suppression);
  expect(suppression.categories).toEqual(["USER_INPUT"]);
  expect(suppression.hidesFrames(error, context.root, context.root.effectiveLevel)).toBe(false);
  expect(suppression.hidesFrames(new CategorisedError("x", { categories: "USER_INPUT" }), context.root, context.root.effectiveLevel)).toBe(true);
});

test("what cannot be used is said", () => {
  const { built, statuses } = buildFrom(exceptionCategories, { propertiesFile: "server.properties", includeStackTrace: "5/1", rule: { class: "CategoryRule", category: "USER_INPUT" } }, { components: [categoryRule], baseDir: "/etc" });

  expect(built).toBeDefined();
  expect(statuses).toEqual([
    'WARN Expected userId@contextId, two positive numbers, in <includeStackTrace>, got "5/1"; it is ignored.',
    "ERROR Expected <className>, <code> or <message> in a <rule>, which would match every error without; it is left out.",
    "ERROR The properties file [/etc/server.properties] cannot be watched here; it is not read.",
  ]);
});

const CORE = "ch.qos.logback.core";
const CLASSIC = "ch.qos.logback.classic";
const encoders = [
  "<encoder><pattern>%msg%n%ex</pattern></encoder>",
  "<encoder><pattern>%msg%n%xEx%rEx{full}</pattern></encoder>",
  "<encoder><pattern>%msg%n%ex{short}</pattern></encoder>",
  `<encoder class="${CLASSIC}.encoder.JsonEncoder"/>`,
  `<encoder class="net.logstash.logback.encoder.LogstashEncoder"/>`,
  `<encoder class="net.logstash.logback.encoder.LogstashEncoder"><throwableConverter class="net.logstash.logback.stacktrace.ShortenedThrowableConverter"/></encoder>`,
  `<encoder class="${CORE}.encoder.LayoutWrappingEncoder"><layout class="${CLASSIC}.html.HTMLLayout"/></encoder>`,
  `<encoder class="${CORE}.encoder.LayoutWrappingEncoder"><layout class="${CLASSIC}.layout.TTLLLayout"/></encoder>`,
];

/** As in Logback, it prints frames only and not what an error says. */
const XML = `<encoder class="${CORE}.encoder.LayoutWrappingEncoder"><layout class="${CLASSIC}.log4j.XMLLayout"/></encoder>`;

test("every layout leaves the frames out, and prints those of other errors", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  configure(`<configuration>
    <contextListener class="com.openexchange.logging.filter.ExceptionCategoryFilter"/>
    ${[...encoders, XML].map((encoder, index) => `<appender name="A${index}" class="FileAppender"><file>${folder}/${index}.log</file>${encoder}</appender>`).join("")}
    <root level="INFO">${[...encoders, XML].map((_, index) => `<appender-ref ref="A${index}"/>`).join("")}</root>
  </configuration>`);
  const causes = { cause: new RangeError("too long") };
  context.root.error("of the user", new CategorisedError("bad name", { categories: "USER_INPUT", ...causes }));
  const framed = new CategorisedError("lost connection", { categories: "CONNECTIVITY", ...causes });
  const split = (index: number): readonly string[] => readFileSync(path.join(folder, `${index}.log`), "utf8").split("of the system");
  context.root.error("of the system", framed);
  await context.stop();

  for (const [index, encoder] of encoders.entries()) {
    const [ofUser = "", ofSystem = ""] = split(index);
    expect(ofUser, encoder).toMatch(/bad name[^]*too long/);
    expect(ofUser, encoder).not.toContain("exception-categories.test.ts");
    expect(ofSystem, encoder).toMatch(/lost connection[^]*exception-categories\.test\.ts/);
  }
  const [ofUser, ofSystem] = split(encoders.length);
  expect(ofUser).toContain("<log4j:throwable><![CDATA[CategorisedError: bad name\r\n]]></log4j:throwable>");
  expect(ofSystem).toContain("exception-categories.test.ts");
});
