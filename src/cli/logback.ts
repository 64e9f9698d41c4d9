#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { vocabulary } from "../global.js";
import { coloursWanted } from "./paint.js";
import { runLogback } from "./run-logback.js";

// `logback explain logback.xml | head` closes the pipe when it has enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
});

process.exitCode = runLogback({
  args: process.argv.slice(2),
  workingDirectory: process.cwd(),
  environment: process.env,
  hasColours: coloursWanted(process.env, process.stdout.isTTY),
  ...vocabulary(),
  version: () => (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly version: string }).version,
  now: () => Date.now(),
  out: (text) => { process.stdout.write(text); },
  complain: (text) => { process.stderr.write(text); },
});
