import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../conformance/", import.meta.url);
const exceptions = JSON.parse(readFileSync(new URL("exceptions.json", folder), "utf8")) as Record<string, string>;
const cases = readdirSync(new URL("cases/", folder)).filter((name) => name.endsWith(".jsonl")).flatMap((name) => readFileSync(new URL(`cases/${name}`, folder), "utf8").trimEnd().split("\n"));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("the README shows what npm run conformance says: every kind, every exception, nothing failed", () => {
  const [, shown = ""] = /\$ npm run --silent conformance\n([^`]*)```/.exec(readme) ?? [];
  const kinds = new Set(cases.map((line) => (JSON.parse(line) as { readonly kind: string }).kind));
  const counts = [...shown.matchAll(/^(\w+): (\d+)\/\2 like Logback 1\.6\.3/gm)];
  const passed = counts.reduce((sum, [, , count]) => sum + Number(count), 0);

  expect(counts.map(([, kind]) => kind).toSorted()).toEqual([...kinds].toSorted());
  expect(shown).toContain(`\nnamed exceptions: ${String(Object.keys(exceptions).length)} of ${String(cases.length)}\n`);
  expect([...shown.matchAll(/^ {2}(\S+) {2}(.*)$/gm)].map(([, id = "", reason]) => [id, reason])).toEqual(Object.entries(exceptions));
  expect(shown).toMatch(new RegExp(`\n${String(passed)} passed, 0 failed\n$`));
});
