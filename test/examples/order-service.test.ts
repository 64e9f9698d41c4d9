import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("../../examples/order-service/run.js", import.meta.url));

test("the demo shows MDC per request, a level edited while it runs with what changed, and the same lines in its file", async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, "3"]);
  const lines = stripVTControlCharacters(stdout).trimEnd().split("\n");
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

  const customers = new Map<string, Set<string>>();
  for (const [, request = "", customer = ""] of lines.flatMap((line) => [.../\[(\d{4}) (\w+) *\]/g[Symbol.matchAll](line)])) {
    customers.set(request, (customers.get(request) ?? new Set()).add(customer));
  }
  expect(customers.size).toBeGreaterThan(4);
  expect([...customers.values()].every((seen) => seen.size === 1)).toBe(true);

  expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(lines.length);
});
