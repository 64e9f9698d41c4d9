import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/package/clean-prototype.ts"],
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
