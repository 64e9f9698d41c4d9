/**
 * Four kinds of builds:
 * - `dist`: what is published. The public door as ESM and CJS, each with its declarations, and the commands: `logback` is
 *   made of the same modules as the door, which both share as `library.js`; `logconf` needs few of them and starts faster
 *   with copies of its own.
 * - `internals`: every module as its own file, never published; tools in plain JavaScript (the conformance
 *   runner) import from it what the public door does not offer.
 * - `conformance`: the answers to the corpus of real Logback, which are TypeScript beside their tests.
 *
 * All are written below `temp/build`. `scripts/ensure.js` moves them to `dist` and `temp/internals` when all went
 * well, so a broken or running build never takes away the last good one.
 */
import { defineConfig } from "tsdown";

const shared = {
  platform: "node",
  target: "node20.19",
  // The package is `type: module`, so ".js" is ESM and only CJS needs an extension of its own.
  fixedExtension: false,
  root: "src",
  // A warning is a missing module or a dependency that would be bundled, so it breaks the build. CommonJS is wanted.
  failOnWarn: true,
  checks: { legacyCjs: false },
  report: false,
  logLevel: "warn",
  dts: false,
};

/** A program of ASCII characters alone is read faster, and takes half the memory as long as the process lives. */
const asciiOnly = {
  name: "ascii-only",
  generateBundle(_, files) {
    for (const file of Object.values(files).filter(({ fileName }) => /\.c?js$/.test(fileName))) {
      file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  },
};

/** Where `dist` gets its dependencies from; all of its programs that need them lie beside it. */
const DEPENDENCIES = "./dependencies.cjs";

const published = {
  ...shared,
  entry: ["src/index.ts"],
  outDir: "temp/build/dist",
  clean: false,
  plugins: [asciiOnly],
  // Documentation is in the declarations.
  outputOptions: { comments: { jsdoc: false }, chunkFileNames: "library.js", paths: { "async-mutex": DEPENDENCIES, "fast-xml-parser": DEPENDENCIES } },
};

export default defineConfig([
  { ...published, entry: ["src/index.ts", "src/cli/logback.ts"], format: ["esm"], copy: [{ from: "scripts/build/dependencies.cjs", to: "temp/build/dist" }] },
  { ...published, format: ["cjs"], dts: true },
  { ...published, format: ["esm"], dts: { emitDtsOnly: true } },
  { ...published, entry: ["src/cli/logconf.ts"], format: ["esm"], root: "src/cli", outDir: "temp/build/dist/cli" },
  { ...shared, entry: ["src/**/*.ts"], format: ["esm"], unbundle: true, treeshake: false, outDir: "temp/build/internals" },
  { ...shared, root: "test/conformance", entry: ["test/conformance/answer.ts"], format: ["esm"], outDir: "temp/build/conformance" },
]);
