import type { ServiceKey } from "./component.js";
import type { LoggerContext } from "./logger-context.js";

/**
 * A TCP port on which `logconf` is answered, to those who know the password.
 *
 * @public
 */
export interface ControlPort {
  /** `logconf` asks at 9999 unless told otherwise; 0 takes any that is free. */
  readonly port: number;
  /** Address to listen at; 127.0.0.1 unless given. Another than a loopback address needs a certificate. */
  readonly host?: string | undefined;
  readonly user: string;
  readonly password: string;
  /** File in PEM format; with it, and with `key`, the port speaks TLS only. */
  readonly certificate?: string | undefined;
  /** File in PEM format with the private key of the certificate. */
  readonly key?: string | undefined;
}

/**
 * How a process can be steered by `logconf`.
 *
 * @public
 */
export interface ControlSettings {
  /**
   * Path of the Unix domain socket (on Windows, of the named pipe): a place for each process in the user's own folder unless
   * given, where `logconf` finds it by the process id.
   */
  readonly socket?: string | undefined;
  /** A TCP port beside the socket; none unless given. */
  readonly tcp?: ControlPort | undefined;
}

/** Opens and closes what `logconf` talks to. */
export interface ControlHost {
  /** From now on the context can be steered. Throws nothing: what fails is a status. */
  open(context: LoggerContext, settings: ControlSettings): void;
  /** It cannot be any more, unless it is opened again within this turn. */
  close(context: LoggerContext): void;
}

/** What came of a request to change something. */
export interface ControlChange {
  /** Its name, such as `modifyLogLevels`. */
  readonly operation: string;
  /** The user whose password came with it; `undefined` at the socket, which asks for none. */
  readonly login: string | undefined;
  /** Address that it came from; `undefined` at the socket. */
  readonly ip: string | undefined;
  /** Who says to be asking; nobody checks it. */
  readonly operator: string | undefined;
  /** What was changed, in words. */
  readonly changes: readonly string[];
  /** What was not, and why. */
  readonly refusals: readonly string[];
}

/** How configurations have a process steered; without it, none can be. */
export const CONTROL_HOST: ServiceKey<ControlHost> = { name: "control host" };

/** The port that `logconf` asks at unless told otherwise. Source: Open-Xchange, `logconf -p`. */
export const DEFAULT_CONTROL_PORT = 9999;
