import { constants } from "node:fs";

/** Windows lacks some that its types promise. */
const KNOWN: Partial<typeof constants> = constants;

/** Refuses to open a symbolic link; 0, of no effect, where the system has no such flag. */
export const NO_FOLLOW: number = KNOWN.O_NOFOLLOW ?? 0;

/** Keeps a FIFO whose other end is closed from stopping the process, while files ignore it; 0 where the system has no such flag. */
export const NON_BLOCKING: number = KNOWN.O_NONBLOCK ?? 0;
