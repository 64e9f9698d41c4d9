import path from "node:path";

/** The process's working directory; the root folder when it was removed, where Node.js would throw. */
export function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return path.parse(process.execPath).root;
  }
}
