import dgram from "node:dgram";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { CategorisedError } from "../../src/core/categorised-error.js";
import type { Logger } from "../../src/core/logger.js";
import { LogProperties } from "../../src/core/log-properties.js";
import { configure, LoggerFactory, MDC, registerConversionWord, resetForTests, shutdown } from "../../src/global.js";
import { logback } from "../support/cli.js";
import { OXException } from "../../src/ox-exception.js";
import { complaints } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const SHIPPED = path.join(import.meta.dirname, "../fixtures/openxchange/logback.xml");

afterEach(resetForTests);

interface Running {
  readonly datagrams: readonly string[];
  readonly complaints: readonly string[];
  read(file: string): string;
}

async function run(xml: string): Promise<Running> {
  const folder = tempDir();
  const datagrams: string[] = [];
  const socket = dgram.createSocket("udp4");
  socket.on("message", (data) => datagrams.push(data.toString()));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  onTestFinished(() => { socket.close(); });
  const { port } = socket.address();
  const { statuses } = configure({ xml: xml.replaceAll("localhost", "127.0.0.1"), properties: { OX_LOGS: folder, OX_SYSLOG_PORT: String(port) } });
  return { datagrams, complaints: complaints(statuses), read: (file) => readFileSync(path.join(folder, file), "utf8") };
}

class FolderService {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  open(folder: string, error: Error): void {
    this.#log.warn("No folder {}", folder, error);
  }
}

function logOne(): void {
  const service = new FolderService(LoggerFactory.getLogger("com.openexchange.folder.FolderService"));
  const error = new CategorisedError("Folder not found", { categories: "USER_INPUT" });
  const pairs = { [LogProperties.SESSION_SESSION_ID]: "3f2a", [LogProperties.SESSION_CONTEXT_ID]: 1, [LogProperties.THREAD_ID]: 7, [LogProperties.AJAX_MODULE]: "folders\nx" };
  MDC.run(pairs, () => { service.open("in\nbox", error); });
}

const MDC_LINES = " com.openexchange.ajax.module=folders x\n com.openexchange.session.contextId=1\n com.openexchange.session.sessionId=3f2a\n";
const CALLER = String.raw`FolderService\.open\(FolderService\.java:\d+\)`;

test("the configuration that Open-Xchange ships loads without a complaint and writes its layouts", async () => {
  const { complaints: said, datagrams, read } = await run(readFileSync(SHIPPED, "utf8"));
  expect(said).toEqual([]);

  logOne();
  await vi.waitFor(() => { expect(datagrams.length).toBeGreaterThan(1); }, { timeout: 20_000 });
  await shutdown();

  const [head, ...rest] = read("open-xchange.log.0").split("\n");
  expect(head).toMatch(new RegExp(String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{3}[+-]\d{4} WARN  \[main\] ${CALLER}$`));
  expect(rest.join("\n")).toBe(`No folder inbox\n${MDC_LINES}CategorisedError: Folder not found\n`);

  const [compatHead, ...compatRest] = read("compat/open-xchange.log.0").split("\n");
  expect(compatHead).toMatch(new RegExp(String.raw`^[A-Z][a-z]{2} \d\d, \d{4} \d{1,2}:\d\d:\d\d [AP]M ${CALLER}$`));
  expect(compatRest.join("\n")).toBe(`WARN: No folder in\nbox\n${MDC_LINES}CategorisedError: Folder not found\n`);

  // <priority>: local2 is facility 18, WARN severity 4.
  expect(datagrams[0]).toMatch(new RegExp(String.raw`^<148>.* open-xchange WARN  \[com\.openexchange\.folder\.FolderService\]\[main\]: ${CALLER}\n${MDC_LINES} \n No folder in\nbox\n$`, "s"));
  expect(datagrams[1]).toContain("CategorisedError: Folder not found");
});

test("an event without MDC and exception is two lines", async () => {
  const { read } = await run(readFileSync(SHIPPED, "utf8"));
  LoggerFactory.getLogger("com.openexchange.x").info("one\nline");
  await shutdown();

  expect(read("open-xchange.log.0")).toMatch(/^[^\n]* INFO {2}\[main\] [^\n]*\noneline\n$/);
});

test("an exception that is logged with an empty message has an empty second line", async () => {
  const { read } = await run(readFileSync(SHIPPED, "utf8"));
  LoggerFactory.getLogger("com.openexchange.x").error("", new OXException("wrong", { categories: "USER_INPUT" }));
  await shutdown();

  expect(read("open-xchange.log.0")).toMatch(/^[^\n]* ERROR \[main\] [^\n]*\n\ncom\.openexchange\.exception\.OXException: OX-9999 Categories=USER_INPUT Message='wrong' exceptionID=-?\d+-\d+\n$/);
});

test("with ASYNC alone, as it is shipped, the others are not made, and that is all that is said", async () => {
  const xml = readFileSync(SHIPPED, "utf8").replace(/<appender-ref ref="(?:FILE_COMPAT|SYSLOG)"\/>/g, "");
  const { complaints: said } = await run(xml);

  expect(said.map((complaint) => complaint.replace(/^WARN \S+ /, ""))).toEqual(["Appender named [FILE_COMPAT] is not referenced; it is not made.", "Appender named [SYSLOG] is not referenced; it is not made."]);
});

const classes = [
  ["com.openexchange.logback.extensions.ExtendedPatternLayoutEncoder", "com.openexchange.logback.extensions.FixedWindowRollingPolicy"],
  ["com.openexchange.logback.extensions.encoders.ExtendedPatternLayoutEncoder", "com.openexchange.logback.extensions.policies.FixedWindowRollingPolicy"],
  ["ch.qos.logback.classic.encoder.ExtendedPatternLayoutEncoder", "ch.qos.logback.core.rolling.FixedWindowRollingPolicy"],
] as const;

for (const [encoder, policy] of classes) {
  test(`${encoder} makes the words known, also without the definer`, async () => {
    const xml = readFileSync(SHIPPED, "utf8")
      .replace(/<define .*\/>/, "")
      .replaceAll("com.openexchange.logback.extensions.ExtendedPatternLayoutEncoder", encoder)
      .replaceAll("com.openexchange.logback.extensions.FixedWindowRollingPolicy", policy)
      .replaceAll("<maxIndex>99", "<maxIndex>20");
    const { complaints: said, read } = await run(xml);
    logOne();
    await shutdown();

    expect(said).toEqual([]);
    expect(read("open-xchange.log.0")).toContain(MDC_LINES);
  });
}

const homes = ["com.openexchange.logback.extensions", "com.openexchange.logback.extensions.converters", "ch.qos.logback.classic.encoder"];
const rules = homes.flatMap((home) => [
  { word: "lmdc", pattern: "%lmdc", className: `${home}.LineMDCConverter` },
  { word: "ereplace", pattern: "%ereplace(%msg){'a', '%n'}", className: `${home}.ExtendedReplacingCompositeConverter` },
  { word: "tid", pattern: "%tid", className: `${home}.ThreadIdConverter` },
  { word: "sanitisedMessage", pattern: "%sanitisedMessage", className: `${home}.LogSanitisingConverter` },
]);

for (const { word, pattern, className } of rules) {
  test(`a conversion rule binds %${word} to ${className}`, async () => {
    const { complaints: said } = await run(`<configuration>
      <conversionRule conversionWord="${word}" class="${className}"/>
      <appender name="A" class="ConsoleAppender"><encoder><pattern>${pattern}</pattern></encoder></appender>
      <root level="OFF"><appender-ref ref="A"/></root>
    </configuration>`);

    expect(said).toEqual([]);
  });
}

test("without a class of Open-Xchange its words are unknown, as in Logback", async () => {
  const { complaints: said } = await run(`<configuration>
    <appender name="A" class="ConsoleAppender"><encoder><pattern>%lmdc</pattern></encoder></appender>
    <root level="OFF"><appender-ref ref="A"/></root>
  </configuration>`);

  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/There is no conversion word "%lmdc"\. It is Open-Xchange's; use the class com\.openexchange\.logback\.extensions\.ExtendedPatternLayoutEncoder for the encoder, or write /);
});

test("the words are taught to the process once, and one that the program registered keeps its meaning", async () => {
  registerConversionWord("tid", () => () => "own");
  const { read } = await run(readFileSync(SHIPPED, "utf8").replaceAll("%sanitisedMessage", "%tid"));
  LoggerFactory.getLogger("com.openexchange.x").info("message");
  await shutdown();

  expect(read("open-xchange.log.0")).toMatch(/\nown\n$/);
});

test("logback check notes the raw messages of FILE_COMPAT, and nothing else", () => {
  const { code, output } = logback(["check", SHIPPED, "-D", "OX_LOGS=/var/log/open-xchange", "-D", "OX_SYSLOG_PORT=514"]);
  const problems = output.split("\n").filter((line) => /: (?:note|warning|error): /.test(line));

  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/note: .*\[raw-message-in-file\]$/);
  expect(code).toBe(0);
});
