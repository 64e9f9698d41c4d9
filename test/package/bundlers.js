/** Bundles the packed tarball with esbuild, from the npm registry; `.ci/run` calls it. The same with rolldown is part of `npm test`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BUNDLES, tryBundle } from "./bundles.js";
import { installFromRegistry } from "./packed.js";
import { Tally } from "./tally.js";

// Works without its install script: the package for each platform has the binary in it.
const ESBUILD = "esbuild@0.28.2";

const folder = mkdtempSync(join(tmpdir(), "logback-node-esbuild-"));
const tally = new Tally();

try {
  await tally.attempt(`the tarball and ${ESBUILD} can be installed`, () => installFromRegistry(folder, ESBUILD));
  for (const bundle of BUNDLES) {
    await tally.attempt(`a bundle by esbuild: ${bundle.title}`, () => tryBundle("esbuild", bundle, folder));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
tally.finish();
