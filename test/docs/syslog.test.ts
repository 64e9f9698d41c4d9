import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { expect, test } from "vitest";
import { syslogAppender } from "../../src/appender/syslog-appender.js";
import { complaints, configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const text = readFileSync(new URL("../../docs/syslog.md", import.meta.url), "utf8");
const configurations = [...text.matchAll(/```xml\n([^]*?)```/g)].map(([, xml = ""]) => xml);

test("docs/syslog.md shows configurations that work", async () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "authority.pem"), rootCertificates[0] ?? "");

  expect(configurations).toHaveLength(2);
  for (const xml of configurations) {
    const { context, configure } = configured({ baseDir: folder });
    const { statuses } = configure(xml.replaceAll("logs.example.org", "localhost"));

    expect(complaints(statuses)).toEqual([]);
    expect(context.root.appenders.map(({ name }) => name)).toEqual(["SYSLOG"]);
    await context.stop();
  }
});

test("docs/syslog.md names properties that there are, and leaves none out", () => {
  const [, table = ""] = /\| property[^\n]*\n([^]*?)\n\n/.exec(text) ?? [];
  const named = [...table.matchAll(/^\| ([^|]*) \|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  const others = ["facility", "syslogHost", "suffixPattern", "stackTracePattern", "throwableExcluded", "ssl"];

  expect(named.filter((name) => !Object.hasOwn(syslogAppender.properties, name ?? ""))).toEqual([]);
  expect(Object.keys(syslogAppender.properties).filter((name) => !named.includes(name) && !others.includes(name))).toEqual(["charset", "lazy", "layout", "filter", "neutralise"]);
});
