import type { ControlReply, ControlRequest } from "./protocol.js";

/** Where a request comes from. */
export interface Caller {
  /** In words, such as `socket` or `port 9999 from 127.0.0.1`. */
  readonly via: string;
  /** Address that it comes from; `undefined` at the socket, which is of this machine. */
  readonly ip: string | undefined;
  /** The user whose password it knows; `undefined` at the socket, which asks for none. */
  readonly login: string | undefined;
}

/** Carries a request out. Throws nothing. */
export type Answer = (request: ControlRequest, caller: Caller) => ControlReply;
