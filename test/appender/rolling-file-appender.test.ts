import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import type { RollingPolicy } from "../../src/rolling/rolling-policy.js";
import { FixedWindowRollingPolicy } from "../../src/rolling/fixed-window-rolling-policy.js";
import { SizeAndTimeBasedRollingPolicy } from "../../src/rolling/size-and-time-based-rolling-policy.js";
import { SizeBasedTriggeringPolicy } from "../../src/rolling/size-based-triggering-policy.js";
import { TimeBasedRollingPolicy } from "../../src/rolling/time-based-rolling-policy.js";
import { complaints, configured, saidOf } from "../support/configured.js";
import { rollingFolder } from "../support/rolling-folder.js";
import { MESSAGE_ENCODER } from "../support/text-encoder.js";
import { tempDir } from "../support/temp-dir.js";

const daily = (ending = ""): TimeBasedRollingPolicy => new TimeBasedRollingPolicy({ fileNamePattern: `old/app.%d.log${ending}` });
const sized = (maxFileSize: number): SizeAndTimeBasedRollingPolicy => new SizeAndTimeBasedRollingPolicy({ fileNamePattern: "app.%d.%i.log", maxFileSize });

test("counters, header and footer are those of every file", () => {
  const { start, log, files } = rollingFolder();
  const encoder = { ...MESSAGE_ENCODER, header: () => "<log>\n", footer: () => "</log>\n" };
  const appender = start(daily(), { file: "app.log", encoder });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");
  void appender.stop();

  expect(files()).toEqual({ "old/app.2024-03-15.log": "<log>\na\n</log>\n", "app.log": "<log>\nb\n</log>\n" });
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("buffered, no archive is above the limit by more than its last event", () => {
  const { start, log, files, drains } = rollingFolder();
  const appender = start(sized(100), { file: "app.log", immediateFlush: false });

  for (let index = 0; index < 200; index++) {
    log(appender, "2024-03-15T10:00:00Z", `ü€ ${String(index).padStart(7, "0")}`);
  }
  drains.drainAll();

  const texts = Object.entries(files());
  const lineBytes = 14;
  for (const [name, text] of texts) {
    expect(Buffer.byteLength(text)).toBe(name === "app.log" ? 200 * lineBytes - 112 * (texts.length - 1) : 112);
  }
  expect(texts.flatMap(([, text]) => text.trimEnd().split("\n"))).toHaveLength(200);
});

test("a batch rolls where its events do", () => {
  const { start, log, files } = rollingFolder();
  const appender = start(sized(4), { file: "app.log" });

  appender.beginBatch();
  for (const message of ["a", "b", "c"]) {
    log(appender, "2024-03-15T10:00:00Z", message);
  }
  appender.endBatch();

  expect(files()).toEqual({ "app.2024-03-15.0.log": "a\nb\n", "app.log": "c\n" });
});

test("when it cannot roll, the old file is written on, that is said once, and it is tried again", () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  writeFileSync(path.join(folder, "old"), "no folder");
  const appender = start(daily(), { file: "app.log" });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");
  log(appender, "2024-03-16T10:00:01Z", "c");
  expect(files()).toEqual({ old: "no folder", "app.log": "a\nb\nc\n" });
  expect(statuses()).toEqual([expect.stringMatching(/^ERROR app\.log could not be rolled \(E[A-Z]+\); it is written on, and rolling is tried again\.$/)]);

  renameSync(path.join(folder, "old"), path.join(folder, "moved"));
  appender.rollover();
  log(appender, "2024-03-16T10:00:02Z", "d");
  expect(files()).toEqual({ moved: "no folder", "old/app.2024-03-15.log": "a\nb\nc\n", "app.log": "d\n" });
  expect(appender.counters).toEqual({ logged: 4, written: 4, queued: 0, dropped: 0 });
});

test("when the file of the next period cannot be opened, that of the last is written on", () => {
  const { folder, start, log, files } = rollingFolder();
  const appender = start(new TimeBasedRollingPolicy({ fileNamePattern: "app.%d.log" }));
  log(appender, "2024-03-15T10:00:00Z", "a");
  mkdirSync(path.join(folder, "app.2024-03-16.log"));

  log(appender, "2024-03-16T10:00:00Z", "b");
  expect(files()).toEqual({ "app.2024-03-15.log": "a\nb\n" });

  rmdirSync(path.join(folder, "app.2024-03-16.log"));
  appender.rollover();
  log(appender, "2024-03-16T10:00:01Z", "c");
  expect(files()).toEqual({ "app.2024-03-15.log": "a\nb\n", "app.2024-03-16.log": "c\n" });
});

test("a file that somebody else moved is not rolled, but opened anew", () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  const appender = start(daily(), { file: "app.log" });
  log(appender, "2024-03-15T10:00:00Z", "a");
  renameSync(path.join(folder, "app.log"), path.join(folder, "theirs.log"));

  log(appender, "2024-03-16T10:00:00Z", "b");

  expect(files()).toEqual({ "theirs.log": "a\n", "app.log": "b\n" });
  expect(statuses()).toEqual([expect.stringContaining("app.log was renamed or removed by somebody else.")]);
});

test("somebody else who writes to the file is noticed when it rolls", () => {
  const { folder, start, log, statuses } = rollingFolder();
  const appender = start(sized(10), { file: "app.log" });

  for (const message of ["12345678901", "22345678901", "32345678901"]) {
    log(appender, "2024-03-15T10:00:00Z", message);
    appendFileSync(path.join(folder, "app.log"), "theirs\n");
  }

  expect(statuses()).toEqual(["WARN Somebody else writes to app.log too, who does not notice when it rolls. Give each process a file of its own, or set <prudent> in all of them."]);
});

test("what somebody else still writes to a file that rolled is in the archive when it is compressed", async () => {
  const { folder, start, log, files } = rollingFolder();
  const appender = start(daily(".gz"), { file: "app.log" });
  log(appender, "2024-03-15T10:00:00Z", "a");
  appendFileSync(path.join(folder, "app.log"), "theirs\n");

  log(appender, "2024-03-16T10:00:00Z", "b");
  await nextTurn();
  appendFileSync(path.join(folder, "old/app.2024-03-15.log"), "theirs, a moment later\n");
  await appender.idle();

  expect(Object.keys(files())).toEqual(["app.log", "old/app.2024-03-15.log.gz"]);
  expect(gunzipSync(readFileSync(path.join(folder, "old/app.2024-03-15.log.gz"))).toString()).toBe("a\ntheirs\ntheirs, a moment later\n");
});

test("while another process renames files, the file is written on, and rolls a moment later", async () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  const appender = start(daily(), { file: "app.log" });
  const lock = path.join(folder, "app.log.lock");
  log(appender, "2024-03-15T10:00:00Z", "a");
  writeFileSync(lock, String(process.pid));

  log(appender, "2024-03-16T10:00:00Z", "b");
  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("a\nb\n");

  rmSync(lock);
  await expect
    .poll(
      () => {
        log(appender, "2024-03-16T10:00:01Z", "c");
        return files()["old/app.2024-03-15.log"];
      },
      { interval: 1 },
    )
    .toMatch(/^a\nb\n/);
  expect(statuses()).toEqual([]);
});

test("with prudent nobody is complained about, and every event goes to the end of the period's file", () => {
  const { folder, start, log, files, statuses } = rollingFolder();
  const appender = start(new TimeBasedRollingPolicy({ fileNamePattern: "app.%d.log" }), { file: "app.log", prudent: true, immediateFlush: false });

  log(appender, "2024-03-15T10:00:00Z", "a");
  appendFileSync(path.join(folder, "app.2024-03-15.log"), "theirs\n");
  log(appender, "2024-03-15T10:00:01Z", "b");
  log(appender, "2024-03-16T10:00:00Z", "c");

  expect(appender.file).toBe(undefined);
  expect(files()).toEqual({ "app.2024-03-15.log": "a\ntheirs\nb\n", "app.2024-03-16.log": "c\n" });
  expect(statuses()).toEqual([]);
});

const PRUDENT_REFUSALS: readonly (readonly [string, RollingPolicy])[] = [
  ["compression", daily(".gz")],
  ["a fixed window", new FixedWindowRollingPolicy({ fileNamePattern: "a.%i" })],
];
for (const [what, policy] of PRUDENT_REFUSALS) {
  test(`prudent refuses ${what}`, () => {
    const { start, statuses } = rollingFolder();

    expect(start(policy, { prudent: true, triggeringPolicy: new SizeBasedTriggeringPolicy() }).isStarted).toBe(false);
    expect(statuses()).toHaveLength(1);
  });
}

test("archives are compressed in the background, with the mode of the file", async () => {
  const { folder, start, log, files } = rollingFolder();
  const appender = start(daily(".gz"), { file: "app.log", mode: 0o604 });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");
  await appender.idle();

  expect(Object.keys(files())).toEqual(["app.log", "old/app.2024-03-15.log.gz"]);
  expect(statSync(path.join(folder, "old/app.2024-03-15.log.gz")).mode & 0o777).toBe(0o604);
});

test("a symbolic link is refused; with followSymlinks the file that it means rolls", () => {
  const { folder, start, log, files } = rollingFolder();
  writeFileSync(path.join(folder, "real.log"), "");
  symlinkSync("real.log", path.join(folder, "app.log"));
  expect(start(daily(), { file: "app.log" }).isStarted).toBe(false);

  const appender = start(daily(), { file: "app.log", followSymlinks: true });
  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");

  expect(files()).toEqual({ "old/app.2024-03-15.log": "a\n", "real.log": "b\n" });
  expect(readFileSync(path.join(folder, "app.log"), "utf8")).toBe("b\n");
});

test("a device does not roll", () => {
  const { start, log, statuses } = rollingFolder();
  const appender = start(daily(), { file: "/dev/null" });

  log(appender, "2024-03-15T10:00:00Z", "a");
  log(appender, "2024-03-16T10:00:00Z", "b");

  expect(statuses()).toEqual(["WARN /dev/null is no regular file; it does not roll."]);
});

test("it can be stopped and started again, and goes on in the file of the period", () => {
  const { start, log, files } = rollingFolder();
  const appender = start(new TimeBasedRollingPolicy({ fileNamePattern: "app.%d.log" }));
  log(appender, "2024-03-15T10:00:00Z", "a");
  void appender.stop();
  log(appender, "2024-03-16T10:00:00Z", "dropped");

  appender.start();
  log(appender, "2024-03-16T10:00:01Z", "b");

  expect(files()).toEqual({ "app.2024-03-15.log": "a\n", "app.2024-03-16.log": "b\n" });
  expect(appender.counters).toEqual({ logged: 3, written: 2, queued: 0, dropped: 1 });
});

for (const { file, archive } of [{ file: "app.log", archive: "" }, { file: "app.log", archive: ".gz" }, { file: undefined, archive: "" }]) {
  test(`${file === undefined ? "without a file" : `with a file and archives "${archive}"`}, a time policy and a size beside it roll when either says so, and no line is lost`, async () => {
    const { start, log, folder } = rollingFolder();
    const appender = start(daily(archive), { file, triggeringPolicy: new SizeBasedTriggeringPolicy({ maxFileSize: 3 }) });

    for (const [day, message] of ["15 aaa", "15 bbb", "15 ccc", "16 ddd", "16 eee"].map((each) => each.split(" "))) {
      log(appender, `2024-03-${String(day)}T10:00:00Z`, String(message));
    }
    await appender.stop();

    const inFolder = (name: string): string => textOf(path.join(folder, name));
    expect(inFolder("old/app.2024-03-15.log")).toBe("aaa\nbbb\nccc\n");
    expect(inFolder("old/app.2024-03-16.log") + inFolder("app.log")).toBe("ddd\neee\n");
    expect(appender.counters).toEqual({ logged: 5, written: 5, queued: 0, dropped: 0 });
  });
}

/** What a file holds, compressed or not. */
function textOf(file: string): string {
  return existsSync(`${file}.gz`) ? gunzipSync(readFileSync(`${file}.gz`)).toString() : existsSync(file) ? readFileSync(file, "utf8") : "";
}

const TIME_POLICY = '<rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>app.%d.log</fileNamePattern></rollingPolicy>';
const appenderXml = (name: string, content: string): string => `<appender name="${name}" class="RollingFileAppender">\n${content}<encoder><pattern>%msg%n</pattern></encoder></appender>`;
const configurationXml = (...appenders: readonly string[]): string =>
  `<configuration>${appenders.map((content, index) => appenderXml(`R${String(index)}`, content)).join("")}<root>${appenders.map((_, index) => `<appender-ref ref="R${String(index)}"/>`).join("")}</root></configuration>`;

const SAID = [
  { content: TIME_POLICY, said: [] },
  { content: `<append>false</append>${TIME_POLICY}`, said: [/^WARN .*<append> is taken as true/] },
  { content: `<file>a.log</file><prudent>true</prudent>${TIME_POLICY}`, said: [/^WARN .*<file> has no effect with <prudent>/] },
  { content: `${TIME_POLICY}<triggeringPolicy class="SizeBasedTriggeringPolicy"/>`, said: [/^WARN .*already decides when to roll/] },
  { content: `${TIME_POLICY}<file>a.log</file>`, said: [/^ERROR .*<file> stands behind a policy. It counts all the same/] },
  { content: `${TIME_POLICY}${TIME_POLICY}`, said: [/^WARN .*There is a <rollingPolicy> already/] },
  { content: "<file>a.log</file>", said: [/^ERROR .*could not be started/] },
  { content: '<file>a.log</file><rollingPolicy class="FixedWindowRollingPolicy"><fileNamePattern>a.%i</fileNamePattern></rollingPolicy>', said: [/^ERROR .*could not be started/] },
  {
    content: `<file>a.log</file>${TIME_POLICY}<triggeringPolicy class="SizeAndTimeBasedFNATP"><maxFileSize>1</maxFileSize></triggeringPolicy>`,
    said: [/^WARN .*SizeAndTimeBasedFNATP is out of date/, /^WARN .*already decides when to roll/, /^ERROR .*could not be started/],
  },
];

for (const { content, said } of SAID) {
  test(`a configuration with ${content} is answered as Logback would`, () => {
    expect(saidOf(configurationXml(content), { baseDir: tempDir() })).toEqual(said.map((text) => expect.stringMatching(text)));
  });
}

test("without an encoder the file is made, as in Logback, and what it held is kept", () => {
  const baseDir = tempDir();
  const file = path.join(baseDir, "a.log");
  writeFileSync(file, "held\n");
  const { configure, context } = configured({ baseDir });
  const withoutEncoder = (name: string): string => `<appender name="${name}" class="RollingFileAppender"><file>${name}.log</file>${TIME_POLICY.replace("app", name)}</appender>`;

  configure(`<configuration>${withoutEncoder("a")}${withoutEncoder("b")}<root><appender-ref ref="a"/><appender-ref ref="b"/></root></configuration>`);

  expect(context.appenders.map(({ isStarted }) => isStarted)).toEqual([false, false]);
  expect(readFileSync(file, "utf8")).toBe("held\n");
  expect(readFileSync(path.join(baseDir, "b.log"), "utf8")).toBe("");
});

test("two appenders with the same fileNamePattern: the second is left out", () => {
  const { configure, context } = configured({ baseDir: tempDir() });

  const { statuses } = configure(configurationXml(`<file>a.log</file>${TIME_POLICY}`, `<file>b.log</file>${TIME_POLICY}`));

  expect(context.appenders.map(({ name }) => name)).toEqual(["R0"]);
  expect(statuses.map(({ message }) => message)).toContain('The appender [R1] is left out: its fileNamePattern "app.%d.log" is that of the appender [R0].');
});

test("names of a configuration are relative to its folder, whatever that is called", () => {
  const baseDir = path.join(tempDir(), "100%d{odd}");
  mkdirSync(baseDir);
  const { configure, context } = configured({ baseDir });

  configure(configurationXml(TIME_POLICY));

  const [appender] = context.appenders;
  expect(appender).toBeInstanceOf(RollingFileAppender);
  expect(path.dirname((appender as RollingFileAppender).activeFile ?? "")).toBe(baseDir);
  expect(existsSync((appender as RollingFileAppender).activeFile ?? "")).toBe(true);
});

test("an edit of its settings while it is at work loses and doubles nothing", async () => {
  const baseDir = tempDir();
  const { configure, context } = configured({ baseDir });
  const log = context.getLogger("com.example.Shop");
  const edit = (maxHistory: number): void => {
    const policy = `<rollingPolicy class="SizeAndTimeBasedRollingPolicy"><fileNamePattern>app.%d{yyyy-MM}.%i.log.gz</fileNamePattern><maxFileSize>50</maxFileSize><maxHistory>${String(maxHistory)}</maxHistory></rollingPolicy>`;
    const { statuses } = configure(configurationXml(`<file>app.log</file><immediateFlush>false</immediateFlush>${policy}`));
    expect(complaints(statuses)).toEqual([]);
  };

  for (let maxHistory = 5; maxHistory < 15; maxHistory++) {
    edit(maxHistory);
    for (let count = 0; count < 20; count++) {
      log.info("event {} of {}", count, maxHistory);
    }
    await nextTurn();
  }
  await context.stop();
  // What an appender before the last one has begun to compress, it finishes by itself.
  await expect.poll(() => readdirSync(baseDir).filter((name) => !/^app(\.\d{4}-\d\d\.\d+\.log\.gz|\.log)$/.test(name)), { timeout: 10_000 }).toEqual([]);

  const texts = readdirSync(baseDir).map((name) => readFileSync(path.join(baseDir, name))).map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString());
  const lines = texts.join("").trimEnd().split("\n");
  expect(new Set(lines).size).toBe(200);
  expect(lines).toHaveLength(200);
});
