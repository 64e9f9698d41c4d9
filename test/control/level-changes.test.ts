import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LevelChanges } from "../../src/control/level-changes.js";
import { Level } from "../../src/core/level.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { configured } from "../support/configured.js";

const said: string[] = [];
let context: LoggerContext;
let configure: (xml: string) => unknown;
let changes: LevelChanges;

beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  ({ context, configure } = configured());
  configure('<configuration><logger name="com.acme" level="INFO"/></configuration>');
  changes = new LevelChanges(context, ({ text }) => said.push(text));
});

afterEach(() => {
  vi.useRealTimers();
});

const levelOf = (name: string): string | undefined => context.getLogger(name).level?.name;
const dynamic = (): string[] => changes.loggers.map(({ name }) => name);

test("that a level goes back is said while the logger that says it can be heard", () => {
  const heard: boolean[] = [];
  changes = new LevelChanges(context, () => { heard.push(context.getLogger("logconf").isInfoEnabled()); });

  for (const [before, during] of [["WARN", "INFO"], ["INFO", "WARN"]] as const) {
    context.root.setLevel(before);
    changes.set("ROOT", Level[during], 1_000);
    vi.advanceTimersByTime(1_000);
    expect(context.root.level?.name).toBe(before);
  }

  expect(heard).toEqual([true, true]);
});
test("a level is set and said, and the logger counts as changed", () => {
  expect(changes.set("com.acme", Level.DEBUG, undefined)).toEqual([{ type: "INFO", text: 'Setting log level for "com.acme" to "DEBUG"' }]);
  expect(levelOf("com.acme")).toBe("DEBUG");
  expect(dynamic()).toEqual(["com.acme"]);
});

test("T11 a level for a time goes back to the one before, and that is said", () => {
  changes.set("com.acme", Level.DEBUG, 1_000);
  vi.advanceTimersByTime(999);
  expect(levelOf("com.acme")).toBe("DEBUG");
  vi.advanceTimersByTime(1);

  expect(levelOf("com.acme")).toBe("INFO");
  expect(dynamic()).toEqual([]);
  expect(said).toEqual(['Setting log level for "com.acme" back to "INFO", because its time is over']);
});

test("a logger that inherited inherits again", () => {
  changes.set("com.acme.shop", Level.TRACE, 1_000);
  vi.advanceTimersByTime(1_000);

  expect(levelOf("com.acme.shop")).toBe(undefined);
});

test("a second change for a time counts from then on, and the level before the first comes back", () => {
  changes.set("com.acme", Level.DEBUG, 1_000);
  vi.advanceTimersByTime(900);
  changes.set("com.acme", Level.TRACE, 1_000);
  vi.advanceTimersByTime(900);
  expect(levelOf("com.acme")).toBe("TRACE");
  vi.advanceTimersByTime(100);

  expect(levelOf("com.acme")).toBe("INFO");
});

test("a change without a time ends one that had one", () => {
  changes.set("com.acme", Level.DEBUG, 1_000);
  changes.set("com.acme", Level.WARN, undefined);
  vi.advanceTimersByTime(10_000);

  expect(levelOf("com.acme")).toBe("WARN");
  expect(dynamic()).toEqual(["com.acme"]);
});

test("after a change for a time, the one before it that stays is back and still counts as a change", () => {
  changes.set("com.acme", Level.WARN, undefined);
  changes.set("com.acme", Level.DEBUG, 1_000);
  vi.advanceTimersByTime(1_000);

  expect(levelOf("com.acme")).toBe("WARN");
  expect(dynamic()).toEqual(["com.acme"]);
});

for (const level of ["ERROR", "DEBUG"]) {
  test(`an edit of the file to ${level} while the time runs counts, whatever was set`, () => {
    changes.set("com.acme", Level.DEBUG, 1_000);
    configure(`<configuration><logger name="com.acme" level="${level}"/></configuration>`);
    vi.advanceTimersByTime(1_000);

    expect(levelOf("com.acme")).toBe(level);
    expect(said).toEqual([]);
  });
}

test("a reload that does not touch the logger leaves the time running", () => {
  changes.set("com.acme", Level.DEBUG, 1_000);
  configure('<configuration><logger name="com.acme" level="INFO"/><logger name="other" level="INFO"/></configuration>');
  expect(levelOf("com.acme")).toBe("DEBUG");
  vi.advanceTimersByTime(1_000);

  expect(levelOf("com.acme")).toBe("INFO");
});

test("a level that code set meanwhile stays", () => {
  changes.set("com.acme", Level.DEBUG, 1_000);
  context.getLogger("com.acme").setLevel(Level.ERROR);
  vi.advanceTimersByTime(1_000);

  expect(levelOf("com.acme")).toBe("ERROR");
});

for (const name of ["com.openexchange.log.audit.AuditLogService", "com.openexchange.log.audit", "Slf4jAuditLogger"]) {
  test(`T11 the audit log cannot be made quieter by its logger ${name}`, () => {
    context.getLogger(name).setLevel(Level.INFO);

    expect(changes.set(name, Level.OFF, undefined)).toEqual([{ type: "WARNING", text: `The logger "${name}" belongs to the audit log, hence its level is not raised to "OFF".` }]);
    expect(levelOf(name)).toBe("INFO");
    expect(changes.set(name, Level.DEBUG, undefined)).toEqual([{ type: "INFO", text: `Setting log level for "${name}" to "DEBUG"` }]);
  });
}

test("T11 the audit log cannot be made quieter by a logger above it either", () => {
  const audit = context.getLogger("com.openexchange.log.audit.AuditLogService");
  const before = audit.effectiveLevel;

  const messages = changes.set("ROOT", Level.ERROR, undefined);

  expect(context.root.level).toBe(Level.ERROR);
  expect(audit.effectiveLevel).toBe(before);
  expect(messages.map(({ text }) => text)).toEqual(['Setting log level for "ROOT" to "ERROR"', `Setting log level for "com.openexchange.log.audit" to "${before.name}"`]);
});

for (const louder of ["com.openexchange.log.audit.AuditLogService", "com.openexchange"]) {
  test(`T11 nor when ${louder} was louder for a time, and that is over`, () => {
    configure('<configuration><root level="INFO"/></configuration>');
    const audit = context.getLogger("com.openexchange.log.audit.AuditLogService");
    changes.set(louder, Level.DEBUG, 1_000);

    changes.set("ROOT", Level.OFF, undefined);
    vi.advanceTimersByTime(1_000);

    expect(context.root.level).toBe(Level.OFF);
    expect(audit.effectiveLevel).toBe(Level.INFO);
  });
}

test("T11 nor by any changes one after the other, with and without a time", () => {
  const names = ["ROOT", "com", "com.openexchange", "com.openexchange.log", "com.openexchange.log.audit", "com.openexchange.log.audit.AuditLogService", "Slf4jAuditLogger"];
  const levels = [Level.OFF, Level.ERROR, Level.INFO, Level.DEBUG, Level.ALL];
  const step = fc.record({ name: fc.constantFrom(...names), level: fc.constantFrom(...levels), ttlMs: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }), waitMs: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const fresh = configured();
      fresh.configure('<configuration><root level="INFO"/></configuration>');
      const audits = names.slice(-2).map((name) => fresh.context.getLogger(name));
      const all = new LevelChanges(fresh.context, () => {});
      for (const { name, level, ttlMs, waitMs } of [...steps, { name: "com.acme", level: Level.INFO, ttlMs: undefined, waitMs: 300 }]) {
        all.set(name, level, ttlMs);
        vi.advanceTimersByTime(waitMs);

        expect(audits.every(({ effectiveLevel }) => effectiveLevel.value <= Level.INFO.value)).toBe(true);
      }
    }),
    { numRuns: Number(process.env["CONTROL_RUNS"] ?? 200) },
  );
});

test("a level for a time says when it ends, as long as it stands", () => {
  const start = Date.now();
  changes.set("com.acme", Level.DEBUG, 1_000);
  changes.set("com.acme.shop", Level.DEBUG, undefined);
  expect(["com.acme", "com.acme.shop", "unheard.of"].map((name) => changes.endOf(name))).toEqual([start + 1_000, undefined, undefined]);

  context.getLogger("com.acme").setLevel(Level.WARN);

  expect(changes.endOf("com.acme")).toBe(undefined);
});
