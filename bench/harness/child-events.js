import { drive, openPeer, settle, sizeOf } from "./drive.js";

/** Nanoseconds an event: in the calls, and until the last byte is with the kernel; processor time of all threads; peak memory. */
export async function measure(job) {
  const { file, rolled, warmUp, events } = job;
  const written = rolled ?? file;
  const peer = await openPeer(job);
  await drive(peer, 0, warmUp, job);
  await settle(written);

  const cpuBefore = process.cpuUsage();
  const beganMs = performance.now();
  const callerMs = await drive(peer, warmUp, warmUp + events, job);
  await peer.close();
  const totalMs = performance.now() - beganMs;
  const cpu = process.cpuUsage(cpuBefore);

  // A library that says it is done before it is would still write after this look.
  const sizeAtStop = sizeOf(written);
  const perEvent = 1e6 / events;
  return {
    values: {
      ns: totalMs * perEvent,
      callerNs: callerMs * perEvent,
      cpuNs: ((cpu.user + cpu.system) * 1e3) / events,
      rssMb: process.resourceUsage().maxRSS / 1024,
    },
    sizeAtStop,
  };
}
