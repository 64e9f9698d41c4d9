import { closeSync, openSync, readdirSync, readFileSync, renameSync, symlinkSync, unlinkSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { median } from "../support/median.js";
import { endOf, startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

/** The same for a longer run: `RELOAD_EVENTS=2000000 RELOAD_EDITS=500`. */
const EVENTS = Number(process.env["RELOAD_EVENTS"] ?? 200_000);
const EDITS = Number(process.env["RELOAD_EDITS"] ?? 50);
const SECONDS_AN_EDIT = 10;
const BETWEEN_HALVES_MS = 100;

const LOGS = ["a.log", "b.log", "c.log", "d.log", "e.log"];
/** Of `r.log`, which rolls: the limit, and the one event that crosses it. */
const LARGEST_BYTES = 100 * 1024 + String(EVENTS * 100).length;

/** What differs from edit to edit. */
interface Variant {
  readonly edit: number;
  readonly level: string;
  readonly name: string;
  readonly swapped: boolean;
  readonly size: number;
}

function configurationOf({ edit, level, name, swapped, size }: Variant, folder: string): string {
  const toFile = (appender: string, file: string, more = ""): string =>
    `  <appender name="${appender}" class="FileAppender"><file>${folder}/${file}</file>${more}<encoder><pattern>%msg%n</pattern></encoder></appender>`;
  return `<configuration scan="true" scanPeriod="200 milliseconds">
  <statusListener class="NopStatusListener"/>
  <property scope="context" name="EDIT" value="${String(edit)}"/>
${toFile(name, "a.log")}
${toFile("BUFFERED", "b.log", `<immediateFlush>false</immediateFlush><bufferSize>${String(size)}KB</bufferSize>`)}
${toFile("BEHIND", "c.log")}
  <appender name="ASYNC" class="AsyncAppender"><queueSize>${String(size * 64)}</queueSize><appender-ref ref="BEHIND"/></appender>
${toFile("ONE", swapped ? "e.log" : "d.log", "<immediateFlush>false</immediateFlush>")}
${toFile("TWO", swapped ? "d.log" : "e.log", "<immediateFlush>false</immediateFlush>")}
  <appender name="ROLLING" class="RollingFileAppender">
    <file>${folder}/r.log</file><immediateFlush>false</immediateFlush>
    <rollingPolicy class="SizeAndTimeBasedRollingPolicy"><fileNamePattern>${folder}/r.%d{yyyy-MM-dd}.%i.log</fileNamePattern><maxFileSize>100KB</maxFileSize><maxHistory>${String(size)}</maxHistory></rollingPolicy>
    <encoder><pattern>%msg%n</pattern></encoder>
  </appender>
  <appender name="LIST" class="ListAppender"/>
  <logger name="com.acme" level="${level}"/>
  <root level="INFO">${[name, "BUFFERED", "ASYNC", "ONE", "TWO", "ROLLING", "LIST"].map((ref) => `<appender-ref ref="${ref}"/>`).join("")}</root>
</configuration>`;
}

/** How an edit is saved; `change` is what it does to the configuration. */
interface Kind {
  readonly what: string;
  readonly change?: (variant: Variant) => Partial<Variant>;
  readonly save: (file: string, text: string, failure: () => Promise<void>) => void | Promise<void>;
}

const inPlace = (file: string, text: string): void => {
  writeFileSync(file, text);
};

function byRename(file: string, make: (temporary: string) => void): void {
  make(`${file}.new`);
  renameSync(`${file}.new`, file);
}

const KINDS: readonly Kind[] = [
  { what: "a level, in place", change: ({ level }) => ({ level: level === "INFO" ? "DEBUG" : "INFO" }), save: inPlace },
  {
    what: "broken, then mended",
    save: async (file, text, failure) => {
      const failed = failure();
      writeFileSync(file, text.replace("</root>", "<root>"));
      await failed;
      writeFileSync(file, text);
    },
  },
  {
    what: "truncated, then written in two halves",
    save: async (file, text) => {
      const fd = openSync(file, "w");
      writeSync(fd, text.slice(0, text.length / 2));
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_HALVES_MS));
      writeSync(fd, text.slice(text.length / 2));
      closeSync(fd);
    },
  },
  {
    what: "a symbolic link pointed elsewhere",
    save: (file, text) => {
      const target = `${file}.${String(text.length)}.${String(Math.random())}`;
      writeFileSync(target, text);
      byRename(file, (temporary) => {
        symlinkSync(target, temporary);
      });
    },
  },
  {
    what: "renamed over, as editors do",
    save: (file, text) => {
      byRename(file, (temporary) => {
        writeFileSync(temporary, text);
      });
    },
  },
  {
    what: "deleted and made again",
    save: (file, text) => {
      unlinkSync(file);
      writeFileSync(file, text);
    },
  },
  { what: "an appender renamed", change: ({ name }) => ({ name: name === "FILE" ? "MAIN" : "FILE" }), save: inPlace },
  { what: "two appenders exchange their files", change: ({ swapped }) => ({ swapped: !swapped }), save: inPlace },
  { what: "buffer and queue resized", change: ({ size }) => ({ size: (size % 8) + 1 }), save: inPlace },
];

/** What `r.log` and its archives hold, the oldest first. */
function rolledFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /^r\.\d/.test(name)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return [...names, "r.log"].map((name) => readFileSync(path.join(folder, name), "utf8"));
}

interface Said {
  readonly edit?: number;
  readonly at?: number;
  readonly failed?: number;
  readonly complaints?: readonly string[];
  readonly logged?: number;
  readonly listed?: number;
  readonly counters?: readonly { readonly name: string; readonly lost: number; readonly dropped: number }[];
}

test(`${EVENTS} events are in every file exactly once and in order while the configuration is edited ${EDITS} times`, { timeout: EDITS * SECONDS_AN_EDIT * 1_000 + EVENTS }, async () => {
  const folder = tempDir();
  const file = path.join(folder, "logback.xml");
  let variant: Variant = { edit: 0, level: "INFO", name: "FILE", swapped: false, size: 8 };
  writeFileSync(file, configurationOf(variant, folder));
  const child = startFixture("reload-load.mjs", [file, String(EVENTS)], { stdio: ["pipe", "pipe", "inherit"] });
  const said: Said[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout! }).on("line", (line) => {
    said.push(JSON.parse(line) as Said);
    for (const look of waiting) {
      look();
    }
  });
  const heard = (wanted: (one: Said) => boolean): Promise<Said> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = said.find(wanted);
        if (found !== undefined) {
          waiting.delete(look);
          resolve(found);
        }
      };
      waiting.add(look);
      look();
    });
  await heard(({ edit }) => edit === 0);

  const times = new Map<string, number[]>();
  for (let edit = 1; edit <= EDITS; edit++) {
    const { what, change, save } = KINDS[edit % KINDS.length]!;
    variant = { ...variant, ...change?.(variant), edit };
    const failures = said.filter(({ failed }) => failed !== undefined).length;
    await save(file, configurationOf(variant, folder), async () => {
      await heard(({ failed }) => failed === failures + 1);
    });
    const saved = performance.timeOrigin + performance.now();
    const { at, complaints } = await heard((one) => one.edit === edit);
    expect(complaints).toEqual([]);
    times.set(what, [...(times.get(what) ?? []), at! - saved]);
  }
  child.stdin!.end();
  const { code } = await endOf(child);

  const { logged = 0, listed, counters } = await heard((one) => one.logged !== undefined);
  expect(code).toBe(0);
  expect(logged).toBeGreaterThanOrEqual(EVENTS);
  expect(listed).toBe(logged);
  expect(counters?.filter(({ lost, dropped }) => lost !== 0 || dropped !== 0)).toEqual([]);
  const rolled = rolledFiles(folder);
  expect(rolled.length).toBeGreaterThan(EVENTS / 20_000);
  expect(rolled.map((content) => content.length).filter((length) => length > LARGEST_BYTES)).toEqual([]);
  for (const [log, content] of [...LOGS.map((name) => [name, readFileSync(path.join(folder, name), "utf8")] as const), ["r.log", rolled.join("")] as const]) {
    const lines = content.split("\n").slice(0, -1);
    expect({ log, lines: lines.length, wrong: lines.findIndex((line, index) => line !== String(index)) }).toEqual({ log, lines: logged, wrong: -1 });
  }
  const figures = [...times].map(([what, values]) => `${what}: ${String(Math.round(median(values)))} ms`);
  console.log(`${logged} events, ${EDITS} edits, none lost, none doubled. From saving to in force (medians): ${figures.join("; ")}`);
});
