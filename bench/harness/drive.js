/** Makes the log calls of one cell, in the process of that cell. */
import { statSync } from "node:fs";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { fieldsOf } from "./messages.js";
import { sizeOfFolder } from "./rolled.js";

/** How often the size of the file is looked at, and how long at most, until a library has written its warm-up. */
const SETTLE_STEP_MS = 10;
const SETTLE_LIMIT_MS = 5_000;

/**
 * What a file of `peers/` opens.
 *
 * @typedef {object} Peer
 * @property {(index: number) => void} write - Makes the call for one event.
 * @property {() => Promise<void> | void} close - Resolves when all is with the kernel.
 * @property {<T>(fields: Record<string, string>, action: () => T) => T} [inScope] - Calls `action` with these MDC fields.
 */

/** @returns {Promise<Peer>} */
export async function openPeer({ peer, options, file, port }) {
  const { open } = await import(new URL(`../${peer}`, import.meta.url).href);
  return open({ ...options, file, port });
}

/**
 * Makes the calls from one number to another; the event loop gets its turn every `perTurn` calls, as in a service.
 *
 * @param {Peer} peer
 * @param {{ perTurn: number, perScope?: number, paced?: boolean, file: string }} job - With `perScope`, that many calls are made in an MDC
 *   scope; `paced` waits after every turn until the file grows no more.
 * @returns {Promise<number>} Milliseconds spent in the calls themselves.
 */
export async function drive(peer, from, to, { perTurn, perScope, paced = false, file }) {
  let spentMs = 0;
  let arrived = paced ? sizeOf(file) : 0;
  for (let first = from; first < to; first += perTurn) {
    const end = Math.min(first + perTurn, to);
    const beganMs = performance.now();
    if (perScope === undefined) {
      callAll(peer.write, first, end);
    } else {
      callInScopes(peer, first, end, perScope);
    }
    spentMs += performance.now() - beganMs;
    if (paced) {
      arrived = await arrival(file, arrived);
    } else {
      await nextTurn();
    }
  }
  return spentMs;
}

/** Waits until what was sent has arrived: the file has grown, and grows no more. Returns its size. */
async function arrival(file, before) {
  let size = before;
  for (let waitedMs = 0; (size === before || size !== sizeOf(file)) && waitedMs < SETTLE_LIMIT_MS; waitedMs += 1) {
    size = sizeOf(file);
    await sleep(1);
  }
  return size;
}

function callAll(write, from, to) {
  for (let index = from; index < to; index += 1) {
    write(index);
  }
}

function callInScopes(peer, from, to, perScope) {
  for (let first = from; first < to; first += perScope) {
    const end = Math.min(first + perScope, to);
    peer.inScope(fieldsOf(Math.floor(first / perScope)), () => {
      callAll(peer.write, first, end);
    });
  }
}

/**
 * Waits until nothing of the warm-up is on its way any more, a last buffer aside.
 *
 * @param {string} file - Or the folder of files that roll.
 */
export async function settle(file) {
  let size = -1;
  for (let waitedMs = 0; waitedMs < SETTLE_LIMIT_MS; waitedMs += SETTLE_STEP_MS) {
    const now = sizeOf(file);
    if (now === size) {
      return;
    }
    size = now;
    await sleep(SETTLE_STEP_MS);
  }
}

/** Bytes in a file, or in all files of a folder; 0 where there is none. */
export function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isDirectory() === true ? sizeOfFolder(file) : (found?.size ?? 0);
}
