import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerFrameFromText, captureCaller } from "../../src/core/caller-data.js";

const fixtures = fileURLToPath(new URL("../fixtures/caller/", import.meta.url));
const sources = fileURLToPath(new URL("../../src/core/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "caller-data-"));

/** Makes a module of JavaScript that Node.js 20 runs, with its source map in it. */
function transpile(source: string, name: string): void {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, inlineSourceMap: true, inlineSources: true };
  const { outputText } = ts.transpileModule(readFileSync(source, "utf8"), { compilerOptions, fileName: `${name}.ts` });
  writeFileSync(join(folder, `${name}.js`), outputText);
}

beforeAll(() => {
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  transpile(join(sources, "caller-data.ts"), "caller-data");
  transpile(join(sources, "frame-text.ts"), "frame-text");
  transpile(join(fixtures, "billing.ts.txt"), "billing");
  copyFileSync(join(fixtures, "app.mjs"), join(folder, "app.mjs"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: readonly string[]): string {
  return execFileSync(process.execPath, ["--no-warnings", ...args], { cwd: folder, encoding: "utf8" });
}

const parts = {
  method: "Service run app.mjs",
  inherited: "Special run app.mjs",
  static: "Service create app.mjs",
  constructor: "Service Service app.mjs",
  field: "Service field app.mjs",
  getter: "Service state app.mjs",
  private: "Service #hidden app.mjs",
  asyncMethod: "Service later app.mjs",
  computed: "Service [Symbol.iterator] app.mjs",
  function: "app plain app.mjs",
  literal: "app method app.mjs",
  module: "app <anonymous> app.mjs",
  callback: "app <anonymous> app.mjs",
  awaited: "app awaited app.mjs",
  timer: "app <anonymous> app.mjs",
  listener: "app <anonymous> app.mjs",
  eval: "app eval app.mjs",
};

interface Answer {
  readonly parts: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly restored: boolean;
}

test("captureCaller names class, method and file through classes, async functions, timers, listeners and eval", () => {
  const answer = JSON.parse(run("app.mjs")) as Answer;

  expect(answer).toMatchObject({ parts, line: 18, column: 12, restored: true });
  expect(answer.text).toMatch(/^Service\.run \(file:\/\/.*\/app\.mjs:18:12\)$/);
});

/** The text of a frame does not name the receiver of every method. */
const fromText = { ...parts, computed: "app [Symbol.iterator] app.mjs", getter: "app state app.mjs", private: "app #hidden app.mjs" };
const environments: readonly (readonly [name: string, args: readonly string[], parts: object])[] = [
  ["Error.stackTraceLimit is 0", ["app.mjs", "Error.stackTraceLimit = 0"], parts],
  ["Error.stackTraceLimit is gone", ["app.mjs", "delete Error.stackTraceLimit"], parts],
  ["Error.stackTraceLimit is an accessor that throws", ["app.mjs", "Object.defineProperty(Error, 'stackTraceLimit', { configurable: true, get() { throw 1; }, set() { throw 1; } })"], parts],
  ["Error.prepareStackTrace throws", ["app.mjs", "Error.prepareStackTrace = () => { throw new Error('mine'); }"], parts],
  ["Error.prepareStackTrace gives call sites", ["app.mjs", "Error.prepareStackTrace = (_, sites) => sites"], parts],
  ["Error.prepareStackTrace gives nothing", ["app.mjs", "Error.prepareStackTrace = () => undefined"], parts],
  ["Error.prepareStackTrace gives nonsense", ["app.mjs", "Error.prepareStackTrace = () => [1, null, new Proxy({}, { get() { throw 1; } })]"], parts],
  ["Error is frozen", ["app.mjs", "Object.freeze(Error)"], fromText],
  ["intrinsics are frozen", ["--frozen-intrinsics", "app.mjs"], fromText],
  ["source maps are on but the file has none", ["--enable-source-maps", "app.mjs"], fromText],
];

for (const [name, args, expected] of environments) {
  test(`captureCaller works and leaves Error as it was when ${name}`, () => {
    expect(JSON.parse(run(...args))).toMatchObject({ parts: expected, restored: true });
  });
}

test("captureCaller names places in the source where source maps are on, and in the file that runs where they are off", () => {
  expect(run("--enable-source-maps", "billing.js")).toBe("Billing charge billing.ts 13");
  expect(run("-e", "process.setSourceMapsEnabled(true); import('./billing.js')")).toBe("Billing charge billing.ts 13");
  expect(run("billing.js")).toBe("Billing charge billing.js 7");
});

test("captureCaller tells calls of minified code apart by column", () => {
  writeFileSync(join(folder, "min.mjs"), 'import{captureCaller as c}from"./caller-data.js";const l=()=>c(l)[0];class t{e(){return[l(),l()]}}const[a,b]=new t().e();console.log(a.className,a.methodName,a.lineNumber,b.column-a.column)');

  expect(run("min.mjs")).toBe("t e 1 4\n");
});

function outer(depth: number): ReturnType<typeof captureCaller> {
  return depth === 0 ? boundary() : outer(depth - 1);
}

function boundary(maxFrames?: number): ReturnType<typeof captureCaller> {
  return captureCaller(boundary, maxFrames);
}

test("captureCaller gives the frames above its boundary, nearest first, eight unless asked for more", () => {
  expect(outer(3).slice(0, 4).map((frame) => frame.methodName)).toEqual(["outer", "outer", "outer", "outer"]);
  expect(outer(20).length).toBe(8);
  expect(boundary(1).length).toBe(1);
});

test("captureCaller is empty when its boundary is not on the stack", () => {
  expect(captureCaller(outer)).toEqual([]);
});

const texts: readonly (readonly [text: string, className: string, methodName: string, fileName: string, lineNumber: number])[] = [
  ["com.acme.App.main(App.java:12)", "com.acme.App", "main", "App.java", 12],
  ["com.acme.Foo$Bar.lambda$run$0(Foo.java:7)", "com.acme.Foo$Bar", "lambda$run$0", "Foo.java", 7],
  ["com.acme.Foo.<init>(Foo.java)", "com.acme.Foo", "<init>", "Foo.java", 0],
  ["jdk.internal.Acc.invoke0(Native Method)", "jdk.internal.Acc", "invoke0", "?", 0],
  ["com.acme.Web$$Lambda$14/0x0000000800c03000.apply(Unknown Source)", "com.acme.Web$$Lambda$14/0x0000000800c03000", "apply", "?", 0],
  ["java.base/java.lang.Thread.run(Thread.java:840)", "java.lang.Thread", "run", "Thread.java", 840],
  ["Service.run (/srv/app.js:3:5)", "Service", "run", "app.js", 3],
  ["/srv/app.test.js:3:5", "app.test", "<anonymous>", "app.test.js", 3],
  ["", "?", "<anonymous>", "?", 0],
];

for (const [text, className, methodName, fileName, lineNumber] of texts) {
  test(`callerFrameFromText takes "${text}" apart`, () => {
    expect(callerFrameFromText(text)).toMatchObject({ className, methodName, fileName, lineNumber, text });
  });
}
