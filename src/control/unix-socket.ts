import { chmodSync, lstatSync, lutimesSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, unlinkSync } from "node:fs";
import type net from "node:net";
import path from "node:path";
import { isMainThread } from "node:worker_threads";
import { onDemand } from "../util/on-demand.js";

/** Of the address of a Unix domain socket, in bytes: macOS takes no more, Linux four more. */
export const LONGEST_PATH = 103;
const PROBE_MS = 1_000;
/** Sockets have such names until they are moved, which takes a moment. */
const MADE_AT = /^\.[\da-f]{5}$/;
const FORGOTTEN_MS = 60_000;
const DAY_MS = 86_400_000;
const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;
const NOT_PRIVATE = 0o077;
const OWNER_ONLY = 0o177;

/** What a server listens at. */
export interface SocketFile {
  /** Whether it is still at its place: it may have been removed, and another's may be there. */
  isOurs(): boolean;
  /** Removes it, unless somebody else's has taken its place. */
  remove(): void;
}

/** Somebody listens there already. */
export class SocketTakenError extends Error {
  constructor(socketPath: string) {
    super(`Another process listens at [${socketPath}].`);
    this.name = "SocketTakenError";
  }
}

/**
 * Has a server listen at a Unix domain socket that nobody but its user can connect to, from the moment it is there: it is made
 * with the mode 0600.
 *
 * @param isPrivate - Whether its folder has to be private too; one that is missing is made so in any case.
 * @throws SocketTakenError, or an Error that says what is in the way.
 */
export async function listenAtSocket(server: net.Server, socketPath: string, isPrivate: boolean): Promise<SocketFile> {
  // A worker thread cannot set the mode that files are made with.
  prepareFolder(path.dirname(socketPath), isPrivate || !isMainThread);
  // Node.js removes what a server was made at when that closes, whoever's it is by then; so it is made elsewhere, and moved.
  const madeAt = path.join(path.dirname(socketPath), `.${onDemand.crypto.randomUUID().slice(0, 5)}`);
  if (Math.max(Buffer.byteLength(socketPath), Buffer.byteLength(madeAt)) > LONGEST_PATH) {
    throw new Error(`The path [${socketPath}] is too long for a socket: at most ${LONGEST_PATH} bytes.`);
  }
  await makeRoom(socketPath);
  if (isPrivate) {
    await sweep(path.dirname(socketPath));
  }
  await withMask(() => listen(server, { path: madeAt }));
  const { ino } = lstatSync(madeAt);
  chmodSync(madeAt, 0o600);
  if (lstatSync(socketPath, { throwIfNoEntry: false }) !== undefined) {
    throw new SocketTakenError(socketPath);
  }
  renameSync(madeAt, socketPath);
  const isOurs = (): boolean => {
    try {
      return lstatSync(socketPath, { throwIfNoEntry: false })?.ino === ino;
    } catch {
      // Its folder may not be looked into any more.
      return false;
    }
  };
  // Who cleans folders for temporary files spares sockets that are listened at, but knows them by the name that they were made with.
  const timer = setInterval(() => {
    if (isOurs()) {
      touch(socketPath);
    }
  }, DAY_MS).unref();
  const remove = (): void => {
    clearInterval(timer);
    if (isOurs()) {
      unlinkSync(socketPath);
    }
  };
  return { isOurs, remove };
}

function touch(file: string): void {
  try {
    lutimesSync(file, new Date(), new Date());
  } catch {
    // It was removed meanwhile.
  }
}

/** The socket is made within the call of `listen`, so no file of anybody else is made meanwhile. */
function withMask<T>(act: () => T): T {
  const before = isMainThread ? process.umask(OWNER_ONLY) : undefined;
  try {
    return act();
  } finally {
    if (before !== undefined) {
      process.umask(before);
    }
  }
}

/** Has a server listen. */
export function listen(server: net.Server, options: net.ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    // In a cluster each process listens for itself.
    server.listen({ ...options, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Whether somebody listens there. */
export function isListenedAt(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = onDemand.net.connect({ path: socketPath });
    const timer = setTimeout(() => { end(true); }, PROBE_MS);
    const end = (isTaken: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(isTaken);
    };
    socket.once("connect", () => { end(true); });
    socket.once("error", ({ code }: NodeJS.ErrnoException) => { end(code !== "ECONNREFUSED" && code !== "ENOENT"); });
  });
}

function prepareFolder(folder: string, isPrivate: boolean): void {
  const uid = process.getuid?.();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = isPrivate ? lstatSync(folder) : statSync(folder);
  if (!stats.isDirectory()) {
    throw new Error(`Expected a folder at [${folder}], found something else.`);
  }
  if (isPrivate && (stats.uid !== uid || (stats.mode & NOT_PRIVATE) !== 0)) {
    throw new Error(`The folder [${folder}] has to belong to this user alone (mode 0700); it belongs to the user ${stats.uid}, with mode 0${(stats.mode & 0o777).toString(8)}.`);
  }
  const isSafe = (stats.mode & OTHERS_MAY_WRITE) === 0 || (stats.mode & STICKY) !== 0;
  if ((stats.uid !== uid && stats.uid !== 0) || !isSafe) {
    throw new Error(`Others may exchange what is in the folder [${folder}]; a socket there could be anybody's.`);
  }
}

/** Removes what a process of this user left behind that was killed. */
async function makeRoom(socketPath: string): Promise<void> {
  const stats = lstatSync(socketPath, { throwIfNoEntry: false });
  if (stats === undefined) {
    return;
  }
  if (!stats.isSocket() || stats.uid !== process.getuid?.()) {
    throw new Error(`What is at [${socketPath}] is no socket of this user; it is left alone.`);
  }
  if (await isListenedAt(socketPath)) {
    throw new SocketTakenError(socketPath);
  }
  rmSync(socketPath, { force: true });
}

/** Removes what processes of this user left behind that were killed before they could move it. */
async function sweep(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((one) => MADE_AT.test(one))) {
    const madeAt = path.join(folder, name);
    const stats = lstatSync(madeAt, { throwIfNoEntry: false });
    if (stats?.isSocket() === true && stats.uid === process.getuid?.() && Date.now() - stats.mtimeMs > FORGOTTEN_MS && !(await isListenedAt(madeAt))) {
      rmSync(madeAt, { force: true });
    }
  }
}
