import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AuditError } from "../../src/audit/audit-error.js";
import { Level } from "../../src/core/level.js";
import { ThresholdFilter } from "../../src/filter/threshold-filter.js";
import type { PropertiesListener } from "../../src/core/watched-properties.js";
import { AsyncAppender } from "../../src/appender/async-appender.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import type { AuditEvent, AuditValue } from "../../src/audit/audit-event.js";
import { dedicatedAuditor, makeAuditor } from "../support/auditors.js";
import { tempDir } from "../support/temp-dir.js";

const PREFIX = "com.openexchange.log.audit.slf4j.";

test("a record is in the file when the call returns, before its promise resolves", async () => {
  const { audit, lines } = dedicatedAuditor({ delimiter: "|" });

  const receipt = audit.log("ox.login", { login: "thorben", ip: "::1", timestamp: new Date("2016-06-10T10:31:10Z") });

  expect(lines()).toEqual(["ox.login|login=thorben|ip=::1|timestamp=2016-06-10T10:31:10Z"]);
  expect((await receipt).state).toBe("written");
});

test("T16 only the process's user can read the file and its archives", () => {
  const { audit, location } = dedicatedAuditor({ file: { size: 1 } });
  void audit.log("a");
  void audit.log("b");

  expect([location, `${location}.1`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

test("T16 numbers rise by one from record to record, and are printed by %sn", async () => {
  const clock = { now: () => 1_700_000_000_000, nanosWithin: () => 0 };
  const { audit, location, lines } = makeAuditor({ clock });
  audit.configure({ file: { location, pattern: "%sn %message%n" } });

  const receipts = await Promise.all([audit.log("a"), audit.log("b")]);

  expect(lines()).toEqual(["1700000000000001 a", "1700000000000002 b"]);
  expect(receipts.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1_700_000_000_000_001, 1_700_000_000_000_002]);
});

test("the pattern has time, level, MDC and Open-Xchange's words, too", () => {
  const { audit, context, lines } = dedicatedAuditor({ level: "WARN", file: { pattern: "%level %logger %X{user}%lmdc %sanitisedMessage%n" } });

  void context.mdc.run({ user: "ada" }, () => audit.log("a"));

  expect(lines()).toEqual(["WARN Slf4jAuditLogger ada user=ada", " a"]);
});

for (const pattern of ["%sanitisedMessage%n", "%message%n", "%X{user}%n"]) {
  test(`T5 nothing in a value begins a line of its own (${pattern})`, () => {
    const { audit, context, lines } = dedicatedAuditor({ file: { pattern } });
    const forged = "x\r\nox.login, login=root\u2028\u001b[2K";

    void context.mdc.run({ user: forged }, () => audit.log("ox.login", { login: forged }));

    expect(lines()).toHaveLength(1);
    expect(lines()[0]).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028\u2029]/);
  });
}

test("a file that has its size is put aside before the next record, and so many are kept", () => {
  const { audit, lines } = dedicatedAuditor({ file: { size: 20, count: 2, pattern: "%message%n" } });

  for (let number = 0; number < 9; number++) {
    void audit.log(`record-00${number}`);
  }

  expect([lines(), lines(1), lines(2), lines(3)]).toEqual([["record-008"], ["record-006", "record-007"], ["record-004", "record-005"], []]);
});

test("more archives than Logback's twenty-one are kept when that is asked for", () => {
  const { audit, lines } = dedicatedAuditor({ file: { size: 1, count: 30 } });

  for (let number = 0; number < 40; number++) {
    void audit.log(`r${number}`);
  }

  expect([lines(30), lines(31)]).toEqual([["r9"], []]);
});

test("brackets, blanks and other endings in the name are only a name", () => {
  const { audit, location } = makeAuditor();
  const strange = path.join(path.dirname(location), "the (audit) {log}.gz");
  audit.configure({ file: { location: strange, size: 1 } });
  void audit.log("a");
  void audit.log("b");

  expect([strange, `${strange}.1`].map((file) => statSync(file).size)).toEqual([2, 2]);
});

test("a name that archives cannot have is refused", () => {
  const { audit, context, location } = makeAuditor();
  audit.configure({ file: { location: `${location}.100%` } });

  expect(context.statusManager.statuses.map(({ cause }) => cause)).toContainEqual(new RangeError(`Expected a path without "%" and "\\", which names of archives cannot have, got ${location}.100%.`));
});

test("T16 a file that somebody renames is opened anew, and nothing falls between", () => {
  const { audit, location, lines } = dedicatedAuditor({ file: { sync: "each", size: 4 } });
  void audit.log("a");
  renameSync(location, `${location}.away`);
  void audit.log("b");
  void audit.log("c");

  expect([lines(), statSync(`${location}.away`).size]).toEqual([["c"], 4]);
});

for (const how of ["each", { everyMs: 5 }] as const) {
  test(`T16 records are synced (${JSON.stringify(how)})`, async () => {
    const { audit, drains, lines } = dedicatedAuditor({ file: { sync: how, size: 30, pattern: "%message%n" } });

    const receipts = Array.from({ length: 50 }, (_, number) => audit.log(`record-${number}`));
    expect(drains.holders.size).toBe(1);
    const states = (await Promise.all(receipts)).map(({ state }) => state);

    expect(new Set(states)).toEqual(new Set([how === "each" ? "synced" : "written"]));
    await expect.poll(() => drains.holders.size).toBe(0);
    expect(lines(1)).toHaveLength(3);
  });
}

test("at the end of the process what was promised to be synced is, in that turn", async () => {
  const { audit, drains } = dedicatedAuditor({ file: { sync: "each" } });
  const receipt = audit.log("a");

  drains.drainAll();

  expect(drains.holders.size).toBe(0);
  expect((await receipt).state).toBe("synced");
});

test("what cannot be synced counts as synced when it is written, and that is said once", async () => {
  const { audit, complaints } = dedicatedAuditor({ file: { location: "/dev/null", sync: "each" } });

  expect((await audit.log("a")).state).toBe("synced");
  expect((await audit.log("b")).state).toBe("synced");
  expect(complaints()).toEqual(["WARN The audit log is no file that can be synced to a disk (EINVAL); its records count as synced when they are written."]);
});

test("what is no filter is refused", () => {
  const { audit } = dedicatedAuditor();

  expect(() => audit.addFilter("ox.login" as never)).toThrow("audit.addFilter: expected a function, got string.");
});

test("a filter decides; one that fails counts as one that agrees", async () => {
  const { audit, lines, complaints } = dedicatedAuditor();
  const seen: unknown[] = [];
  const remove = audit.addFilter((eventId, attributes) => {
    seen.push([eventId, attributes]);
    return eventId !== "noise";
  });
  audit.addFilter(() => {
    throw new Error("broken");
  });

  const receipts = [await audit.log("noise", { a: 1 }), await audit.log("ox.login")];
  remove();
  receipts.push(await audit.log("noise"));

  expect(receipts.map(({ state }) => state)).toEqual(["refused", "written", "written"]);
  expect(seen).toEqual([["noise", [["a", 1]]], ["ox.login", []]]);
  expect(lines()).toEqual(["ox.login", "noise"]);
  expect(audit.counters).toEqual({ logged: 3, written: 2, queued: 0, dropped: 0, refused: 1 });
  expect(complaints()).toEqual(["WARN A filter of the audit log failed; that counts as a record that it wants. Said once."]);
});

test("only false refuses a record; a promise comes too late, which is said once", async () => {
  const { audit, lines, complaints } = dedicatedAuditor();
  for (const answer of [undefined, null, 0, "", Promise.resolve(false), Promise.reject(new Error("later"))]) {
    audit.addFilter((() => answer) as never);
  }

  expect([await audit.log("a"), await audit.log("b")].map(({ state }) => state)).toEqual(["written", "written"]);
  expect(lines()).toEqual(["a", "b"]);
  expect(complaints()).toEqual(["WARN A filter of the audit log returns a promise, which comes too late; it counts as one that agrees. Said once."]);
});

test("without a configuration records go nowhere, which is said", async () => {
  const { audit, complaints } = makeAuditor();

  expect(await audit.log("a")).toEqual({ state: "disabled", sequenceNumber: 0 });
  expect(complaints()).toEqual(["WARN audit.log() is called, but audit.configure() was not: records are written nowhere. Said once."]);
});

test("a record that logs records, without end, comes to an end", async () => {
  const { audit, lines } = dedicatedAuditor();
  const endless = { toString: () => { void audit.log("again", { a: endless }); return "text"; } } as unknown as string;

  await audit.log("first", { a: endless });

  expect(lines().at(-1)).toBe("first, a=text");
  const { logged, written, dropped } = audit.counters;
  expect({ dropped, sum: written + dropped }).toEqual({ dropped: 1, sum: logged });
});

test("what is no event at all is rejected, and not thrown", async () => {
  const { audit } = dedicatedAuditor();

  await expect(audit.log(undefined as unknown as string)).rejects.toThrow(AuditError);
});

test("after the end a record is rejected, until it is configured again", async () => {
  const { audit, location, lines } = dedicatedAuditor();
  await audit.close();

  await expect(audit.log("a")).rejects.toThrow("is lost: the audit log was shut down.");
  audit.configure({ file: { location } });
  await audit.log("b");

  expect(lines()).toEqual(["b"]);
  expect(audit.counters).toEqual({ logged: 2, written: 1, queued: 0, dropped: 1, refused: 0 });
});

test("other settings take effect between two records, on the same file and on another", () => {
  const { audit, location, lines } = dedicatedAuditor();
  const other = `${location}.other`;

  void audit.log("a", { n: 1 });
  audit.configure({ delimiter: "|", includeAttributeNames: false, file: { location, size: 10 } });
  void audit.log("b", { n: 1 });
  audit.configure({ file: { location: other } });
  void audit.log("c");

  expect(lines(1)).toEqual([]);
  expect(lines()).toEqual(["a, n=1", "b|1"]);
  expect(statSync(other).size).toBe(2);
});

test("where the other file cannot be opened, everything stays as it was", async () => {
  const { audit, location, lines, complaints } = dedicatedAuditor();
  writeFileSync(`${location}.file`, "");

  audit.configure({ delimiter: "|", file: { location: path.join(`${location}.file`, "audit.log") } });
  await audit.log("a", { n: 1 });

  expect(lines()).toEqual(["a, n=1"]);
  expect(complaints()).toEqual([expect.stringMatching(/^ERROR The audit log .* could not be opened; what was in force goes on\.$/)]);
});

test("of several files that cannot be opened each is said, and the last is tried again", async () => {
  const { audit, location, lines, complaints } = makeAuditor();
  const folders = [`${location}.one`, `${location}.two`];
  for (const folder of folders) {
    mkdirSync(folder);
    audit.configure({ file: { location: folder } });
  }
  rmSync(`${location}.two`, { recursive: true });
  mkdirSync(location);
  await expect.poll(() => audit.log("a").then(({ state }) => state, () => "lost")).toBe("written");
  expect(complaints().filter((text) => text.includes("could not be opened"))).toEqual([
    `ERROR The audit log ${location}.one could not be opened; its records are lost, and their callers told, until it can be.`,
    `ERROR The audit log ${location}.two could not be opened; its records are lost, and their callers told, until it can be.`,
  ]);

  audit.configure({ file: { location } });
  await audit.log("b");
  expect(readFileSync(`${location}.two`, "utf8")).toBe("a\nb\n");
  expect(complaints().at(-1)).toBe(`ERROR The audit log ${location} could not be opened; what was in force goes on.`);
  rmSync(location, { recursive: true });
  expect(lines()).toEqual([]);
});

test("a file that cannot be opened costs its records, each told so, and is tried again", async () => {
  const { audit, location, lines, complaints } = makeAuditor();
  mkdirSync(location);
  audit.configure({ file: { location } });

  await expect(audit.log("a")).rejects.toThrow("could not be opened");
  rmSync(location, { recursive: true });
  await expect.poll(() => audit.log("b").then(() => lines(), () => [])).toEqual(["b"]);

  expect(complaints()[0]).toMatch(/^ERROR The audit log .* could not be opened; its records are lost, and their callers told, until it can be\.$/);
  const { logged, written, dropped } = audit.counters;
  expect({ written, dropped }).toEqual({ written: 1, dropped: logged - 1 });
});

for (const pattern of [" ", "%mesage%n"]) {
  test(`the pattern "${pattern}" cannot be used and is replaced by the default`, () => {
    const { audit, lines, complaints } = dedicatedAuditor({ file: { pattern } });
    void audit.log("a");

    expect(lines()).toEqual(["a"]);
    expect(complaints().at(-1)).toBe(`ERROR file.pattern: "${pattern}" cannot be used; %sanitisedMessage%n is.`);
  });
}

test("every record is a line, also where the pattern has no line end", () => {
  const { audit, lines } = dedicatedAuditor({ file: { pattern: "%level %message" } });
  void audit.log("a");
  void audit.log("b");

  expect(lines()).toEqual(["INFO a", "INFO b"]);
});

test("an audit log that is switched off says so aloud", async () => {
  const { audit, complaints } = dedicatedAuditor();
  audit.configure({ enabled: false });

  expect((await audit.log("a")).state).toBe("disabled");
  expect(complaints()).toEqual(["WARN The audit log is off: it was switched off, and records are written nowhere."]);
});

const wrong: readonly (readonly [options: unknown, message: string])[] = [
  [null, "audit.configure: expected an object, got null."],
  ["audit.properties", "audit.configure: expected an object, got string."],
  [{ propertiesFile: 5 }, "audit.configure: expected a path as propertiesFile, got number."],
  [{ level: "LOUD" }, 'audit.configure: expected a level, or OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL, got "LOUD".'],
  [{ level: "OFF" }, "audit.configure: expected a level that events have, got OFF."],
  [{ enabled: "false" }, "audit.configure: expected true or false as enabled, got string."],
  [{ includeAttributeNames: 0 }, "audit.configure: expected true or false as includeAttributeNames, got number."],
  [{ delimiter: 5 }, "audit.configure: expected a text as delimiter, got number."],
  [{ dateLocale: 7, datePattern: "yyyy" }, "audit.configure: expected a text as dateLocale, got number."],
  [{ delimeter: "|" }, "audit.configure: expected only enabled, delimiter, includeAttributeNames, datePattern, dateLocale, dateTimeZone, level, file, got delimeter. Did you mean delimiter?"],
  [{ propertiesFile: "audit.properties", level: "WARN" }, "audit.configure: expected only propertiesFile, got level."],
  [{ file: "audit.log" }, "audit.configure: expected an object with a location as file, got string."],
  [{ file: { location: "a", fsync: "each" } }, "audit.configure: expected only file.location, file.size, file.count, file.pattern, file.sync, got file.fsync. Did you mean file.sync?"],
  [{ file: {} }, "audit.configure: expected a path as file.location, got undefined."],
  [{ file: { location: "" } }, "audit.configure: expected a path as file.location, got an empty text."],
  [{ file: { location: "a", size: 0 } }, "audit.configure: expected a whole number from 1 to 9007199254740991 as file.size, got 0."],
  [{ file: { location: "a", count: "5" } }, "audit.configure: expected a whole number from 1 to 9999 as file.count, got string."],
  [{ file: { location: "a", pattern: 1 } }, "audit.configure: expected a text as file.pattern, got number."],
  [{ file: { location: "a", sync: "often" } }, 'audit.configure: expected a whole number from 1 to 2147483647 as file.sync, where it is not "each" or "never": everyMs, got undefined.'],
];

for (const [options, message] of wrong) {
  test(`${JSON.stringify(options)} is refused, and nothing changes`, () => {
    const { audit, lines } = dedicatedAuditor();

    expect(() => { audit.configure(options as { file: { location: string } }); }).toThrow(message);
    void audit.log("a");
    expect(lines()).toEqual(["a"]);
  });
}

test("a setting that is undefined is as good as not given", () => {
  const { audit, location, lines } = makeAuditor();
  const nothing = { enabled: undefined, level: undefined, delimiter: undefined, includeAttributeNames: undefined, datePattern: undefined } as object;
  audit.configure({ ...nothing, file: { location, ...({ size: undefined, count: undefined, pattern: undefined, sync: undefined } as object) } });

  void audit.log("a", { b: 1, c: 2 });

  expect(lines()).toEqual(["a, b=1, c=2"]);
});

test("an event without attributes is its id", () => {
  const { audit, lines } = dedicatedAuditor();
  void audit.log("a");
  void audit.log({ eventId: "b" } as AuditEvent);

  expect(lines()).toEqual(["a", "b"]);
});

test("the standard mode is events of a logger, whose appenders acknowledge them", async () => {
  const { audit, context, complaints } = makeAuditor();
  const list = new ListAppender("LIST", context);
  const queue = new AsyncAppender("ASYNC", context, { appenders: [list] });
  for (const appender of [list, queue]) {
    appender.start();
  }
  context.root.addAppender(queue);
  audit.configure({ level: "WARN" });

  const receipt = audit.log("ox.login", { login: "ada" });
  expect(audit.counters).toEqual({ logged: 1, written: 0, queued: 1, dropped: 0, refused: 0 });
  const { state, sequenceNumber } = await receipt;

  expect(state).toBe("written");
  expect(list.list.map(({ loggerName, level, formattedMessage, sequenceNumber: number }) => [loggerName, level.name, formattedMessage, number])).toEqual([
    ["com.openexchange.log.audit.AuditLogService", "WARN", "ox.login, login=ada", sequenceNumber],
  ]);
  expect(audit.counters).toEqual({ logged: 1, written: 1, queued: 0, dropped: 0, refused: 0 });
  expect(complaints()).toEqual([]);
});

test("in the standard mode the level of the logger counts, and what it keeps out is said", async () => {
  const { audit, context, complaints } = makeAuditor();
  const list = new ListAppender("LIST", context);
  list.start();
  context.root.addAppender(list);
  context.getLogger("com.openexchange").setLevel("WARN");
  audit.configure({});

  expect((await audit.log("a")).state).toBe("refused");
  expect(list.list).toEqual([]);
  expect(complaints()).toEqual(["WARN The level of the logger com.openexchange.log.audit.AuditLogService keeps audit records of level INFO out of the log. Said once."]);
});

test("in the standard mode a record that no appender wants is refused, and that is said", async () => {
  const { audit, context, complaints } = makeAuditor();
  const list = new ListAppender("LIST", context, [new ThresholdFilter(Level.WARN)]);
  list.start();
  context.root.addAppender(list);
  audit.configure({});

  expect(await audit.log("a")).toEqual({ state: "refused", sequenceNumber: 0 });
  expect(audit.counters).toEqual({ logged: 1, written: 0, queued: 0, dropped: 0, refused: 1 });
  expect(complaints()).toEqual(["WARN The filters of all appenders of the logger com.openexchange.log.audit.AuditLogService kept an audit record out of the log. Said once."]);
});

test("T5 in the standard mode, too, nothing in a value begins a line of its own", async () => {
  const { audit, context } = makeAuditor();
  const list = new ListAppender("LIST", context);
  list.start();
  context.root.addAppender(list);
  audit.configure({});

  await audit.log("ox.login", { login: "x\nox.login, login=root" });

  expect(list.list.map(({ formattedMessage }) => formattedMessage)).toEqual(["ox.login, login=x\\nox.login, login=root"]);
});

test("in the standard mode a record that no appender takes is rejected", async () => {
  const { audit, context } = makeAuditor();
  audit.configure({});
  await expect(audit.log("a")).rejects.toThrow("is lost: no appender is attached to its logger.");

  context.root.addAppender(new ListAppender("STOPPED", context));
  await expect(audit.log("b")).rejects.toThrow("may be lost: an appender that it was handed to dropped events since.");

  expect(audit.counters).toEqual({ logged: 2, written: 0, queued: 0, dropped: 2, refused: 0 });
});

test("a properties file is read, and read again when it changes", async () => {
  const { audit, location, lines } = makeAuditor();
  const file = path.join(tempDir(), "slf4j-auditlog.properties");
  writeFileSync(file, `${PREFIX}enabled=true\n${PREFIX}file.location=${location}\n`);
  audit.configure({ propertiesFile: file });
  await audit.log("a", { n: 1 });

  appendFileSync(file, `${PREFIX}delimiter="|"\n`);
  const delimiter = async (): Promise<string> => {
    await audit.log("b", { n: 1 });
    return lines().at(-1) ?? "";
  };
  await expect.poll(delimiter, { timeout: 15_000 }).toBe("b|n=1");

  expect(lines()[0]).toBe("a, n=1");
});

test("a properties file that vanishes or cannot be read changes nothing", async () => {
  let told: PropertiesListener | undefined;
  const { audit, location, lines, complaints } = makeAuditor({ watch: (_, listener) => { told = listener; return () => {}; } });
  audit.configure({ propertiesFile: "/etc/x.properties" });
  const properties = new Map([["enabled", "true"], ["file.location", location]].map(([key = "", value = ""]) => [PREFIX + key, value]));

  told?.onProperties(undefined);
  expect((await audit.log("a")).state).toBe("disabled");
  told?.onProperties(properties);
  told?.onProperties(undefined);
  await audit.log("b");
  told?.onRefused("It is a folder.");
  await audit.log("c");

  expect(lines()).toEqual(["b", "c"]);
  expect(complaints()).toEqual([
    "WARN The properties file [/etc/x.properties] is not there; the audit log is off until it is.",
    "WARN The properties file [/etc/x.properties] is not there; what it said last still holds.",
    "ERROR The properties file [/etc/x.properties] is not used; what it said last still holds. It is a folder.",
  ]);
});

test("attributes keep the order in which they are given, in pairs whatever their names", () => {
  const { audit, lines } = dedicatedAuditor();
  const pairs: [string, AuditValue][] = [["z", 1], ["2", 2], ["1", 3]];

  void audit.log("a", pairs);
  void audit.log({ eventId: "b", attributes: { z: 1, a: 2 } });
  void audit.log("c", new Map<string, AuditValue>([["2", "{}"], ["1", "%n"]]));

  expect(lines()).toEqual(["a, z=1, 2=2, 1=3", "b, z=1, a=2", "c, 2={}, 1=%n"]);
});

/** A device that is always full. */
const FULL = "/dev/full";

test("what waits for a full disk goes on to another file, in order and before what comes then", async () => {
  const { audit, drains, location, lines } = makeAuditor();
  audit.configure({ file: { location: FULL } });
  const receipts = [audit.log("a"), audit.log("b")];
  expect(audit.counters).toEqual({ logged: 2, written: 0, queued: 2, dropped: 0, refused: 0 });
  expect(drains.holders.size).toBeGreaterThan(0);

  audit.configure({ delimiter: "|", file: { location, sync: "each" } });
  receipts.push(audit.log("c"));
  await Promise.all(receipts);

  expect(lines()).toEqual(["a", "b", "c"]);
  expect(audit.counters).toEqual({ logged: 3, written: 3, queued: 0, dropped: 0, refused: 0 });
  await expect.poll(() => drains.holders.size).toBe(0);
});

test("T16 no more than 8,192 records wait: each of the rest is rejected, counted, and said once", async () => {
  const { audit, location, lines, complaints } = makeAuditor();
  audit.configure({ file: { location: FULL } });
  const receipts = Array.from({ length: 8_200 }, (_, number) => audit.log(`r${number}`));

  const rejected = audit.log("one more");
  await expect(rejected).rejects.toThrow("is lost: the disk takes nothing, and no more records can wait.");
  expect(audit.counters).toEqual({ logged: 8_201, written: 0, queued: 8_192, dropped: 9, refused: 0 });
  audit.configure({ file: { location } });
  const settled = await Promise.allSettled(receipts);

  expect(lines()).toEqual(Array.from({ length: 8_192 }, (_, number) => `r${number}`));
  expect(settled.map(({ status }) => status)).toEqual(receipts.map((_, number) => (number < 8_192 ? "fulfilled" : "rejected")));
  expect(complaints().filter((complaint) => complaint.includes("no more audit records can wait"))).toHaveLength(1);
});

test("the end waits for a full disk, and says how many records are lost when it stays full", async () => {
  const { audit, drains, complaints } = makeAuditor();
  audit.configure({ file: { location: FULL } });
  const receipt = audit.log("a");
  const holder = [...drains.holders].find(({ abandon }) => abandon !== undefined);
  drains.drainAll();

  holder?.abandon?.();

  await expect(receipt).rejects.toThrow("is lost: the disk took nothing until the end.");
  expect(complaints().at(-1)).toMatch(/^ERROR 1 audit records, from number \d+ on, could not be written to \/dev\/full and are lost\.$/);
});

test("whoever is told of trouble may put that on record", async () => {
  const { audit, context, location, lines } = makeAuditor();
  audit.configure({ file: { location: FULL, pattern: "%message%n" } });
  context.statusManager.addListener({ onStatus: ({ level }) => { void audit.log(`status.${level}`); } });

  void audit.log("a");
  audit.configure({ file: { location, pattern: "%message%n" } });

  expect(lines().slice(0, 2)).toEqual(["a", "status.ERROR"]);
  expect(audit.counters.queued).toBe(0);
});

test("closing waits for a disk that is full, and what it has taken by then is acknowledged", async () => {
  const { audit, location, lines } = makeAuditor();
  audit.configure({ file: { location: FULL } });
  const receipt = audit.log("a");

  const closed = audit.close();
  await expect(audit.log("b")).rejects.toThrow("is lost: the audit log was shut down.");
  audit.configure({ file: { location } });
  await closed;

  expect((await receipt).state).toBe("written");
  expect(lines()).toEqual(["a"]);
});

test("T16 a file that ends within a line is gone on with in a new one, and who else may read it is said", () => {
  const { audit, location, lines, complaints } = makeAuditor();
  writeFileSync(location, "whole\nhal", { mode: 0o644 });
  audit.configure({ file: { location } });
  void audit.log("a");

  expect(lines()).toEqual(["whole", "hal", "a"]);
  expect(complaints()).toEqual([
    `WARN ${location} ends within a line, as when a machine fails. The next record begins a new one.`,
    `WARN ${location} was there already, and is open to others than the process's user (mode 644). It is written to as it is.`,
  ]);
});

test("so it is where records wait that go on to such a file", () => {
  const { audit, location, lines } = makeAuditor();
  audit.configure({ file: { location: FULL } });
  void audit.log("a");
  writeFileSync(location, "hal");
  audit.configure({ file: { location } });

  expect(lines()).toEqual(["hal", "a"]);
});

test("whatever is logged, a record is one line", () => {
  const { audit, context, lines } = dedicatedAuditor({ file: { pattern: "%sn %message %X{user}%n", size: 100_000_000 } });
  const text = fc.string({ unit: "binary" });
  let records = 0;

  fc.assert(
    fc.property(text, fc.array(fc.tuple(text, fc.oneof(text, fc.date({ noInvalidDate: false }), fc.constant(null), fc.double()))), text, (eventId, attributes, user) => {
      void context.mdc.run({ user }, () => audit.log(eventId, attributes));
      records++;
    }),
  );

  expect(lines()).toHaveLength(records);
  expect(lines().filter((line) => /[\0-\x08\v-\x1f\x7f-\x9f\u2028\u2029]/.test(line))).toEqual([]);
});
