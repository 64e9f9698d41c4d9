import os from "node:os";
import path from "node:path";
import { workingDirectory } from "./working-directory.js";

/** Program properties that are always there, by the names that Java gives them. */
export function programProperties(): Map<string, string> {
  return new Map([
    ["PID", String(process.pid)],
    ["user.dir", workingDirectory()],
    ["user.home", os.homedir()],
    ["user.name", userName()],
    ["java.io.tmpdir", os.tmpdir()],
    ["file.separator", path.sep],
    ["line.separator", os.EOL],
    ["path.separator", path.delimiter],
    ["os.name", { Darwin: "Mac OS X", Windows_NT: "Windows" }[os.type()] ?? os.type()],
    ["os.arch", { arm64: "aarch64", x64: "amd64" }[os.arch()] ?? os.arch()],
    ["os.version", os.release()],
  ]);
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A process whose user is not in the password file, as in many containers.
    return process.env["USER"] ?? "";
  }
}
