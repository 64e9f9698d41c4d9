import { expect, test } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import type { BuiltAppender } from "../../src/config/build-appenders.js";
import type { LoggerDraft } from "../../src/config/draft.js";
import { AppenderFiles, FileClaims } from "../../src/config/file-claims.js";
import { silencedLogger } from "../../src/config/silenced-logger.js";
import { LoggerContext } from "../../src/core/logger-context.js";

const ELEMENT = { name: "appender-ref", attributes: [], children: [], text: "", position: { line: 1, column: 1 } };

function draft(references: readonly string[], additive = true): LoggerDraft {
  return { level: undefined, additive, references: references.map((name) => ({ name, element: ELEMENT })) };
}

/** A context whose root has output, and an appender that runs and one that does not. */
function given(): { context: LoggerContext; built: Map<string, BuiltAppender> } {
  const context = new LoggerContext();
  const old = new ListAppender("OLD", context);
  old.start();
  context.root.addAppender(old);
  const make = (name: string, runs: boolean): BuiltAppender => {
    const appender = new ListAppender(name, context);
    if (runs) {
      appender.start();
    }
    return { appender, signature: "", description: undefined, behind: [], files: new AppenderFiles(new FileClaims()), adopted: false };
  };
  return { context, built: new Map([["RUNS", make("RUNS", true)], ["FAILED", make("FAILED", false)]]) };
}

const cases = [
  { title: "everything runs", loggers: { ROOT: draft(["RUNS"]) }, silenced: undefined },
  { title: "the only appender failed", loggers: { ROOT: draft(["FAILED"]) }, silenced: "ROOT" },
  { title: "one of two failed", loggers: { ROOT: draft(["FAILED", "RUNS"]) }, silenced: undefined },
  { title: "an appender could not even be made", loggers: { ROOT: draft(["MISSING"]) }, silenced: "ROOT" },
  { title: "the appender of a logger failed that also reaches the root's", loggers: { ROOT: draft(["RUNS"]), "com.acme": draft(["FAILED"]) }, silenced: undefined },
  { title: "the appender of a logger failed that keeps to itself", loggers: { ROOT: draft(["RUNS"]), "com.acme": draft(["FAILED"], false) }, silenced: "com.acme" },
  { title: "a logger in between has output", loggers: { com: draft(["RUNS"], false), "com.acme.Cart": draft(["FAILED"]) }, silenced: undefined },
  { title: "no appender is wanted", loggers: { ROOT: draft([]) }, silenced: undefined },
];

for (const { title, loggers, silenced } of cases) {
  test(`when ${title}, ${silenced === undefined ? "nobody" : silenced} is silenced`, () => {
    const { context, built } = given();

    expect(silencedLogger(new Map(Object.entries(loggers)), built, new Map(), context)?.logger).toBe(silenced);
  });
}

test("nobody is silenced who had no output before", () => {
  const { built } = given();

  expect(silencedLogger(new Map([["ROOT", draft(["FAILED"])]]), built, new Map(), new LoggerContext())).toBe(undefined);
});

test("a name of many thousand parts is looked through", () => {
  const { context, built } = given();
  const name = "a.".repeat(10_000);

  expect(silencedLogger(new Map([[name, draft(["FAILED"])]]), built, new Map(), context)?.logger).toBe(name);
});
