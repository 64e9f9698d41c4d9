import { setImmediate as nextTurn } from "node:timers/promises";
import { drive, openPeer, settle, sizeOf } from "./drive.js";
import { fieldsOf } from "./messages.js";
import { quantile } from "./statistics.js";

/** How long single calls take, in nanoseconds; reading the clock, some 50 ns, is in every figure. */
export async function measure(job) {
  const { file, warmUp, events, perTurn, perScope } = job;
  const peer = await openPeer(job);
  await drive(peer, 0, warmUp, job);
  await settle(file);

  const times = new Float64Array(events);
  const size = perScope ?? perTurn;
  for (let first = 0; first < events; first += size) {
    const end = Math.min(first + size, events);
    const time = () => {
      timeCalls(peer.write, warmUp, times, first, end);
    };
    if (perScope === undefined) {
      time();
    } else {
      peer.inScope(fieldsOf(Math.floor((warmUp + first) / perScope)), time);
    }
    if (end % perTurn === 0) {
      await nextTurn();
    }
  }
  await peer.close();

  times.sort();
  return {
    values: { p50: quantile(times, 0.5) * 1e6, p99: quantile(times, 0.99) * 1e6, max: times[events - 1] * 1e6 },
    sizeAtStop: sizeOf(file),
  };
}

function timeCalls(write, offset, times, from, to) {
  for (let index = from; index < to; index += 1) {
    const beganMs = performance.now();
    write(offset + index);
    times[index] = performance.now() - beganMs;
  }
}
