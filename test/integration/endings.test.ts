import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FifoReader, makeFifo, numberedLines } from "../support/file-sinks.js";
import { endOf, runFixture, startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

interface Ending {
  readonly ending: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Whether exit handlers run: not when a signal ends the process. */
  readonly lastWords: boolean;
}

const endings: readonly Ending[] = [
  { ending: "natural", code: 0, signal: null, lastWords: true },
  { ending: "exit", code: 3, signal: null, lastWords: true },
  { ending: "throw", code: 1, signal: null, lastWords: true },
  { ending: "rejection", code: 1, signal: null, lastWords: true },
  { ending: "sigterm", code: null, signal: "SIGTERM", lastWords: false },
  { ending: "sigint", code: null, signal: "SIGINT", lastWords: false },
  { ending: "sighup", code: null, signal: "SIGHUP", lastWords: false },
  { ending: "worker-natural", code: 0, signal: null, lastWords: false },
  { ending: "worker-terminate", code: 0, signal: null, lastWords: false },
  { ending: "worker-main-exit", code: 3, signal: null, lastWords: false },
];

const LINES = numberedLines(1_000, 200);

function expectAllLines(text: string, { lastWords }: Ending): void {
  const expected = [...LINES, ...(lastWords ? ["from an exit handler\n"] : [])];
  const lines = text.split(/(?<=\n)/);

  expect(lines.length).toBe(expected.length);
  expect(lines.find((line, index) => line !== expected[index])).toBe(undefined);
}

for (const ending of endings) {
  const { ending: name, code, signal } = ending;

  for (const output of ["file", "file-buffered", "file-async", "file-async-buffered"]) {
    test(`${name}: every line is in the file, in order and once (${output})`, async () => {
      const file = path.join(tempDir(), "app.log");

      const end = await runFixture("endings.mjs", [name, output, file]);

      expect({ code: end.code, signal: end.signal }).toEqual({ code, signal });
      expectAllLines(readFileSync(file, "utf8"), ending);
    });
  }

  for (const output of ["console", "console-buffered"]) {
    test(`${name}: every line is in the file the console is redirected to (${output})`, async () => {
      const file = path.join(tempDir(), "out");
      const fd = openSync(file, "a");

      const child = startFixture("endings.mjs", [name, output, ""], { stdio: ["ignore", fd, "ignore"] });
      closeSync(fd);

      expect(await endOf(child)).toEqual({ code, signal });
      expectAllLines(readFileSync(file, "utf8"), ending);
    });
  }

  for (const output of ["console", "console-buffered", "console-nonblocking"]) {
    test(`${name}: every line goes through a fast pipe (${output})`, async () => {
      const end = await runFixture("endings.mjs", [name, output, ""]);

      expect({ code: end.code, signal: end.signal }).toEqual({ code, signal });
      expectAllLines(end.stdout, ending);
    });

    test(`${name}: every line goes through a pipe whose reader takes little at a time (${output})`, async () => {
      const fifo = makeFifo();
      const reader = new FifoReader(fifo);
      const writingEnd = openSync(fifo, "w");
      const child = startFixture("endings.mjs", [name, output, ""], { stdio: ["ignore", writingEnd, "ignore"] });
      closeSync(writingEnd);

      const [end, text] = await Promise.all([endOf(child), readSlowly(reader)]);

      expect(end).toEqual({ code, signal });
      expectAllLines(text, ending);
    });
  }
}

/** Takes a page a turn of the event loop, until every writer is gone. */
async function readSlowly(reader: FifoReader): Promise<string> {
  let text = "";
  for (let part = reader.readSome(4_096); part !== "end"; part = reader.readSome(4_096)) {
    text += part;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return text;
}

for (const output of ["console", "console-buffered", "console-nonblocking"]) {
  test(`a pipe whose reader wakes up only after the end has all that fits into it (${output})`, async () => {
    const fifo = makeFifo();
    const reader = new FifoReader(fifo);
    const writingEnd = openSync(fifo, "w");
    const child = startFixture("endings.mjs", ["sigterm", output, "", "50"], { stdio: ["ignore", writingEnd, "ignore"] });
    closeSync(writingEnd);

    expect(await endOf(child)).toEqual({ code: null, signal: "SIGTERM" });
    expect(reader.read() === numberedLines(1_000, 50).join("")).toBe(true);
  });
}

const listeners = [
  { listener: "none", end: { code: null, signal: "SIGTERM" }, last: "" },
  { listener: "graceful", end: { code: 3, signal: null }, last: "last words\n" },
  { listener: "polite", end: { code: null, signal: "SIGTERM" }, last: "" },
] as const;

for (const { listener, end, last } of listeners) {
  test(`SIGTERM with an application's listener (${listener}) loses nothing, and ends the process as it would without the library`, async () => {
    const file = path.join(tempDir(), "app.log");

    const child = startFixture("signal-listeners.mjs", [file, listener], { stdio: "ignore" });

    expect(await endOf(child)).toEqual(end);
    expect(readFileSync(file, "utf8") === LINES.join("") + last).toBe(true);
  });
}

test("with signals switched off, SIGTERM ends the process at once and costs what is in the buffer", async () => {
  const file = path.join(tempDir(), "app.log");

  const child = startFixture("signal-listeners.mjs", [file, "off"], { stdio: "ignore" });

  expect(await endOf(child)).toEqual({ code: null, signal: "SIGTERM" });
  expect(LINES.join("").startsWith(readFileSync(file, "utf8"))).toBe(true);
  expect(readFileSync(file, "utf8").length).toBeLessThan(LINES.join("").length);
});
