import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { BUNDLES, tryBundle } from "./bundles.js";
import { installFromCheckout } from "./packed.js";

const folder = mkdtempSync(join(tmpdir(), "logback-node-bundles-"));

beforeAll(() => {
  installFromCheckout(folder, "rolldown");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

for (const bundle of BUNDLES) {
  test(`a bundle by rolldown does all that the library does: ${bundle.title}`, async () => {
    await tryBundle("rolldown", bundle, folder);
  });
}
