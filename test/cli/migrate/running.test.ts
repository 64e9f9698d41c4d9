import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { configure, LoggerFactory, resetForTests, shutdown } from "../../../src/global.js";
import { logback } from "../../support/cli.js";
import { complaints } from "../../support/configured.js";
import { tempDir } from "../../support/temp-dir.js";

afterEach(resetForTests);

const FIXTURES = path.join(import.meta.dirname, "../../fixtures/migrate");

/** Configures the process by what the file becomes, with its folder of logs exchanged. */
function run(file: string, logs: string): { readonly said: readonly string[]; readonly read: (name: string) => string } {
  const folder = tempDir();
  const { output } = logback(["migrate", file], { workingDirectory: FIXTURES });
  const { statuses } = configure({ xml: output.replaceAll(logs, folder) });
  return { said: complaints(statuses), read: (name) => readFileSync(path.join(folder, name), "utf8") };
}

test("what file-logging.properties becomes runs and writes the layout that it had", async () => {
  const { said, read } = run("file-logging.properties", "/var/log/open-xchange");
  LoggerFactory.getLogger("com.openexchange.imap.Connection").debug("connected");
  LoggerFactory.getLogger("com.openexchange.folder").debug("not shown");
  LoggerFactory.getLogger("org.apache.http").warn("not shown");
  await shutdown();

  expect(said.map((complaint) => complaint.replace(/^WARN \S+ /, ""))).toEqual(["Appender named [FILE] is not referenced; it is not made.", "Appender named [SYSLOG] is not referenced; it is not made."]);
  expect(read("open-xchange.log.0")).toMatch(/^[A-Z][a-z]{2} \d\d, \d{4} \d{1,2}:\d\d:\d\d [AP]M [^\n]*\nDEBUG: connected\n$/);
});

test("what log4j.properties becomes runs and writes what Log4j wrote", async () => {
  const { said, read } = run("log4j.properties", "/var/log/shop");
  LoggerFactory.getLogger("com.acme.Orders").debug("paid");
  LoggerFactory.getLogger("org.apache.http").warn("not shown");
  await shutdown();

  expect(said).toEqual([]);
  expect(read("shop.log")).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \[main\] DEBUG com\.acme\.Orders - paid\n$/);
});

test("what log4j2.xml becomes runs and writes what Log4j 2 wrote", async () => {
  const { said, read } = run("log4j2.xml", "/var/log/shop");
  LoggerFactory.getLogger("com.acme.Orders").debug("paid  twice");
  LoggerFactory.getLogger("org.apache.http").info("elsewhere");
  await shutdown();

  expect(said).toEqual([]);
  expect(read("shop.log")).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} DEBUG \(Orders\) {2}paid twice\n$/);
  expect(JSON.parse(read("size.log"))).toMatchObject({ message: "elsewhere", level: "INFO" });
});
