import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { addConfigurationListener, configure, resetForTests } from "../../src/global.js";
import { formatStatus, type Status } from "../../src/core/status.js";
import { tempDir } from "../support/temp-dir.js";

afterEach(resetForTests);

const [, shown = ""] = /```\n(\d\d:\d\d:\d\d,\d{3} \|-INFO in configuration - Configuration [^]*?)```/.exec(readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8")) ?? [];

test("the page on operations shows what an edit really prints", async () => {
  const folder = tempDir();
  const file = path.join(folder, "logback.xml");
  const write = (level: string, days: number): void => {
    writeFileSync(
      file,
      `<configuration scan="true" scanPeriod="20 milliseconds">
        <statusListener class="NopStatusListener"/>
        <appender name="FILE" class="RollingFileAppender">
          <file>${folder}/app.log</file>
          <rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>${folder}/app.%d.log</fileNamePattern><maxHistory>${String(days)}</maxHistory></rollingPolicy>
          <encoder><pattern>%msg%n</pattern></encoder>
        </appender>
        <logger name="com.acme" level="${level}"/>
        <root level="INFO"><appender-ref ref="FILE"/></root>
      </configuration>`,
    );
  };
  const changed = vi.fn<(statuses: readonly Status[]) => void>();
  write("INFO", 7);
  const { statuses } = configure({ file });
  expect(statuses.filter(({ level }) => level !== "INFO")).toEqual([]);
  addConfigurationListener({ onChanged: (_result, context) => { changed(context.statusManager.statuses); } });

  write("DEBUG", 30);
  await vi.waitFor(() => { expect(changed).toHaveBeenCalled(); }, { timeout: 10_000 });

  const printed = (changed.mock.calls[0]?.[0] ?? [])
    .filter(({ origin }) => origin === "configuration")
    .map((status) => formatStatus(status).replace(/^\S+ /, "").replace(file, "logback.xml"))
  const documented = shown.trimEnd().split("\n").map((line) => line.replace(/^\S+ /, ""));
  expect(documented.length).toBeGreaterThan(2);
  expect(printed).toEqual(documented);
});
