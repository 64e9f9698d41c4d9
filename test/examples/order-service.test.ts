import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("../../examples/order-service/run.js", import.meta.url));

test("the demo shows MDC per request, a level edited while it runs with what changed, another by logconf for a second, the same lines in its file, and what receivers have of them", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, "3"]);
  const printed = stripVTControlCharacters(stdout).trimEnd().split("\n");
  const lines = printed.filter((line) => !line.startsWith("Received by "));
  const file = lines.find((line) => line.includes("The log file is"))?.split("The log file is ")[1]?.trim() ?? "";
  onTestFinished(() => {
    rmSync(path.dirname(file), { recursive: true });
  });

  expect(stderr).toBe("");
  const edits = lines.flatMap((line) => line.split("The configuration changed: ").slice(1)).map((edit) => edit.trim());
  expect(edits).toEqual(["level of shop.stock: INFO -> DEBUG", "level of shop.stock: DEBUG -> INFO"]);
  const indexOf = (text: string): number => lines.findIndex((line) => line.includes(text));
  const debugLines = lines.flatMap((line, index) => (/ DEBUG shop\.stock /.test(line) ? [index] : []));
  expect(debugLines.length).toBeGreaterThan(0);
  expect(Math.min(...debugLines)).toBeGreaterThan(indexOf("shop.stock now has level DEBUG"));
  expect(Math.max(...debugLines)).toBeLessThan(indexOf("shop.stock now has level INFO"));

  const changed = indexOf('INFO  logconf     [---- demo  ] Setting log level for "shop.orders" to "DEBUG" operator=');
  const changedBack = indexOf('logconf     [---- demo  ] Setting log level for "shop.orders" back to "INFO", because its time is over');
  const moreLines = lines.flatMap((line, index) => (/ DEBUG shop\.orders /.test(line) ? [index] : []));
  expect(changed).toBeGreaterThan(indexOf("$ logconf -l shop.orders=DEBUG --ttl 1s"));
  expect(moreLines.length).toBeGreaterThan(0);
  expect(Math.min(...moreLines)).toBeGreaterThan(changed);
  expect(Math.max(...moreLines)).toBeLessThan(changedBack);

  const customers = new Map<string, Set<string>>();
  for (const [, request = "", customer = ""] of lines.flatMap((line) => [.../\[(\d{4}) (\w+) *\]/g[Symbol.matchAll](line)])) {
    customers.set(request, (customers.get(request) ?? new Set()).add(customer));
  }
  expect(customers.size).toBeGreaterThan(4);
  expect([...customers.values()].every((seen) => seen.size === 1)).toBe(true);

  const written = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(written).toHaveLength(lines.length);

  // A stack trace is part of its event there.
  const events = written.filter((line) => /^\d{4}-\d\d-\d\d /.test(line)).length;
  const [logstash = "", syslog = ""] = printed.slice(lines.length);
  expect(logstash).toContain(`Received by logstash: ${String(events)} events, such as {"@timestamp":`);
  expect(JSON.parse(logstash.slice(logstash.indexOf("{")))).toMatchObject({ message: "POST /orders", logger_name: "shop.http", request: expect.stringMatching(/^\d{4}$/) as string });
  expect(syslog).toMatch(/^Received by syslog\/udp: \d+ events, such as <134>.* shop\.http\[\d{4}\]: POST \/orders status="\d+"/);
});
