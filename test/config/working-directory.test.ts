import { expect, test, vi } from "vitest";
import { workingDirectory } from "../../src/config/working-directory.js";

test("the working directory is that of the process, and the root when it was removed", () => {
  expect(workingDirectory()).toBe(process.cwd());
  const cwd = vi.spyOn(process, "cwd").mockImplementation(() => {
    throw new Error("ENOENT: no such file or directory, uv_cwd");
  });

  const found = workingDirectory();
  cwd.mockRestore();

  expect(found).toBe("/");
});
