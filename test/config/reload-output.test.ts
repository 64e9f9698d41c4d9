import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ConfigurationResult } from "../../src/config/configurator.js";
import { defineComponent, stringProperty } from "../../src/core/component.js";
import type { Encoder } from "../../src/core/encoder.js";
import { configure, LoggerFactory, registerComponent, reload, resetForTests, shutdown } from "../../src/global.js";
import { complaints } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

let folder: string;
let file: string;

beforeEach(() => {
  folder = tempDir();
  file = path.join(folder, "logback.xml");
  registerComponent(FRAMING);
});
afterEach(resetForTests);

/** Frames what is written from start to stop, with the label that the configuration gives. */
const FRAMING = defineComponent({
  kind: "encoder",
  classNames: ["FramingEncoder"],
  properties: { label: stringProperty({ required: true }) },
  create: ({ label }): Encoder => ({ encode: (event) => `${event.formattedMessage}\n`, header: () => `<${label}>\n`, footer: () => `</${label}>\n` }),
});

const ROLLING = '<rollingPolicy class="FixedWindowRollingPolicy"><fileNamePattern>app.%i.log</fileNamePattern></rollingPolicy><triggeringPolicy class="SizeBasedTriggeringPolicy"><maxFileSize>1MB</maxFileSize></triggeringPolicy>';

const outputs = [
  { title: "FileAppender", what: "FileAppender", more: "" },
  { title: "buffered FileAppender", what: "FileAppender", more: "<immediateFlush>false</immediateFlush>" },
  { title: "prudent FileAppender", what: "FileAppender", more: "<prudent>true</prudent>" },
  { title: "RollingFileAppender", what: "RollingFileAppender", more: ROLLING },
] as const;

function framed(label: string, { what, more }: { readonly what: string; readonly more: string } = outputs[0], name = "OUT"): string {
  return `<appender name="${name}" class="${what}"><file>app.log</file>${more}<encoder class="FramingEncoder"><label>${label}</label></encoder></appender>`;
}

function write(content: string, root = "OUT"): void {
  writeFileSync(file, `<configuration><statusListener class="NopStatusListener"/>${content}<root level="INFO"><appender-ref ref="${root}"/></root></configuration>`);
}

function begin(content: string, root = "OUT"): void {
  write(content, root);
  configure({ file, baseDir: folder });
}

function log(message: string): void {
  LoggerFactory.getLogger("ROOT").info(message);
}

function lines(): string[] {
  return readFileSync(path.join(folder, "app.log"), "utf8").split("\n").slice(0, -1);
}

for (const output of outputs) {
  test(`an exchanged ${output.title} ends its output before the next begins the same file`, async () => {
    begin(framed("a", output));
    log("one");
    write(framed("b", output));
    await reload();
    log("two");
    await shutdown();

    expect(lines()).toEqual(["<a>", "one", "</a>", "<b>", "two", "</b>"]);
  });
}

test("the next output is begun by the reload, before there is an event for it", async () => {
  begin(framed("a"));
  write(framed("b"));

  await reload();

  expect(lines()).toEqual(["<a>", "</a>", "<b>"]);
});

test("an exchanged ConsoleAppender ends its output before the next begins", () => {
  const html = (title: string): string =>
    `<configuration><appender name="OUT" class="ConsoleAppender"><encoder class="LayoutWrappingEncoder"><layout class="ch.qos.logback.classic.html.HTMLLayout"><title>${title}</title></layout></encoder></appender><root><appender-ref ref="OUT"/></root></configuration>`;
  const program = `import { configure, LoggerFactory } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url))};
for (const title of ["a", "b"]) {
  configure({ xml: ${JSON.stringify(html("TITLE"))}.replace("TITLE", title) });
  LoggerFactory.getLogger("x").info("event of " + title);
}`;

  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });

  expect(output.match(/<title>.|event of .|<\/html>/g)).toEqual(["<title>a", "event of a", "</html>", "<title>b", "event of b"]);
});

test("what waits in a queue still comes into the output that it was logged for", async () => {
  const queued = (label: string): string => `${framed(label)}<appender name="ASYNC" class="AsyncAppender"><appender-ref ref="OUT"/></appender>`;
  begin(queued("a"), "ASYNC");
  log("one");
  write(queued("b"), "ASYNC");
  await reload();
  log("two");
  await shutdown();

  expect(lines()).toEqual(["<a>", "one", "</a>", "<b>", "two", "</b>"]);
});

test("an appender that is to empty its file does so when the one before it is done", async () => {
  begin(framed("a"));
  log("one");
  write(framed("b", { what: "FileAppender", more: "<append>false</append>" }));
  await reload();
  log("two");
  await shutdown();

  expect(lines()).toEqual(["<b>", "two", "</b>"]);
});

test("a refused reload leaves no trace in the file, and does not empty it", async () => {
  begin(framed("a", outputs[0], "OLD"), "OLD");
  log("one");
  writeFileSync(path.join(folder, "blocked"), "in the way of the folder");
  const blocked = '<appender name="BLOCKED" class="FileAppender"><file>blocked/b.log</file><encoder class="FramingEncoder"><label>b</label></encoder></appender>';
  write(`${framed("b", { what: "FileAppender", more: "<append>false</append>" }, "NEW")}<logger name="x"><appender-ref ref="NEW"/></logger>${blocked}`, "BLOCKED");

  const { applied } = await reload();
  log("two");
  await shutdown();

  expect(applied).toBe(false);
  expect(lines()).toEqual(["<a>", "one", "two", "</a>"]);
});

test("the size by which a file rolls counts what the appender before it wrote last", async () => {
  const output = { what: "RollingFileAppender", more: ROLLING.replace("<maxFileSize>1MB", "<maxFileSize>70") };
  const [a, b] = ["a".repeat(20), "b".repeat(20)];
  begin(framed(a, output));
  log("one");
  write(framed(b, output));
  await reload();
  log("two");
  await shutdown();

  expect(readFileSync(path.join(folder, "app.1.log"), "utf8")).toBe(`<${a}>\none\n</${a}>\n<${b}>\n</${b}>\n`);
  expect(lines()).toEqual([`<${b}>`, "two", `</${b}>`]);
});

test("a head that cannot be made is said, and costs no event", () => {
  registerComponent(
    defineComponent({
      kind: "encoder",
      classNames: ["HeadlessEncoder"],
      properties: {},
      create: (): Encoder => ({
        encode: (event) => `${event.formattedMessage}\n`,
        header: () => {
          throw new Error("no head");
        },
      }),
    }),
  );
  write('<appender name="OUT" class="FileAppender"><file>app.log</file><encoder class="HeadlessEncoder"/></appender>');
  const result: ConfigurationResult = configure({ file, baseDir: folder });

  log("one");

  expect(complaints(result.statuses)).toEqual([expect.stringContaining("Appender [OUT] could not begin its output properly; its events are written all the same.")]);
  expect(lines()).toEqual(["one"]);
});
