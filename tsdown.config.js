/**
 * Four kinds of builds:
 * - `dist`: what is published, the public door as ESM and CJS, each with its declarations.
 * - `dist/cli`: the commands `logback` and `logconf`, each in one file of its own.
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
};

export default defineConfig([
  { ...shared, entry: ["src/index.ts"], format: ["esm", "cjs"], dts: true, outDir: "temp/build/dist" },
  ...["logback", "logconf"].map((command) => ({ ...shared, entry: [`src/cli/${command}.ts`], root: "src/cli", format: ["esm"], dts: false, outDir: "temp/build/dist/cli" })),
  { ...shared, entry: ["src/**/*.ts"], format: ["esm"], dts: false, unbundle: true, treeshake: false, outDir: "temp/build/internals" },
  { ...shared, root: "test/conformance", entry: ["test/conformance/answer.ts"], format: ["esm"], dts: false, outDir: "temp/build/conformance" },
]);
