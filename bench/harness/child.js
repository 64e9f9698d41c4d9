/**
 * One cell, in a process of its own: measures what the job in the first argument asks for and writes the result, as
 * JSON, to descriptor 3. A library that cannot run here is no failure: the result says why.
 */
import { writeSync } from "node:fs";

const startedMs = performance.now();
const job = JSON.parse(process.argv[2]);

const MEASURES = {
  events: "./child-events.js",
  latency: "./child-latency.js",
  calls: "./child-calls.js",
  startup: "./child-startup.js",
  ending: "./child-ending.js",
};

async function main() {
  const { measure } = await import(MEASURES[job.measure]);
  const loadedMs = performance.now();
  const answer = await measure(job, { startedMs, loadedMs });
  writeSync(3, JSON.stringify(answer));
}

main().catch((error) => {
  if (error.unavailable === undefined) {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  } else {
    writeSync(3, JSON.stringify({ unavailable: error.unavailable }));
  }
});
