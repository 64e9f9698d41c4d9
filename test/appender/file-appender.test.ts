import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FileAppender, fileAppender, isTaken, type FileAppenderOptions } from "../../src/appender/file-appender.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { buildFrom } from "../support/build.js";
import { RecordingDrains } from "../support/drains.js";
import { anEvent } from "../support/events.js";
import { configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";
import { MESSAGE_ENCODER, messageEncoder } from "../support/text-encoder.js";

interface Started {
  readonly appender: FileAppender;
  readonly file: string;
  readonly drains: RecordingDrains;
  statuses(): string[];
}

function started(options: Partial<FileAppenderOptions> = {}): Started {
  const drains = new RecordingDrains();
  const context = new LoggerContext({ drains });
  const file = options.file ?? path.join(tempDir(), "app.log");
  const appender = new FileAppender("FILE", context, { encoder: MESSAGE_ENCODER, ...options, file });
  appender.start();
  return { appender, file, drains, statuses: () => context.statusManager.statuses.map(({ level, message }) => `${level} ${message}`) };
}

function built(settings: ComponentSettings, baseDir: string = tempDir()): ReturnType<typeof buildFrom<FileAppender>> {
  return buildFrom(fileAppender, { encoder: { class: "MessageEncoder" }, ...settings }, { components: [messageEncoder], baseDir });
}

test("an event is in the file when the log call returns", () => {
  const { appender, file } = started();

  appender.doAppend(anEvent({ message: "one" }));

  expect(readFileSync(file, "utf8")).toBe("one\n");
  expect(appender.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0 });
});

test("without immediateFlush events wait for their buffer, which the end of the process empties", () => {
  const { appender, file, drains } = started({ immediateFlush: false, bufferSize: 10 });
  appender.doAppend(anEvent({ message: "one" }));
  appender.doAppend(anEvent({ message: "two" }));
  expect(readFileSync(file, "utf8")).toBe("");

  appender.doAppend(anEvent({ message: "three" }));
  expect(readFileSync(file, "utf8")).toBe("one\ntwo\nthree\n");

  appender.doAppend(anEvent({ message: "four" }));
  expect(appender.counters).toEqual({ logged: 4, written: 3, queued: 1, dropped: 0 });
  drains.drainAll();
  expect(readFileSync(file, "utf8")).toBe("one\ntwo\nthree\nfour\n");
});

test("header and footer stand around what is written between start and stop, each time", () => {
  const encoder = { ...MESSAGE_ENCODER, header: () => "<log>\n", footer: () => "</log>\n" };
  const { appender, file } = started({ encoder, immediateFlush: false });

  appender.doAppend(anEvent({ message: "one" }));
  void appender.stop();
  appender.start();
  appender.doAppend(anEvent({ message: "two" }));
  void appender.stop();

  expect(readFileSync(file, "utf8")).toBe("<log>\none\n</log>\n<log>\ntwo\n</log>\n");
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("append false empties the file at the start", () => {
  const file = path.join(tempDir(), "app.log");
  writeFileSync(file, "old\n");

  const { appender } = started({ file, append: false });
  appender.doAppend(anEvent({ message: "new" }));

  expect(readFileSync(file, "utf8")).toBe("new\n");
});

test("prudent keeps the file, says so, and writes every event at once", () => {
  const file = path.join(tempDir(), "app.log");
  writeFileSync(file, "old\n");

  const { appender, statuses } = started({ file, append: false, prudent: true, immediateFlush: false });
  appender.doAppend(anEvent({ message: "new" }));

  expect(appender.appending).toBe(true);
  expect(readFileSync(file, "utf8")).toBe("old\nnew\n");
  expect(statuses()).toEqual(['WARN "append" is taken as true, because "prudent" shares the file with other processes.']);
});

test("the encoder's charset is that of the file", () => {
  const encoder = { ...MESSAGE_ENCODER, charset: "ISO-8859-1" };
  const { appender, file } = started({ encoder });

  appender.doAppend(anEvent({ message: "ü€" }));

  expect(readFileSync(file).toString("hex")).toBe("fc3f0a");
});

test("reopen goes on in a new file", () => {
  const { appender, file } = started();
  appender.doAppend(anEvent({ message: "one" }));
  renameSync(file, `${file}.1`);

  appender.reopen();
  appender.doAppend(anEvent({ message: "two" }));

  expect(readFileSync(`${file}.1`, "utf8")).toBe("one\n");
  expect(readFileSync(file, "utf8")).toBe("two\n");
});

test("an appender that cannot open its file stays, not started, and its events are dropped", () => {
  const parent = path.join(tempDir(), "file");
  writeFileSync(parent, "");

  const { appender, statuses } = started({ file: path.join(parent, "app.log") });
  appender.doAppend(anEvent());

  expect(appender.isStarted).toBe(false);
  expect(appender.counters).toEqual({ logged: 1, written: 0, queued: 0, dropped: 1 });
  expect(statuses()[0]).toBe("ERROR Appender [FILE] could not be started; its events are not written.");
});

const unstartable = [
  { what: "without an encoder", options: { encoder: undefined }, cause: "No encoder is set for the appender [FILE]." },
  { what: "with an unknown charset", options: { encoder: { ...MESSAGE_ENCODER, charset: "bogus-8" } }, cause: /^"bogus-8" is no charset that is offered/ },
] as const;

for (const { what, options, cause } of unstartable) {
  test(`${what} it does not start, and says why`, () => {
    const context = new LoggerContext();
    const appender = new FileAppender("FILE", context, { ...options, file: path.join(tempDir(), "app.log") });

    appender.start();

    expect(appender.isStarted).toBe(false);
    expect((context.statusManager.statuses[0]?.cause as Error).message).toMatch(cause);
  });
}

test("fileAppender reads its properties", () => {
  const baseDir = tempDir();
  const { built: appender, statuses } = built(
    { file: "logs/app.log", append: "false", immediateFlush: "FALSE", bufferSize: "16KB", mode: "0600", dirMode: "700", followSymlinks: "true" },
    baseDir,
  );
  appender?.start();
  appender?.doAppend(anEvent({ message: "one" }));
  void appender?.stop();

  const file = path.join(baseDir, "logs", "app.log");
  expect(statuses).toEqual([]);
  expect(appender).toMatchObject({ file: "logs/app.log", appending: false, prudent: false, immediateFlush: false, bufferSize: 16_384 });
  expect(readFileSync(file, "utf8")).toBe("one\n");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
});

test("fileAppender has Logback's defaults", () => {
  expect(built({ file: "a.log" }).built).toMatchObject({ appending: true, prudent: false, immediateFlush: true, bufferSize: 8_192 });
});

const wrong = [
  { settings: { bufferSize: "lots" }, status: /^ERROR Expected a file size such as .*, got "lots"; 8192 is used\.$/ },
  { settings: { append: "no" }, status: /^WARN "no" is neither true nor false; true is used\.$/ },
  { settings: { mode: "rw-r-----" }, status: /^WARN "rw-r-----" is no mode in octal, such as 0640; 0640 is used\.$/ },
  { settings: { dirMode: "0888" }, status: /^WARN "0888" is no mode in octal, such as 0640; 0750 is used\.$/ },
  { settings: { encoder: { class: "MessageEncoder", immediateFlush: "false" } }, status: /^WARN <immediateFlush> belongs in the appender/ },
] as const;

for (const { settings, status } of wrong) {
  test(`fileAppender complains about ${JSON.stringify(settings)} and is built`, () => {
    const { built: appender, statuses } = built({ file: "a.log", ...settings });

    expect(appender).toBeInstanceOf(FileAppender);
    expect(statuses).toEqual([expect.stringMatching(status)]);
  });
}

test("<immediateFlush> in the encoder counts for the appender", () => {
  expect(built({ file: "a.log", encoder: { class: "MessageEncoder", immediateFlush: "false" } }).built?.immediateFlush).toBe(false);
});

test("without <file> the appender is there, but does not start", () => {
  const context = new LoggerContext();
  const { built: appender } = buildFrom(fileAppender, { encoder: { class: "MessageEncoder" } }, { components: [messageEncoder], context });

  appender?.start();

  expect(appender?.isStarted).toBe(false);
  expect((context.statusManager.statuses[0]?.cause as Error).message).toBe("No file is set for the appender [TEST].");
});

/** As much of an environment as the bookkeeping of files needs. */
function environmentOf(name: string, claims: Map<string, string>, statuses: string[]): Parameters<typeof isTaken>[1] {
  const say = (level: string) => (message: string): void => {
    statuses.push(`${level} ${message}`);
  };
  const report = { info: say("INFO"), warn: say("WARN"), error: say("ERROR") };
  return {
    name,
    report,
    reportOn: () => report,
    resolvePath: (file) => path.resolve("/base", file),
    claimFile: (file) => {
      const holder = claims.get(file) ?? name;
      claims.set(file, holder);
      return holder === name ? undefined : holder;
    },
  };
}

test("a second appender with the same file is left out; another spelling of the path gets a WARN", () => {
  const claims = new Map<string, string>();
  const statuses: string[] = [];

  expect(isTaken("same.log", environmentOf("A", claims, statuses))).toBe(false);
  expect(isTaken("same.log", environmentOf("B", claims, statuses))).toBe(true);
  expect(isTaken("./same.log", environmentOf("C", claims, statuses))).toBe(false);
  expect(statuses).toEqual([
    'ERROR The appender [B] is left out: its file "same.log" is that of the appender [A].',
    'WARN "./same.log" is the file of the appender [A] too.',
  ]);
});

test("an appender that nobody refers to does not take the file from another", () => {
  const baseDir = tempDir();
  const { configure, context } = configured({ baseDir });
  const appender = (name: string): string => `<appender name="${name}" class="FileAppender"><file>same.log</file><encoder><pattern>%msg</pattern></encoder></appender>`;

  configure(`<configuration>${appender("OLD")}${appender("NEW")}<root><appender-ref ref="NEW"/></root></configuration>`);
  context.root.info("kept");

  expect(readFileSync(path.join(baseDir, "same.log"), "utf8")).toBe("kept");
});

test("without an encoder the file is made, as in Logback, and what it held is kept", () => {
  const file = path.join(tempDir(), "app.log");
  const { appender } = started({ encoder: undefined, file });

  expect(appender.isStarted).toBe(false);
  expect(readFileSync(file, "utf8")).toBe("");

  writeFileSync(file, "old\n");
  started({ encoder: undefined, file, append: false });

  expect(readFileSync(file, "utf8")).toBe("old\n");
});
