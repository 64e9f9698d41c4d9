import { lstatSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const NAME = "logback-node";
const SOCKET_NAME = /^(\d+)(?:\.\d+)?\.sock$/;
const PIPES = "\\\\.\\pipe\\";
const PIPE_NAME = /^logback-node-(\d+)(?:\.\d+)?$/;

/** What decides where sockets are. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** Of the user; `undefined` on Windows. */
  readonly uid: number | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A socket that was found. */
export interface FoundSocket {
  readonly path: string;
  /** Process that made it. */
  readonly pid: number;
  /** Whether it lies in a folder of this user's own, where nobody else can exchange it. */
  readonly isOwn: boolean;
}

/** Those of this process. */
export function surroundings(): Surroundings {
  return { platform: process.platform, uid: process.getuid?.(), environment: process.env };
}

/**
 * Where a process of this user makes its socket: in `XDG_RUNTIME_DIR`, which is private and cleared, else in a folder of its
 * own below that for temporary files. On Windows, a named pipe.
 *
 * @param number - From 1; others than the first are for further logger contexts of the process.
 */
export function socketPath(pid: number, number: number, { platform, uid, environment }: Surroundings): string {
  const name = number === 1 ? String(pid) : `${pid}.${number}`;
  if (platform === "win32") {
    return `${PIPES}${NAME}-${name}`;
  }
  const runtime = environment["XDG_RUNTIME_DIR"] ?? "";
  return path.join(uid !== undefined && isFolderOf(runtime, uid) ? path.join(runtime, NAME) : temporaryFolder(tmpdir(), uid), `${name}.sock`);
}

/** Every socket that this user may ask at, whether anybody listens or not; root may ask everywhere. */
export function findSockets(around: Surroundings): readonly FoundSocket[] {
  if (around.platform === "win32") {
    return namesIn(PIPES).flatMap((name) => found(PIPE_NAME.exec(name), `${PIPES}${name}`, false));
  }
  return [...foldersToSearch(around)].flatMap(([folder, isOwn]) => namesIn(folder).flatMap((name) => found(SOCKET_NAME.exec(name), path.join(folder, name), isOwn)));
}

/** Each with whether it is this user's. */
function foldersToSearch({ uid = -1, environment }: Surroundings): ReadonlyMap<string, boolean> {
  const runtimes = [environment["XDG_RUNTIME_DIR"] ?? "", `/run/user/${uid}`];
  const temporaries = [tmpdir(), "/tmp"];
  const named = [...runtimes.filter((folder) => isFolderOf(folder, uid)).map((folder) => path.join(folder, NAME)), ...temporaries.map((folder) => temporaryFolder(folder, uid))];
  const own = named.filter((folder) => isFolderOf(folder, uid)).map((folder) => [folder, true] as const);
  if (uid !== 0) {
    return new Map(own);
  }
  const ofOthers = [
    ...namesIn("/run/user").map((name) => [path.join("/run/user", name, NAME), Number(name)] as const),
    ...temporaries.flatMap((folder) => namesIn(folder).filter((name) => name.startsWith(`${NAME}-`)).map((name) => [path.join(folder, name), Number(name.slice(NAME.length + 1))] as const)),
  ];
  return new Map([...own, ...ofOthers.filter(([folder, owner]) => owner !== uid && isFolderOf(folder, owner)).map(([folder]) => [folder, false] as const)]);
}

function temporaryFolder(folder: string, uid: number | undefined): string {
  return path.join(folder, `${NAME}-${uid ?? "user"}`);
}

/** Somebody else may have made one of that name, or a link, or not let anybody look there. */
function isFolderOf(folder: string, uid: number): boolean {
  try {
    const stats = path.isAbsolute(folder) ? lstatSync(folder, { throwIfNoEntry: false }) : undefined;
    return stats?.isDirectory() === true && stats.uid === uid;
  } catch {
    return false;
  }
}

function found(match: RegExpExecArray | null, at: string, isOwn: boolean): FoundSocket[] {
  return match === null ? [] : [{ path: at, pid: Number(match[1]), isOwn }];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // There is none, or it is none of ours.
    return [];
  }
}
