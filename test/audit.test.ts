import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { configureFromXml, LoggerFactory, resetForTests, shutdown } from "../src/global.js";
import { audit } from "../src/audit.js";
import { AuditError } from "../src/audit/audit-error.js";
import { AuditEvents } from "../src/audit/audit-events.js";
import type { ListAppender } from "../src/appender/list-appender.js";
import { tempDir } from "./support/temp-dir.js";

afterEach(resetForTests);

const SILENT = `<configuration><statusListener class="NopStatusListener"/></configuration>`;

test("the process has an audit log, which shutdown() ends", async () => {
  const location = path.join(tempDir(), "audit.log");
  audit.configure({ file: { location } });

  const receipt = await audit.log(AuditEvents.login({ login: "thorben", ip: "::1", timestamp: new Date(0) }));
  await shutdown();

  expect(receipt.state).toBe("written");
  expect(readFileSync(location, "utf8")).toBe("ox.login, login=thorben, ip=::1, timestamp=1970-01-01T00:00:00Z\n");
  await expect(audit.log("late")).rejects.toThrow(AuditError);
  expect(audit.counters).toEqual({ logged: 2, written: 1, queued: 0, dropped: 1, refused: 0 });
});

test("in dedicated mode neither levels nor a reload of the configuration take records away", async () => {
  const location = path.join(tempDir(), "audit.log");
  audit.configure({ file: { location, pattern: "%logger %message%n" } });
  configureFromXml(SILENT);
  LoggerFactory.getLogger("Slf4jAuditLogger").setLevel("OFF");

  await audit.log("a");
  configureFromXml(SILENT);
  await audit.log("b");

  expect(readFileSync(location, "utf8")).toBe("Slf4jAuditLogger a\nSlf4jAuditLogger b\n");
});

test("in standard mode records go where logback.xml says", async () => {
  configureFromXml(`<configuration>
    <appender name="LIST" class="ListAppender"/>
    <logger name="com.openexchange.log.audit"><appender-ref ref="LIST"/></logger>
  </configuration>`);
  audit.configure({});
  const remove = audit.addFilter((eventId) => eventId !== "noise");

  await audit.log("noise");
  await audit.log("a", [["n", 1]]);
  remove();

  const list = LoggerFactory.getLoggerContext().findAppender("LIST") as ListAppender;
  expect(list.list.map(({ formattedMessage }) => formattedMessage)).toEqual(["a, n=1"]);
});
