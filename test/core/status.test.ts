import { describe, expect, test } from "vitest";
import { formatPosition, formatStatus, isAtLeast, newStatus, StatusManager, worstLevel, type Status, type StatusLevel } from "../../src/core/status.js";

const DETAILS = { origin: "TEST" };

describe("StatusManager", () => {
  test("keeps statuses in the order in which they came", () => {
    const manager = new StatusManager();
    manager.info("one", DETAILS);
    manager.warn("two", { origin: "FILE", position: { file: "logback.xml", line: 3, column: 7 } });
    const cause = new Error("why");
    manager.error("three", { origin: "FILE", cause });

    expect(manager.statuses.map(({ timestamp: _, ...status }) => status)).toEqual([
      { level: "INFO", message: "one", origin: "TEST" },
      { level: "WARN", message: "two", origin: "FILE", position: { file: "logback.xml", line: 3, column: 7 } },
      { level: "ERROR", message: "three", origin: "FILE", cause },
    ]);
    expect(manager.count).toBe(3);
  });

  const bounds = [
    { added: 150, kept: [0, 149], length: 150 },
    { added: 300, kept: [0, 299], length: 300 },
    { added: 301, kept: [0, 300], length: 300 },
    { added: 100_000, kept: [0, 99_999], length: 300 },
  ] as const;

  for (const { added, kept, length } of bounds) {
    test(`of ${String(added)} statuses keeps the first 150 and the latest 150, and counts all`, () => {
      const manager = new StatusManager();
      for (let index = 0; index < added; index++) {
        manager.info(String(index), DETAILS);
      }
      const messages = manager.statuses.map(({ message }) => Number(message));

      expect(manager.count).toBe(added);
      expect(messages).toHaveLength(length);
      expect([messages[0], messages.at(-1)]).toEqual(kept);
      expect(messages.slice(0, 150)).toEqual(Array.from({ length: 150 }, (_, index) => index));
      expect(messages.slice(150)).toEqual(Array.from({ length: length - 150 }, (_, index) => added - length + 150 + index));
    });
  }

  test("hands out a list that later statuses do not change", () => {
    const manager = new StatusManager();
    const before = manager.statuses;
    manager.info("later", DETAILS);

    expect(before).toEqual([]);
  });

  test("says a status of one key once, until the key is reset", () => {
    const manager = new StatusManager();
    const say = (key: string): void => { manager.addOnce(key, newStatus("WARN", key, DETAILS)); };
    say("disk");
    say("disk");
    say("net");
    manager.resetOnce("disk");
    say("disk");
    say("disk");
    say("net");

    expect(manager.statuses.map(({ message }) => message)).toEqual(["disk", "net", "disk"]);
  });

  test("forgets everything when it is cleared", () => {
    const manager = new StatusManager();
    for (let index = 0; index < 400; index++) {
      manager.addOnce(String(index), newStatus("WARN", "again", DETAILS));
    }
    manager.clear();

    expect([manager.count, manager.statuses]).toEqual([0, []]);

    manager.addOnce("1", newStatus("WARN", "again", DETAILS));

    expect(manager.count).toBe(1);
  });

  test("tells each listener once of each status, in the order in which they were added", () => {
    const manager = new StatusManager();
    const told: string[] = [];
    const first = { onStatus: ({ message }: Status) => told.push(`first ${message}`) };
    const second = { onStatus: ({ message }: Status) => told.push(`second ${message}`) };

    expect([manager.addListener(first), manager.addListener(second), manager.addListener(first)]).toEqual([true, true, false]);

    manager.info("a", DETAILS);
    manager.removeListener(first);
    manager.removeListener(first);
    manager.info("b", DETAILS);

    expect(told).toEqual(["first a", "second a", "second b"]);
    expect(manager.listeners).toEqual([second]);
  });

  test("shows a new listener what was said before", () => {
    const manager = new StatusManager();
    manager.info("before", DETAILS);
    const previous: string[] = [];
    manager.addListener({ onStatus: () => {}, onAdded: (statuses) => previous.push(...statuses.map(({ message }) => message)) });

    expect(previous).toEqual(["before"]);
  });

  test("survives a listener that throws, and tells the others", () => {
    const manager = new StatusManager();
    const told: string[] = [];
    manager.addListener({ onStatus: () => { throw new Error("listener"); } });
    manager.addListener({ onStatus: ({ message }) => told.push(message) });
    manager.error("trouble", DETAILS);
    manager.error("more", DETAILS);

    expect(told).toEqual(["trouble", "more"]);
    expect(manager.count).toBe(2);
  });

  test("survives a listener that throws when it is added, and keeps it", () => {
    const manager = new StatusManager();
    const told: string[] = [];
    const added = manager.addListener({ onStatus: ({ message }) => told.push(message), onAdded: () => { throw new Error("added"); } });
    manager.info("a", DETAILS);

    expect(added).toBe(true);
    expect(told).toEqual(["a"]);
  });

  test("keeps, but does not announce, what a listener says itself", () => {
    const manager = new StatusManager();
    const told: string[] = [];
    manager.addListener({
      onStatus: ({ message }) => {
        told.push(message);
        manager.error(`about ${message}`, DETAILS);
      },
    });
    manager.warn("a", DETAILS);
    manager.warn("b", DETAILS);

    expect(told).toEqual(["a", "b"]);
    expect(manager.statuses.map(({ message }) => message)).toEqual(["a", "about a", "b", "about b"]);
  });

  test("lets a listener remove itself while it is told", () => {
    const manager = new StatusManager();
    const told: string[] = [];
    const once = {
      onStatus: ({ message }: Status) => {
        told.push(`once ${message}`);
        manager.removeListener(once);
      },
    };
    manager.addListener(once);
    manager.addListener({ onStatus: ({ message }) => told.push(`always ${message}`) });
    manager.info("a", DETAILS);
    manager.info("b", DETAILS);

    expect(told).toEqual(["once a", "always a", "always b"]);
  });

  test("is not changed by who removes listeners while walking through them", () => {
    const manager = new StatusManager();
    manager.addListener({ onStatus: () => {} });
    manager.addListener({ onStatus: () => {} });
    for (const listener of manager.listeners) {
      manager.removeListener(listener);
    }

    expect(manager.listeners).toEqual([]);
  });

  for (const key of ["__proto__", "constructor", "toString"]) {
    test(`T8: says a status under the key ${key} once, as under any other`, () => {
      const manager = new StatusManager();
      manager.addOnce(key, newStatus("WARN", "a", DETAILS));
      manager.addOnce(key, newStatus("WARN", "b", DETAILS));

      expect(manager.statuses.map(({ message }) => message)).toEqual(["a"]);
    });
  }
});

describe("formatStatus", () => {
  const timestamp = new Date(2026, 10, 21, 9, 4, 5, 7).getTime();
  const formatted = [
    { title: "the local time, level, origin and message", status: { level: "INFO", message: "started", origin: "FILE", timestamp }, text: "09:04:05,007 |-INFO in FILE - started" },
    {
      title: "the place in the configuration",
      status: { level: "WARN", message: "odd", origin: "root", timestamp, position: { file: "logback.xml", line: 12, column: 7 } },
      text: "09:04:05,007 |-WARN in root - odd (logback.xml:12:7)",
    },
    {
      title: "the cause on a line of its own",
      status: { level: "ERROR", message: "failed", origin: "FILE", timestamp, cause: new TypeError("not open") },
      text: "09:04:05,007 |-ERROR in FILE - failed\n    TypeError: not open",
    },
    { title: "a cause that is no error", status: { level: "ERROR", message: "failed", origin: "FILE", timestamp, cause: 42 }, text: "09:04:05,007 |-ERROR in FILE - failed\n    42" },
    {
      title: "a cause that cannot be printed",
      status: { level: "ERROR", message: "failed", origin: "FILE", timestamp, cause: { toString: () => { throw new TypeError("no"); } } },
      text: "09:04:05,007 |-ERROR in FILE - failed\n    [unprintable: TypeError]",
    },
    {
      title: "T5: nothing that forges a line or steers a terminal",
      status: { level: "ERROR", message: "a\n09:04:05,007 |-INFO forged", origin: "com.acme\r\u001b[2J", timestamp, position: { file: "x\n.xml", line: 1, column: 1 }, cause: new Error("b\u001b]0;pwn\u0007\nc") },
      text: "09:04:05,007 |-ERROR in com.acme\\r\\x1b[2J - a\\n09:04:05,007 |-INFO forged (x\\n.xml:1:1)\n    Error: b\\x1b]0;pwn\\x07\\nc",
    },
  ] as const satisfies readonly { title: string; status: Status; text: string }[];

  for (const { title, status, text } of formatted) {
    test(`prints ${title}`, () => {
      expect(formatStatus(status)).toBe(text);
    });
  }

  test("a position is file, line and column", () => {
    expect(formatPosition({ file: "conf/logback.xml", line: 2, column: 30 })).toBe("conf/logback.xml:2:30");
  });
});

const levels = ["INFO", "WARN", "ERROR"] as const satisfies readonly StatusLevel[];

for (const [rank, level] of levels.entries()) {
  test(`${level} is at least the levels up to itself`, () => {
    expect(levels.map((threshold) => isAtLeast(level, threshold))).toEqual(levels.map((_, other) => rank >= other));
  });
}

const worst = [
  { of: [], level: "INFO" },
  { of: ["INFO"], level: "INFO" },
  { of: ["INFO", "WARN", "INFO"], level: "WARN" },
  { of: ["ERROR", "WARN"], level: "ERROR" },
] as const satisfies readonly { of: readonly StatusLevel[]; level: StatusLevel }[];

for (const { of, level } of worst) {
  test(`the worst of [${of.join(", ")}] is ${level}`, () => {
    expect(worstLevel(of.map((each) => newStatus(each, "", DETAILS)))).toBe(level);
  });
}

test("a new status is of now", () => {
  const before = Date.now();
  const { timestamp } = newStatus("INFO", "", DETAILS);

  expect(timestamp).toBeGreaterThanOrEqual(before);
  expect(timestamp).toBeLessThanOrEqual(Date.now());
});

test("what is said without a place while something is started gets the place of that, also when it fails", () => {
  const manager = new StatusManager();
  const [outer, own] = [{ file: "logback.xml", line: 2, column: 3 }, { file: "logback.xml", line: 7, column: 1 }];

  expect(() => {
    manager.at(outer, () => {
      manager.warn("without", { origin: "A" });
      manager.warn("with", { origin: "A", position: own });
      throw new Error("failed");
    });
  }).toThrow("failed");
  manager.warn("afterwards", { origin: "A" });

  expect(manager.statuses.map(({ message, position }) => [message, position])).toEqual([["without", outer], ["with", own], ["afterwards", undefined]]);
});

test("of very many different things that are said once, the latest 10,000 are remembered", () => {
  const manager = new StatusManager();
  const say = (key: string): void => {
    manager.addOnce(key, newStatus("WARN", key, { origin: "test" }));
  };
  for (let number = 0; number <= 10_000; number++) {
    say(String(number));
  }

  say("10000");
  expect(manager.count).toBe(10_001);

  say("0");
  expect(manager.count).toBe(10_002);
});
