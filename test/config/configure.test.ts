import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Level } from "../../src/core/level.js";
import { configure, LoggerFactory, resetForTests } from "../../src/global.js";
import { tempDir } from "../support/temp-dir.js";

const [node = "", script = ""] = process.argv;
const WARNING = '<configuration><root level="WARN"/></configuration>';
let folder: string;

beforeEach(() => {
  folder = path.join(tempDir(), "shop");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), '{"name":"shop"}');
  // What is printed is of no interest here.
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

afterEach(async () => {
  process.argv = [node, script, ...process.argv.slice(2)];
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await resetForTests();
});

function startedAs(mainModule: string): void {
  process.argv = [node, mainModule, ...process.argv.slice(2)];
}

test("under PM2, the configuration of the program is found, and not that of PM2", () => {
  writeFileSync(path.join(folder, "logback.xml"), WARNING);
  startedAs("/usr/lib/node_modules/pm2/lib/ProcessContainerFork.js");
  vi.stubEnv("pm_exec_path", path.join(folder, "main.js"));

  configure();

  expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.WARN);
});

for (const [environment, level] of [["production", "WARN"], ["development", "INFO"]] as const) {
  test(`with NODE_ENV=${environment} a missing configuration file is a status of level ${level}`, () => {
    startedAs(path.join(folder, "main.js"));
    vi.stubEnv("NODE_ENV", environment);

    configure();

    const { statuses } = LoggerFactory.getLoggerContext().statusManager;
    expect(statuses.filter(({ message }) => message.startsWith("No configuration")).map((status) => `${status.level} ${status.message}`)).toEqual([
      expect.stringContaining(`${level} No configuration file was found; events go to the console, from DEBUG on. There is no logback-test.xml or logback.xml in ${folder}.`),
    ]);
  });
}

test("a configuration file can be named by its URL, and by the text of that", () => {
  const file = path.join(folder, "over there.xml");
  writeFileSync(file, WARNING);
  const url = pathToFileURL(file);

  for (const given of [url, url.href]) {
    configure({ root: { level: "ERROR" } });
    expect(configure({ file: given }).applied).toBe(true);
    expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.WARN);
  }
});

const mistakes: readonly (readonly [options: object, message: string | RegExp])[] = [
  [{ fil: "logback.xml" }, 'configure: there is no option "fil"; did you mean "file"?'],
  [{ logers: {}, root: { level: "INFO" } }, 'configure: there is no option "logers"; did you mean "loggers"?'],
  [{ level: "debug" }, /^configure: there is no option "level"; there are .*file.*\broot\b.*\.$/],
  [{ file: "logback.xml", level: "debug" }, /^configure: there is no option "level"; /],
  [{ file: 7 }, 'configure: expected the path of a file, or its "file:" URL, got number.'],
  [{ file: new URL("https://example.com/logback.xml") }, 'configure: expected the path of a file, or its "file:" URL, got "https://example.com/logback.xml".'],
];

for (const [options, message] of mistakes) {
  test(`configure(${JSON.stringify(options)}) is refused, and the running configuration stays`, () => {
    configure({ root: { level: "ERROR" } });

    expect(() => configure(options)).toThrow(expect.objectContaining({ name: "TypeError", message: typeof message === "string" ? message : (expect.stringMatching(message) as string) }));
    expect(LoggerFactory.getLogger("ROOT").level).toBe(Level.ERROR);
  });
}

test("what is no option beside parts of a configuration is a status", () => {
  const { applied, statuses } = configure({ nonsense: 1, root: { level: "INFO" } } as never);

  expect(applied).toBe(true);
  expect(statuses.map(({ message }) => message).join()).toContain("nonsense");
});
