import { writeSync } from "node:fs";
import { callsThenEnd } from "./endings.js";
import { openPeer } from "./drive.js";

/** Logs and ends as told, without closing the library; the parent counts what is in the file. */
export async function measure(job) {
  const peer = await openPeer(job);
  writeSync(3, JSON.stringify({ values: {} }));
  await callsThenEnd(peer, job);
  // Only an ending that did not end comes here.
  throw new Error(`the process went on after ${job.ending}`);
}
