import { openPeer } from "./drive.js";
import { fieldsOf } from "./messages.js";

/** So many calls at a time, until the time is over; the clock is looked at in between. */
const FIRST_BATCH = 1_000;

/** Nanoseconds a call that logs nothing. */
export async function measure(job) {
  const peer = await openPeer(job);
  const run = () => {
    const batch = warmUp(peer.write, job.milliseconds);
    return timeCalls(peer.write, batch, job.milliseconds);
  };
  const ns = job.options.inScope === true ? peer.inScope(fieldsOf(0), run) : run();
  await peer.close();
  return { values: { ns, rssMb: process.resourceUsage().maxRSS / 1024 } };
}

/** @returns {number} A number of calls that takes about a tenth of the time. */
function warmUp(write, milliseconds) {
  let batch = FIRST_BATCH;
  for (const endMs = performance.now() + milliseconds; performance.now() < endMs; ) {
    const beganMs = performance.now();
    callAll(write, batch);
    if (performance.now() - beganMs < milliseconds / 10) {
      batch *= 2;
    }
  }
  return batch;
}

function timeCalls(write, batch, milliseconds) {
  const beganMs = performance.now();
  let calls = 0;
  let spentMs = 0;
  do {
    callAll(write, batch);
    calls += batch;
    spentMs = performance.now() - beganMs;
  } while (spentMs < milliseconds);
  return (spentMs * 1e6) / calls;
}

function callAll(write, count) {
  for (let index = 0; index < count; index += 1) {
    write(index);
  }
}
