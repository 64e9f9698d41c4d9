import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { components, conversionWords } from "../../src/builtins.js";
import { BARE_GROUP } from "../../src/pattern/parser.js";
import { LOADERS, UNFORGIVING, installFromCheckout, root, run, runConsumer, runSmoke } from "./packed.js";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin: { readonly logback: string };
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const consumer = mkdtempSync(join(tmpdir(), "logback-node-package-"));
let installed: string;

beforeAll(() => {
  installed = installFromCheckout(consumer, "@types/node");
});

afterAll(() => {
  rmSync(consumer, { recursive: true, force: true });
});

for (const how of LOADERS) {
  test(`the packed library works by ${how}`, () => {
    expect(runConsumer(consumer, how, process.execPath).version).toBe(process.version);
  });
}

test("the packed library exports the same names to import and to require", () => {
  const [imported, required] = LOADERS.map((how) => runConsumer(consumer, how, process.execPath).names);

  expect(required).toEqual(imported);
});

for (const flags of UNFORGIVING) {
  test(`everything works, and nothing is said on the standard error, under ${flags.join(" ")}`, () => {
    expect(runSmoke(consumer, process.execPath, flags).version).toBe(process.version);
  });
}

test("the program that uses everything leaves out no component and no conversion word", () => {
  const text = ["smoke.mjs", "smoke-configuration.mjs"].map((name) => readFileSync(join(root, "test/package/consumer", name), "utf8")).join("\n");
  const isNamed = (names: readonly string[]): boolean => names.some((name) => new RegExp(`\\.${name.slice(name.lastIndexOf(".") + 1)}["\`]`).test(text));
  const isUsed = (words: readonly string[]): boolean => words.some((word) => new RegExp(`%${word}\\b`).test(text));

  // Converters are reached through their words.
  expect(components.filter(({ kind, classNames }) => kind !== "converter" && !isNamed(classNames)).map(({ classNames }) => classNames[0])).toEqual([]);
  expect(conversionWords.map(([words]) => words).filter((words) => words[0] !== BARE_GROUP && !isUsed(words))).toEqual([]);
});

test("an incompatible version beside it has a configuration of its own, and that is said", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["two-copies.cjs"], { cwd: consumer, encoding: "utf8" });

  expect(stdout).toBe("both logged\n");
  expect(stderr).toMatch(/^[^\n]* \|-WARN in configuration - Another copy of this library \(logback-node\/9\.9\) is in the process; it has a configuration of its own\.\n$/);
});

const moduleKinds = [
  { file: "consumer.mts", declarations: "index.d.ts" },
  { file: "consumer.cts", declarations: "index.d.cts" },
];

for (const { file, declarations } of moduleKinds) {
  test(`a strict TypeScript program ${file} finds the types in ${declarations}`, () => {
    const { names } = runConsumer(consumer, "import", process.execPath);
    const path = join(consumer, file);
    writeFileSync(path, consumerSource(names));

    const program = ts.createProgram([path], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      // The library's own declarations are what is looked at here.
      skipLibCheck: false,
      types: ["node"],
      typeRoots: [join(consumer, "node_modules/@types")],
    });
    // The compiler's own libraries are not checked: that takes a quarter of a minute.
    const checked = program.getSourceFiles().filter(({ fileName }) => fileName === path || isOfLibrary(fileName));
    const found = [...program.getOptionsDiagnostics(), ...checked.flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])];
    const problems = found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));

    expect(problems).toEqual([]);
    expect(checked.map(({ fileName }) => basename(fileName)).sort()).toEqual([file, declarations].sort());
  });
}

function isOfLibrary(fileName: string): boolean {
  return fileName.includes(`/node_modules/${manifest.name}/`);
}

/** Uses every exported value, and logs once there is a logger to log with. */
function consumerSource(names: readonly string[]): string {
  const logging = names.includes("LoggerFactory") ? ['library.LoggerFactory.getLogger("x").info("hello {}", 1);'] : [];
  return ['import * as library from "logback-node";', ...names.map((name) => `void library.${name};`), ...logging].join("\n");
}

test("the tarball holds the built library and its documents, nothing else", () => {
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1).replaceAll("\\", "/"));

  expect(files.filter((name) => !/^(dist\/[\w-]+\.(c?js|d\.c?ts)|dist\/cli\/\w+\.js|docs\/\w+\.md|(LICENSE|README\.md|CHANGELOG\.md|SECURITY\.md|package\.json))$/.test(name))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(["LICENSE", "CHANGELOG.md", "SECURITY.md", "docs/reference.md", "package.json", "dist/index.js", "dist/index.cjs", "dist/cli/logback.js"]));
});

test("the installed command logback runs, and knows its version", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(installed, manifest.bin.logback), "--version"], { encoding: "utf8" });

  expect({ stdout, stderr, status }).toEqual({ stdout: `${manifest.version}\n`, stderr: "", status: 0 });
});

for (const file of ["dist/library.js", "dist/index.cjs", "dist/cli/logback.js", "dist/cli/logconf.js"]) {
  test(`dependencies stay outside of ${file}, so that they are installed once and can be mended alone`, () => {
    const text = readFileSync(join(installed, file), "utf8");

    expect(text).toMatch(/#region src\//);
    expect(text).not.toMatch(/#region .*node_modules/);
  });
}

test("the command logback shares the library with the public door", () => {
  const [door, command] = ["dist/index.js", "dist/cli/logback.js"].map((file) => readFileSync(join(installed, file), "utf8"));

  expect(door).toMatch(/from "\.\/library\.js"/);
  expect(command).toMatch(/from "\.\.\/library\.js"/);
});

/** What the program `start-up.cjs` says. */
interface Loaded {
  readonly modules: readonly string[];
  readonly files: readonly string[];
  readonly formats: number;
}

/** Modules of Node.js that would make every start longer. */
const NOT_AT_THE_START = ["crypto", "dgram", "dns", "http", "inspector", "tls", "zlib"];

for (const how of LOADERS) {
  test(`to configure by a logback.xml and to log loads nothing that this does not need, by ${how}`, () => {
    const { modules, files, formats } = JSON.parse(run(process.execPath, ["start-up.cjs", how, consumer], consumer)) as Loaded;

    expect(NOT_AT_THE_START.filter((name) => modules.includes(name))).toEqual([]);
    expect(formats).toBe(0);
    // As ES modules it would be forty files.
    expect(files.filter((file) => !file.startsWith(consumer)).map((file) => basename(file))).toEqual(["fxp.cjs"]);
  });
}

test("every dependency has one exact version", () => {
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });

  expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test("nothing runs when the library is installed", () => {
  expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|pack|publish|prepare)|^prepublishOnly$/.test(name))).toEqual([]);
});
