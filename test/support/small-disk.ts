import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/**
 * Mounts a file system of that size, which only some users may.
 *
 * @returns Unmounts it; the end of the test does, too.
 */
export function mountSmallDisk(folder: string, kib: number): () => void {
  mount(folder, kib);
  let isMounted = true;
  const unmount = (): void => {
    if (isMounted) {
      isMounted = false;
      execFileSync("umount", [folder]);
    }
  };
  onTestFinished(unmount);
  return unmount;
}

/** Whether this user may mount file systems. */
export function mayMount(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), "logback-node-"));
  try {
    mount(folder, 16);
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mount(folder: string, kib: number): void {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kib}k`, "tmpfs", folder], { stdio: "ignore" });
}
