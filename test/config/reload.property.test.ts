import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { LevelName } from "../../src/core/level.js";
import { configured } from "../support/configured.js";
import { RecordingDrains } from "../support/drains.js";
import { tempDir } from "../support/temp-dir.js";

/** `RELOAD_RUNS=20000` for a longer run. */
const RUNS = Number(process.env["RELOAD_RUNS"] ?? 1_000);

const LOGGERS = ["ROOT", "a", "a.b"] as const;
type LoggerName = (typeof LOGGERS)[number];

/** An edit of the file, reduced to what it may change. */
interface Edit {
  readonly do: "edit";
  readonly broken: boolean;
  readonly levels: Readonly<Record<LoggerName, LevelName | undefined>>;
  /** Appenders of the root logger and the files that they write to. */
  readonly appenders: readonly { readonly name: "A" | "B"; readonly file: "one.log" | "two.log" | "blocked/x.log"; readonly buffered: boolean; readonly queued: boolean }[];
}

type Step = Edit | { readonly do: "set"; readonly logger: LoggerName; readonly level: LevelName } | { readonly do: "log" };

const level = fc.constantFrom<LevelName>("TRACE", "DEBUG", "INFO", "WARN");
const output = fc.record({ buffered: fc.boolean(), queued: fc.boolean() });
const appenders = fc
  .tuple(output, output, fc.boolean(), fc.constantFrom("both", "A", "B", "none", "blocked"))
  .map(([a, b, swapped, which]): Edit["appenders"] => {
    const [one, two] = swapped ? (["two.log", "one.log"] as const) : (["one.log", "two.log"] as const);
    const all = [{ name: "A", file: one, ...a }, { name: "B", file: two, ...b }] as const;
    return which === "blocked" ? [{ name: "A", file: "blocked/x.log", ...a }] : all.filter(({ name }) => which === "both" || which === name);
  });
const edit = fc.record<Edit>({
  do: fc.constant("edit"),
  broken: fc.nat(9).map((chance) => chance === 0),
  levels: fc.record({ ROOT: fc.option(level, { nil: undefined }), a: fc.option(level, { nil: undefined }), "a.b": fc.option(level, { nil: undefined }) }),
  appenders,
});
const step = fc.oneof<fc.Arbitrary<Step>[]>(edit, fc.record({ do: fc.constant("set" as const), logger: fc.constantFrom(...LOGGERS), level }), fc.constant({ do: "log" }));

function xmlOf({ broken, levels, appenders: wanted }: Edit): string {
  const loggers = LOGGERS.filter((name) => name !== "ROOT" && levels[name] !== undefined).map((name) => `<logger name="${name}" level="${levels[name] ?? ""}"/>`);
  const made = wanted.map(({ name, file, buffered, queued }) => {
    const inner = queued ? `${name}-INNER` : name;
    const queue = queued ? `<appender name="${name}" class="AsyncAppender"><appender-ref ref="${inner}"/></appender>` : "";
    return `<appender name="${inner}" class="FileAppender"><file>${file}</file><immediateFlush>${String(!buffered)}</immediateFlush><encoder><pattern>%msg%n</pattern></encoder></appender>${queue}`;
  });
  const rootLevel = levels.ROOT === undefined ? "" : ` level="${levels.ROOT}"`;
  return `<configuration>${made.join("")}${loggers.join("")}<root${rootLevel}>${wanted.map(({ name }) => `<appender-ref ref="${name}"/>`).join("")}</root>${broken ? "" : "</configuration>"}`;
}

test("whatever is edited, set and logged in whatever order, levels and files are those of a simple model", { timeout: 30_000 + RUNS * 20 }, async () => {
  const folders = tempDir();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const baseDir = path.join(folders, String(run++));
      mkdirSync(baseDir);
      writeFileSync(path.join(baseDir, "blocked"), "in the way of the folder");
      const { context, configurator } = configured({ baseDir, drains: new RecordingDrains() });
      const levels: Record<LoggerName, { configured: LevelName | undefined; now: LevelName | undefined }> = {
        ROOT: { configured: "DEBUG", now: "DEBUG" },
        a: { configured: undefined, now: undefined },
        "a.b": { configured: undefined, now: undefined },
      };
      const lines: Record<string, string[]> = { "one.log": [], "two.log": [] };
      let targets: readonly string[] = [];
      let number = 0;

      for (const one of steps) {
        if (one.do === "log") {
          const text = String(number++);
          context.getLogger("a.b").error(text);
          for (const target of targets) {
            lines[target]?.push(text);
          }
        } else if (one.do === "set") {
          context.getLogger(one.logger).setLevel(one.level);
          levels[one.logger].now = one.level;
        } else {
          const files = one.appenders.map(({ file }) => file);
          const silenced = files.includes("blocked/x.log") && targets.length > 0;
          const { applied } = configurator.configure({ file: "logback.xml", baseDir, content: xmlOf(one) }, true);
          expect(applied).toBe(!one.broken && !silenced);
          if (applied) {
            targets = files.filter((file) => file !== "blocked/x.log");
            for (const name of LOGGERS) {
              const wanted = one.levels[name] ?? (name === "ROOT" ? "DEBUG" : undefined);
              const state = levels[name];
              state.now = state.now === state.configured || wanted !== state.configured ? wanted : state.now;
              state.configured = wanted;
            }
          }
        }
        expect(LOGGERS.map((name) => context.getLogger(name).level?.name)).toEqual(LOGGERS.map((name) => levels[name].now));
      }
      await context.stop();

      for (const [file, expected] of Object.entries(lines)) {
        const log = path.join(baseDir, file);
        expect(existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(0, -1) : []).toEqual(expected);
      }
    }),
    { numRuns: RUNS },
  );
});
