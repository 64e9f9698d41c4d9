import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readAuditProperties } from "../../src/audit/audit-properties.js";
import { parseProperties } from "../../src/config/properties-file.js";
import { collectedReport } from "../support/rolling.js";

const guide = readFileSync(new URL("../../docs/audit.md", import.meta.url), "utf8");
const properties = parseProperties(/```properties\n(.*?)```/s.exec(guide)?.[1] ?? "");

const ENABLED = "com.openexchange.log.audit.slf4j.enabled";
const LOCATION = "com.openexchange.log.audit.slf4j.file.location";

test("the properties file in the guide is the defaults, and has every property", () => {
  const said: string[] = [];
  const minimal = new Map([ENABLED, LOCATION].map((key) => [key, properties.get(key) ?? ""]));

  expect(readAuditProperties(properties, collectedReport(said))).toEqual(readAuditProperties(minimal, collectedReport(said)));
  expect(said).toEqual([]);
  expect(properties.size).toBe(12);
});
