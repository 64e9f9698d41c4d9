/** Makes one file of a consumer program and the library, as applications do, and runs it where nothing is installed. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UNFORGIVING, runProgram } from "./packed.js";

/**
 * What is bundled, and how. Without `chokidar` in the bundle there is none at all, as nothing is installed beside it.
 * CommonJS is bundled as such only: an ES module has no `require` for the modules of Node.js itself.
 */
export const BUNDLES = [
  ...["esm", "cjs"].flatMap((format) => [false, true].map((minify) => ({ program: "smoke.mjs", how: "smoke", format, minify, external: ["chokidar"] }))),
  { program: "smoke.mjs", how: "smoke", format: "esm", minify: false, external: [] },
  { program: "smoke.mjs", how: "smoke", format: "cjs", minify: false, external: ["chokidar"], sourcemap: true },
  { program: "require.cjs", how: "require", format: "cjs", minify: true, external: ["chokidar"] },
].map((bundle) => ({ ...bundle, title: titleOf(bundle) }));

function titleOf({ program, format, minify, external, sourcemap }) {
  const details = [...(minify ? ["minified"] : []), ...(sourcemap ? ["with a source map in force"] : []), external.length > 0 ? "without chokidar" : "with chokidar"];
  return `${program} as ${format}, ${details.join(", ")}`;
}

const BUNDLERS = { esbuild: bundleByEsbuild, rolldown: bundleByRolldown };

/**
 * Bundles and runs.
 *
 * @param bundler - `esbuild` or `rolldown`, installed in `folder`, where the consumer programs are too.
 * @param bundle - One of `BUNDLES`.
 */
export async function tryBundle(bundler, bundle, folder) {
  const { program, how, format, sourcemap } = bundle;
  const empty = mkdtempSync(join(tmpdir(), "logback-node-bundle-"));
  try {
    const source = join(folder, program);
    const output = join(empty, format === "esm" ? "bundle.mjs" : "bundle.cjs");
    const load = createRequire(join(folder, "package.json"));
    const warnings = await BUNDLERS[bundler](load(bundler), source, output, bundle);
    assert.deepEqual(warnings, []);
    runProgram(how, process.execPath, [...UNFORGIVING[0], ...(sourcemap ? ["--enable-source-maps", output, source] : [output])], empty);
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

async function bundleByEsbuild({ build }, source, output, { format, minify, external, sourcemap = false }) {
  const options = { entryPoints: [source], outfile: output, format, minify, external, sourcemap, bundle: true, platform: "node", target: "node20.19", logLevel: "silent" };
  const { warnings } = await build(options);
  return warnings.map(({ text }) => text);
}

async function bundleByRolldown({ rolldown }, source, output, { format, minify, external, sourcemap = false }) {
  const warnings = [];
  const onLog = (level, { message }) => {
    if (level === "warn") {
      warnings.push(message);
    }
  };
  const bundle = await rolldown({ input: source, external, platform: "node", onLog });
  await bundle.write({ file: output, format, minify, sourcemap, codeSplitting: false });
  await bundle.close();
  return warnings;
}
