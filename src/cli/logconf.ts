#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { surroundings } from "../control/socket-place.js";
import { runLogconf } from "./logconf-run.js";

// `logconf -ll | head` closes the pipe when it has enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      throw error;
    }
  });
}

process.exitCode = await runLogconf({
  ...surroundings(),
  args: process.argv.slice(2),
  operator: operator(),
  version: () => (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }).version,
  out: (text) => { process.stdout.write(text); },
  complain: (text) => { process.stderr.write(text); },
});

/** Under `sudo`, the user behind it. A user id in a container may have no name. */
function operator(): string {
  try {
    return process.env["SUDO_USER"] ?? userInfo().username;
  } catch {
    return String(process.getuid?.() ?? "somebody");
  }
}
