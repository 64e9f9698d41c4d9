import { closeSync, constants, fstatSync, ftruncateSync, lstatSync, mkdirSync, openSync, statSync, type Stats } from "node:fs";
import { dirname, resolve } from "node:path";
import { errorCode } from "../util/error-code.js";
import { NO_FOLLOW, NON_BLOCKING } from "../util/open-flags.js";

/** How a log file is opened. */
export interface LogFileOptions {
  readonly path: string;
  /** False empties a file that exists. */
  readonly append: boolean;
  /** Of a file that is made, before the process's umask. */
  readonly mode: number;
  /** Of folders that are made, before the process's umask. */
  readonly dirMode: number;
  readonly followSymlinks: boolean;
}

/** What was opened. */
export interface OpenedLogFile {
  /** -1 for a FIFO that nobody reads yet. */
  readonly fd: number;
  /** `inherited`: one of the process's own descriptors, never to be closed. */
  readonly kind: "file" | "fifo" | "device" | "inherited";
  /** Bytes in it; 0 for anything but a file. */
  readonly size: number;
  readonly dev: number;
  readonly ino: number;
  /** What an operator should know. */
  readonly notes: readonly LogFileNote[];
}

/** Something worth a status. */
export interface LogFileNote {
  readonly level: "INFO" | "WARN";
  readonly text: string;
}

/** Containers point log files at the console; these paths mean the descriptors, whatever they are. */
const INHERITED: ReadonlyMap<string, number> = new Map([
  ["/dev/stdout", 1],
  ["/dev/stderr", 2],
  ["/dev/fd/1", 1],
  ["/dev/fd/2", 2],
  ["/proc/self/fd/1", 1],
  ["/proc/self/fd/2", 2],
]);

const FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | NON_BLOCKING;

const OTHERS_MAY_WRITE = 0o022;
const STICKY = 0o1000;

/**
 * Opens a log file for appending, making its folders.
 *
 * Files, FIFOs and character devices are taken; a symbolic link only with `followSymlinks`.
 *
 * @throws Error saying why not, with the system's error as its cause and that error's code as its own.
 */
export function openLogFile(options: LogFileOptions): OpenedLogFile {
  const path = resolve(options.path);
  const inherited = INHERITED.get(path);
  if (inherited !== undefined) {
    return { fd: inherited, kind: "inherited", size: 0, dev: 0, ino: 0, notes: [] };
  }
  makeFolder(path, options.dirMode);
  let fd: number;
  try {
    fd = openSync(path, FLAGS | (options.followSymlinks ? 0 : NO_FOLLOW), options.mode);
  } catch (error) {
    if (isFifo(path, error, options.followSymlinks)) {
      return { fd: -1, kind: "fifo", size: 0, dev: 0, ino: 0, notes: [fifoNote(path)] };
    }
    throw refusal(path, error);
  }
  try {
    return describe(fd, path, options.append);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Device and inode of what a path means now; `undefined` when there is nothing. */
export function identify(path: string, followSymlinks: boolean): Stats | undefined {
  const options = { throwIfNoEntry: false } as const;
  return followSymlinks ? statSync(path, options) : lstatSync(path, options);
}

/**
 * Makes the folders above a path.
 *
 * @throws Error saying why not, with the system's error as its cause and that error's code as its own.
 */
export function makeFolder(path: string, mode: number): void {
  try {
    makeFolders(dirname(path), mode);
  } catch (cause) {
    throw withCode(`The folder of ${path} could not be made (${codeOf(cause)}).`, cause);
  }
}

/** Not by `recursive`: where a system refuses to make anything, as in `/proc`, Node.js would try for ever. */
function makeFolders(folder: string, mode: number): void {
  if (isFolder(folder)) {
    return;
  }
  const parent = dirname(folder);
  if (parent !== folder) {
    makeFolders(parent, mode);
  }
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) {
      throw error;
    }
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function describe(fd: number, path: string, append: boolean): OpenedLogFile {
  const stats = fstatSync(fd);
  const { dev, ino } = stats;
  if (stats.isFIFO()) {
    return { fd, kind: "fifo", size: 0, dev, ino, notes: [fifoNote(path)] };
  }
  if (stats.isCharacterDevice()) {
    return { fd, kind: "device", size: 0, dev, ino, notes: [{ level: "INFO", text: `${path} is a device.` }] };
  }
  if (!stats.isFile()) {
    throw new Error(`${path} is neither a file nor a FIFO nor a character device.`);
  }
  if (!append) {
    // Not by O_TRUNC: that would empty the file before anyone could see what it is.
    ftruncateSync(fd, 0);
  }
  return { fd, kind: "file", size: append ? stats.size : 0, dev, ino, notes: [...ownershipNotes(path, stats), ...folderNotes(path)] };
}

function ownershipNotes(path: string, { uid, nlink }: Stats): LogFileNote[] {
  const notes: LogFileNote[] = [];
  const self = process.geteuid?.();
  if (self !== undefined && uid !== self) {
    notes.push({ level: "WARN", text: `${path} belongs to user ${String(uid)}, but this process runs as user ${String(self)}: that user can read and change what is logged.` });
  }
  if (nlink > 1) {
    notes.push({ level: "WARN", text: `${path} has ${String(nlink)} hard links: what is logged appears under another name too.` });
  }
  return notes;
}

function folderNotes(path: string): LogFileNote[] {
  const folder = dirname(path);
  const mode = process.platform === "win32" ? 0 : statSync(folder).mode;
  if ((mode & OTHERS_MAY_WRITE) === 0 || (mode & STICKY) !== 0) {
    return [];
  }
  return [{ level: "WARN", text: `The folder ${folder} can be written by others (mode ${(mode & 0o7777).toString(8)}): they can exchange the log file.` }];
}

function fifoNote(path: string): LogFileNote {
  return { level: "INFO", text: `${path} is a FIFO.` };
}

function isFifo(path: string, error: unknown, followSymlinks: boolean): boolean {
  return codeOf(error) === "ENXIO" && identify(path, followSymlinks)?.isFIFO() === true;
}

function refusal(path: string, cause: unknown): Error {
  switch (codeOf(cause)) {
    case "ELOOP":
    case "EMLINK": // FreeBSD's word for it
      return withCode(`${path} is a symbolic link, and followSymlinks is not set.`, cause);
    case "EISDIR":
      return withCode(`${path} is a folder.`, cause);
    case "ENXIO":
      return withCode(`${path} is a socket or a device that is not there.`, cause);
    default:
      return withCode(`${path} could not be opened (${codeOf(cause)}).`, cause);
  }
}

function withCode(message: string, cause: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code: codeOf(cause) });
}

function codeOf(error: unknown): string {
  return errorCode(error) ?? String(error);
}
