import { defineConfig } from "vitest/config";

/**
 * Tests in these folders leave nothing behind in their process, so a worker takes many of their files and loads the library
 * once. None of them may load it anew (`vi.resetModules`): the state of the process would be that of another copy.
 */
const SHARING: readonly string[] = ["appender", "cli", "config", "core", "encoder", "evaluator", "filter", "json", "pattern", "rolling", "turbo"].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    setupFiles: ["test/package/clean-prototype.ts"],
    // What the corpus and most tests print is of this zone; a test of another one says so by `vi.stubEnv`.
    env: { TZ: "UTC" },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // On a machine that is busy, what is waited for may take longer than the second of the default.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: "sharing", include: [...SHARING], isolate: false, unstubEnvs: true, restoreMocks: true, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: { name: "alone", include: ["test/**/*.test.ts"], exclude: [...SHARING], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
