import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type { ListAppender } from "../../src/appender/list-appender.js";
import { audit } from "../../src/audit.js";
import { configureFromXml, enableControl, LoggerFactory, resetForTests } from "../../src/global.js";
import { logconf } from "../support/logconf.js";
import { tempDir } from "../support/temp-dir.js";

afterEach(resetForTests);

const SILENT = '<configuration><statusListener class="NopStatusListener"/><property scope="context" name="com.openexchange.logging.filter.loggerWhitelist" value="com.acme"/></configuration>';
const TIMESTAMP = /timestamp=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;

async function controlled(tcp?: { readonly port: number; readonly user: string; readonly password: string }): Promise<{ readonly socket: string; readonly port: string }> {
  const socket = path.join(tempDir(), "c.sock");
  configureFromXml(SILENT);
  enableControl({ socket, tcp });
  let port = "";
  await vi.waitFor(() => {
    expect(existsSync(socket)).toBe(true);
    port = LoggerFactory.getLoggerContext().statusManager.statuses.map(({ message }) => /-p (\d+) reaches/.exec(message)?.[1]).find((found) => found !== undefined) ?? "";
    expect(port !== "" || tcp === undefined).toBe(true);
  }, { timeout: 10_000 });
  return { socket, port };
}

function auditFile(): () => string {
  const location = path.join(tempDir(), "audit.log");
  audit.configure({ file: { location, sync: "each" } });
  return () => readFileSync(location, "utf8").replaceAll(TIMESTAMP, "timestamp=T");
}

test("T11 every change by logconf is in the audit file before its answer arrives; a look at something is not", async () => {
  const lines = auditFile();
  const { socket } = await controlled();

  await logconf(["-l", "com.acme=DEBUG", "com.acme.shop=TRACE", "--socket", socket]);
  expect(lines()).toBe('logconf.modifyLogLevels, login=<none>, ip=<none>, timestamp=T, operator=ada, change=Setting log level for "com.acme" to "DEBUG", change=Setting log level for "com.acme.shop" to "TRACE"\n');

  for (const words of ["-ll", "-lf", "-c 1 -u 5 -a -l com.acme=DEBUG org.other=DEBUG", "-c 1 -u 5 -d", "-oec USER_INPUT,ERROR", "-cf"]) {
    expect((await logconf([...words.split(" "), "--socket", socket])).code).toBe(0);
  }
  expect(lines().split("\n").slice(1)).toEqual([
    'logconf.filterUser, login=<none>, ip=<none>, timestamp=T, operator=ada, change=Created new filter for user with ID "5", in context with ID "1" and policy "ACCEPT", change=Added logger "com.acme" with level "DEBUG", refused=The provided logger "org.other" is not in the whitelist, hence it is not added to the filter.',
    'logconf.removeUserFilter, login=<none>, ip=<none>, timestamp=T, operator=ada, change=Removed user filter for user with ID "5", context with ID "1" and policy "ACCEPT"',
    "logconf.overrideExceptionCategories, login=<none>, ip=<none>, timestamp=T, operator=ada, change=Setting suppressed Exception Categories to USER_INPUT,ERROR",
    "logconf.clearFilters, login=<none>, ip=<none>, timestamp=T, operator=ada, change=Removed all filters",
    "",
  ]);
});

test("T11 who came through the port is on record with user and address", async () => {
  const lines = auditFile();
  const { port } = await controlled({ port: 0, user: "adm", password: "s3cret" });

  await logconf(["-cf", "-H", "127.0.0.1", "-p", port, "-U", "adm"], { environment: { LOGCONF_PASSWORD: "s3cret" } });
  await logconf(["-cf", "-H", "127.0.0.1", "-p", port, "-U", "adm"], { environment: { LOGCONF_PASSWORD: "wrong" } });

  expect(lines()).toBe("logconf.clearFilters, login=adm, ip=127.0.0.1, timestamp=T, operator=ada, change=Removed all filters\n");
});

test("T11 who tries to silence the audit log is on record, and does not", async () => {
  const lines = auditFile();
  const { socket } = await controlled();

  await logconf(["-l", "Slf4jAuditLogger=OFF", "--socket", socket]);

  expect(lines()).toBe('logconf.modifyLogLevels, login=<none>, ip=<none>, timestamp=T, operator=ada, refused=The logger "Slf4jAuditLogger" belongs to the audit log, hence its level is not raised to "OFF".\n');
});

test("in standard mode changes go where logback.xml says", async () => {
  const { socket } = await controlled();
  configureFromXml('<configuration><appender name="LIST" class="ListAppender"/><logger name="com.openexchange.log.audit"><appender-ref ref="LIST"/></logger></configuration>');
  audit.configure({ delimiter: "|", includeAttributeNames: false });

  await logconf(["-cf", "--socket", socket]);

  const list = LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
  expect(list.list.map(({ loggerName, formattedMessage }) => [loggerName, formattedMessage.replace(/\d{4}-[^|]*/, "T")])).toEqual([["com.openexchange.log.audit.AuditLogService", "logconf.clearFilters|<none>|<none>|T|ada|Removed all filters"]]);
});

for (const logger of ["ROOT", "com.openexchange"]) {
  test(`T11 the first change of all cannot silence the audit log, nor go without a record: ${logger}=OFF`, async () => {
    const { socket } = await controlled();
    configureFromXml('<configuration><appender name="LIST" class="ListAppender"/><root level="INFO"><appender-ref ref="LIST"/></root></configuration>');
    audit.configure({});

    await logconf(["-l", `${logger}=OFF`, "--socket", socket]);

    const list = LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
    expect(list.list.filter(({ loggerName }) => loggerName.includes("audit")).map(({ formattedMessage }) => formattedMessage.replace(/.*?, change=/, ""))).toEqual([
      `Setting log level for "${logger}" to "OFF", change=Setting log level for "com.openexchange.log.audit" to "INFO"`,
    ]);
    expect(audit.counters).toMatchObject({ written: 1, refused: 0 });
  });
}

test("T11 a line break in a name begins no line in listings, in the log, in statuses or in the audit log, also when the time of the change is over", async () => {
  const lines = auditFile();
  const { socket } = await controlled();
  configureFromXml('<configuration><statusListener class="NopStatusListener"/><appender name="LIST" class="ListAppender"/><root level="INFO"><appender-ref ref="LIST"/></root></configuration>');
  const list = (LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender).list;
  const forged = "com.acme\r\nERROR forged";

  const answers = [await logconf(["-l", `${forged}=DEBUG`, "--ttl", "300 milliseconds", "--socket", socket]), await logconf(["-ll", "dynamic", "--socket", socket]), await logconf(["-ll", forged, "ROOT", "--socket", socket])];
  await vi.waitFor(() => {
    expect(list.at(-1)?.formattedMessage).toContain("its time is over");
  }, { timeout: 10_000 });

  const texts = [...answers.flatMap(({ output }) => output.split("\n")), ...list.map(({ formattedMessage }) => formattedMessage), ...LoggerFactory.getLoggerContext().statusManager.statuses.map(({ message }) => message), ...lines().split("\n")];
  expect(texts.filter((text) => text.includes("forged")).length).toBeGreaterThanOrEqual(7);
  expect(texts.filter((text) => /[\r\n]|^ERROR forged/.test(text))).toEqual([]);
});

test("without an audit log nothing is said of one", async () => {
  const { socket } = await controlled();

  await logconf(["-cf", "--socket", socket]);

  expect(audit.counters.logged).toBe(0);
  expect(LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ origin }) => origin === "audit")).toEqual([]);
});

test("T11 a change is made, and answered, also when the audit log cannot be written; that is said", async () => {
  const { socket } = await controlled();
  const file = path.join(tempDir(), "file");
  writeFileSync(file, "");
  audit.configure({ file: { location: path.join(file, "audit.log") } });

  expect((await logconf(["-l", "com.acme=DEBUG", "--socket", socket])).code).toBe(0);

  expect(LoggerFactory.getLogger("com.acme").level?.name).toBe("DEBUG");
  expect(audit.counters).toEqual({ logged: 1, written: 0, queued: 0, dropped: 1, refused: 0 });
  expect(LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ level, origin }) => level === "ERROR" && origin === "audit").map(({ message }) => message)).toContainEqual(expect.stringContaining("could not be opened"));
});
