import { openPeer, sizeOf } from "./drive.js";

/** Milliseconds to load and configure the library and to have one line with the kernel. */
export async function measure(job, { loadedMs }) {
  const peer = await openPeer(job);
  peer.write(0);
  if (job.options.untilClosed === true) {
    await peer.close();
  }
  const ms = performance.now() - loadedMs;
  const sizeAtStop = sizeOf(job.file);
  if (job.options.untilClosed !== true) {
    await peer.close();
  }
  return { values: { ms, rssMb: process.resourceUsage().maxRSS / 1024 }, sizeAtStop };
}
