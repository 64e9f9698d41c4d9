import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const ROUNDS = 40;
const USERS = ["joe", "ann", "bob"];

/** One appender at a time for three users: each event stops the one before, while its archives are being compressed. */
const CONFIGURATION = `<configuration>
  <appender name="SIFT" class="ch.qos.logback.classic.sift.SiftingAppender">
    <maxAppenderCount>1</maxAppenderCount>
    <discriminator><key>user</key><defaultValue>none</defaultValue></discriminator>
    <sift>
      <appender name="R-\${user}" class="ch.qos.logback.core.rolling.RollingFileAppender">
        <file>\${user}/app.log</file>
        <rollingPolicy class="ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy">
          <fileNamePattern>\${user}/app.%d{yyyy-MM-dd}.%i.log.gz</fileNamePattern>
          <maxFileSize>200</maxFileSize>
        </rollingPolicy>
        <encoder><pattern>%msg%n</pattern></encoder>
      </appender>
    </sift>
  </appender>
  <root level="INFO"><appender-ref ref="SIFT"/></root>
</configuration>`;

/** All lines of a user, archives included, in order. */
function linesOf(folder: string): string[] {
  // What is being compressed is whole beside the half archive.
  const names = readdirSync(folder).filter((name) => !name.endsWith(".tmp"));
  const texts = names.map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return name.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
  });
  return texts.join("").split("\n").filter((line) => line !== "").sort();
}

test("rolling appenders that are made and stopped at every event lose no line and double none", async () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  configure(CONFIGURATION);
  const log = context.getLogger("a");
  const expected: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const line = `line ${String(round).padStart(5, "0")} of a text that fills the file`;
    expected.push(line);
    for (const user of USERS) {
      context.mdc.run({ user }, () => {
        log.info(line);
      });
    }
  }
  const sift = context.findAppender("SIFT");
  await context.stop();

  expect(USERS.map((user) => linesOf(path.join(folder, user)))).toEqual(USERS.map(() => expected));
  expect(sift?.counters).toEqual({ logged: ROUNDS * USERS.length, written: ROUNDS * USERS.length, queued: 0, dropped: 0 });
}, 60_000);
