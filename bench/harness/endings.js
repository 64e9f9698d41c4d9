import { setTimeout as sleep } from "node:timers/promises";

/** How a process may end; each function does not return. */
const ENDINGS = {
  "process.exit()": () => process.exit(0),
  throw: () => {
    setImmediate(() => {
      throw new Error("the end that this measurement wants");
    });
    return sleep(10_000);
  },
  SIGTERM: () => {
    process.kill(process.pid, "SIGTERM");
    return sleep(10_000);
  },
};

export const ENDING_NAMES = Object.keys(ENDINGS);

/** Makes all calls in one turn, then ends the process in the turn after the last call, or in the same one. */
export async function callsThenEnd({ write }, { ending, events }) {
  for (let index = 0; index < events; index += 1) {
    write(index);
  }
  await ENDINGS[ending]();
}
