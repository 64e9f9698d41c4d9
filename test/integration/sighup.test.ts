import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { endOf, startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

test("SIGHUP has the configuration read again and the log files opened anew, and nothing is lost", async () => {
  const folder = tempDir();
  const [file, log] = [path.join(folder, "logback.xml"), path.join(folder, "app.log")];
  const write = (level: string): void => {
    writeFileSync(
      file,
      `<configuration>
        <appender name="FILE" class="FileAppender"><file>${log}</file><immediateFlush>false</immediateFlush><encoder><pattern>%msg%n</pattern></encoder></appender>
        <logger name="com.acme" level="${level}"/>
        <root level="INFO"><appender-ref ref="FILE"/></root>
      </configuration>`,
    );
  };
  write("DEBUG");
  const child = startFixture("sighup.mjs", [file], { stdio: ["pipe", "pipe", "inherit"] });
  const said = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => (await said.next()).value;
  expect(await next()).toBe("changed ");
  child.stdin!.write("one\n");
  expect(await next()).toBe("logged one");

  // What logrotate does, and then tells.
  renameSync(log, `${log}.1`);
  child.kill("SIGHUP");
  expect(await next()).toBe("changed ");
  child.stdin!.write("two\n");
  expect(await next()).toBe("logged two");
  write("INFO");
  child.kill("SIGHUP");
  expect(await next()).toBe("changed level of com.acme: DEBUG -> INFO");
  child.stdin!.write("three\n");
  expect(await next()).toBe("logged three");
  writeFileSync(file, "<configuration>");
  child.kill("SIGHUP");
  expect(await next()).toBe("failed");
  child.stdin!.end();

  expect(await endOf(child)).toEqual({ code: 0, signal: null });
  expect(readFileSync(`${log}.1`, "utf8")).toBe("one\n");
  expect(readFileSync(log, "utf8")).toBe("two\n");
});
