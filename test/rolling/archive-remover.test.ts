import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArchiveRemoverOptions } from "../../src/rolling/archive-clean-up.js";
import { ArchiveRemover } from "../../src/rolling/archive-remover.js";
import { RollingCalendar } from "../../src/rolling/rolling-calendar.js";
import { collectedReport, patternOf } from "../support/rolling.js";
import { tempDir } from "../support/temp-dir.js";

const DAY = 86_400_000;
const NOBODY = 65_534;
const NOON = Date.UTC(2024, 2, 15, 12);

interface Scene {
  readonly folder: string;
  readonly remover: ArchiveRemover;
  readonly said: string[];
  /** Every file below the folder, by its path from there. */
  left(): string[];
}

/** @param files - Names, of empty files, or names with their content. */
function scene(text: string, files: Readonly<Record<string, string>> | string[], options: Partial<ArchiveRemoverOptions> = {}): Scene {
  const folder = tempDir();
  const said: string[] = [];
  const contents = Array.isArray(files) ? files.map((file) => [file, ""] as const) : Object.entries(files);
  for (const [name, content] of contents) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const pattern = patternOf(text);
  const { datePattern = "", zone } = pattern.primary ?? {};
  const remover = new ArchiveRemover({
    pattern,
    calendar: new RollingCalendar(datePattern, zone),
    folder,
    maxHistory: 2,
    totalSizeCap: 0,
    report: collectedReport(said),
    isActive: () => false,
    ...options,
  });
  return { folder, remover, said, left: () => filesBelow(folder) };
}

/** Not by a recursive `readdirSync`, which in Node.js 26 follows symbolic links. */
function filesBelow(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(folder, join(below, entry.name)) : [join(below, entry.name)]))
    .sort();
}

describe("maxHistory", () => {
  test("keeps the present period and so many before it, however old the rest", async () => {
    const { remover, left, said } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2024-03-15.log", "app.2024-03-14.log", "app.2024-03-13.log", "app.2024-03-12.log", "app.2023-01-01.log", "app.1999-12-31.log"]);

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-13.log", "app.2024-03-14.log", "app.2024-03-15.log"]);
    expect(remover.removed).toBe(3);
    expect(said).toEqual(['INFO Removed 3 archives of "app.%d{yyyy-MM-dd, UTC}.log".']);
  });

  test("removes every index of a period, and every way it may be compressed", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.%i.log.gz", [
      "app.2024-03-12.0.log.gz",
      "app.2024-03-12.1.log",
      "app.2024-03-12.2.log.zip",
      "app.2024-03-12.10.log.xz",
      "app.2024-03-14.0.log.gz",
    ]);

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-14.0.log.gz"]);
  });

  test("keeps archives of the future: a clock that was wrong is no reason", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2031-01-01.log"]);

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2031-01-01.log"]);
  });

  test("never removes the file that is written now", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2024-03-01.log", "app.2024-03-02.log"], { isActive: (path) => path.endsWith("app.2024-03-01.log") });

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-01.log"]);
  });

  test("counts weeks, months and hours where the pattern shows them", async () => {
    const weeks = scene("%d{YYYY-ww, UTC}.log", ["2024-11.log", "2024-10.log", "2024-09.log", "2024-08.log"]);
    const months = scene("%d{yyyy-MM, UTC}.log", ["2024-03.log", "2024-01.log", "2023-12.log"]);
    const hours = scene("%d{HH, UTC}.log", ["12.log", "11.log", "10.log", "09.log", "13.log"]);

    await Promise.all([weeks, months, hours].map(({ remover }) => remover.clean(NOON)));

    expect([weeks.left(), months.left(), hours.left()]).toEqual([["2024-09.log", "2024-10.log", "2024-11.log"], ["2024-01.log", "2024-03.log"], ["10.log", "11.log", "12.log"]]);
  });
});

describe("totalSizeCap", () => {
  test("keeps the newest, and removes what goes beyond it and everything older", async () => {
    const text = "x".repeat(100);
    const { remover, left } = scene(
      "app.%d{yyyy-MM-dd, UTC}.%i.log",
      { "app.2024-03-15.2.log": text, "app.2024-03-15.10.log": text, "app.2024-03-15.9.log": text, "app.2024-03-14.0.log": "y", "app.2024-03-13.0.log": "z" },
      { maxHistory: 5, totalSizeCap: 250 },
    );

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-15.10.log", "app.2024-03-15.9.log"]);
  });

  test("looks, like Logback, at one period fewer than maxHistory keeps", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", { "app.2024-03-15.log": "abc", "app.2024-03-14.log": "abc", "app.2024-03-13.log": "abc" }, { maxHistory: 2, totalSizeCap: 4 });

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-13.log", "app.2024-03-15.log"]);
  });

  test("does not count the file that is written now", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", { "app.2024-03-15.log": "abcdef", "app.2024-03-14.log": "abc" }, { totalSizeCap: 5, isActive: (path) => path.endsWith("15.log") });

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-14.log", "app.2024-03-15.log"]);
  });
});

describe("what is not ours stays", () => {
  test("names that only look alike", async () => {
    const foreign = ["app.2024-03-01.log.bak", "app.2024-3-01.log", "appX2024-03-01.log", "app.2024-02-30.log", "app.2024-03-01.log.gz.gz", "xapp.2024-03-01.log", "app.2024-03-01Xlog", "app..log", "sub/app.2024-03-01.log"];
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", foreign);

    await remover.clean(NOON);

    expect(left()).toEqual([...foreign].sort());
  });

  test("symbolic links, and what they lead to", async () => {
    const { folder, remover, left } = scene("logs/%d{yyyy-MM-dd, UTC}/app.log", ["elsewhere/app.log", "target"]);
    mkdirSync(join(folder, "logs/2024-03-02"), { recursive: true });
    symlinkSync(join(folder, "elsewhere"), join(folder, "logs/2024-03-01"));
    symlinkSync(join(folder, "target"), join(folder, "logs/2024-03-02/app.log"));

    await remover.clean(NOON);

    expect(left()).toEqual(["elsewhere/app.log", "logs/2024-03-01", "logs/2024-03-02/app.log", "target"]);
  });

  test("folders of a fitting name", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2024-03-01.log/precious"]);

    await remover.clean(NOON);

    expect(left()).toEqual(["app.2024-03-01.log/precious"]);
  });

  test("for any name: one that the pattern does not print is never removed", async () => {
    const near = fc.constantFrom("app.", "App.", "2024-03-01", "2024-02-31", ".log", ".gz", ".tmp", "-", "0", "12", "/", "logs", ".%i");
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.array(near, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("")), { maxLength: 12 }), async (names) => {
        const usable = names.filter((name) => /^[^/]+$/.test(name));
        const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.%i.log.gz", usable);
        const isOurs = (name: string): boolean => /^app\.2024-03-01\.(0|[1-9]\d*)\.log(\.gz|\.zip|\.xz)?$/.test(name);

        await remover.clean(NOON);

        expect(left()).toEqual(usable.filter((name) => !isOurs(name)).sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe("folders", () => {
  test("that the date named are removed when they are empty, the others stay", async () => {
    const { folder, remover, left } = scene("logs/all/%d{yyyy/MM/dd, UTC}/app/app.log", ["logs/all/2023/12/31/app/app.log", "logs/all/2024/02/28/app/app.log", "logs/all/2024/02/28/notes", "logs/all/2024/03/01/app/app.log"]);

    await remover.clean(NOON);

    expect(left()).toEqual(["logs/all/2024/02/28/notes"]);
    expect(existsSync(join(folder, "logs/all/2023"))).toBe(false);
    expect(existsSync(join(folder, "logs/all/2024/02/28/app"))).toBe(false);
    expect(existsSync(join(folder, "logs/all/2024/03"))).toBe(true);
  });

  test("without a date stay, even when they are empty", async () => {
    const { folder, remover } = scene("logs/app.%d{yyyy-MM-dd, UTC}.log", ["logs/app.2024-03-01.log"]);

    await remover.clean(NOON);

    expect(statSync(join(folder, "logs")).isDirectory()).toBe(true);
  });
});

describe("a run", () => {
  test("does the same at once, when it is asked to", () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2024-03-15.log", "app.2024-03-01.log"]);

    remover.cleanSync(NOON);

    expect(left()).toEqual(["app.2024-03-15.log"]);
  });

  test("asked for while another is going on follows it, once, with the latest time", async () => {
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", ["app.2024-03-15.log", "app.2024-03-14.log", "app.2024-03-13.log", "app.2024-03-12.log"]);

    void remover.clean(NOON);
    void remover.clean(NOON + DAY);
    void remover.clean(NOON + 2 * DAY);
    await remover.idle();

    expect(left()).toEqual(["app.2024-03-15.log"]);
  });

  test("finds nothing where there is no folder yet", async () => {
    const { remover, said } = scene("nowhere/%d{yyyy, UTC, aux}/app.%d{yyyy-MM-dd, UTC}.log", []);

    await remover.clean(NOON);

    expect(said).toEqual([]);
  });

  test("says what it may not remove, three times and then in sum", () => {
    const names = ["01", "02", "03", "04", "05"].map((day) => `app.2024-03-${day}.log`);
    const { folder, remover, said, left } = scene("app.%d{yyyy-MM-dd, UTC}.log", names);

    withoutRights(folder, () => { remover.cleanSync(NOON); });

    expect(left()).toEqual(names);
    expect(said).toHaveLength(4);
    expect(said[0]).toMatch(/^WARN The old archive .*app\.2024-03-\d\d\.log could not be removed \(EACCES\); it is tried again at the next roll\.$/);
    expect(said[3]).toBe('WARN 2 more files or folders of "app.%d{yyyy-MM-dd, UTC}.log" could not be removed or searched.');
  });

  test("says which folder it cannot search", async () => {
    const { folder, remover, said } = scene("logs/app.%d{yyyy-MM-dd, UTC}.log", []);
    symlinkSync("logs", join(folder, "logs"));

    await remover.clean(NOON);

    expect(said).toEqual([`WARN The folder ${join(folder, "logs")} could not be searched for old archives (ELOOP); it is tried again at the next roll.`]);
  });

  test("goes through a folder of many files without taking the process's time for itself", async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `app.2024-03-01.${String(at)}.log`);
    const { remover, left } = scene("app.%d{yyyy-MM-dd, UTC}.%i.log", names);
    let turns = 0;
    const count = setInterval(() => turns++, 0);

    await remover.clean(NOON);
    clearInterval(count);

    expect(left()).toEqual([]);
    expect(turns).toBeGreaterThan(2);
  });
});

/** Runs `act` as someone who may read the folder but change nothing in it. */
function withoutRights(folder: string, act: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  chmodSync(folder, 0o555);
  if (isRoot) {
    process.seteuid?.(NOBODY);
  }
  try {
    act();
  } finally {
    if (isRoot) {
      process.seteuid?.(0);
    }
    chmodSync(folder, 0o700);
  }
}
