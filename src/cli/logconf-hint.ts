import { statSync } from "node:fs";
import type { ControlAddress } from "./logconf-client.js";

const UNTRUSTED: ReadonlySet<string> = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

/** What an operator can do about the error of a connection, behind its message; nothing where that says it all. */
export function hintFor(address: ControlAddress, code: string | undefined): string {
  const hint = "path" in address ? ofSocket(address.path, code) : ofPort(address.tls, code);
  return hint === undefined ? "" : `; ${hint}`;
}

function ofSocket(path: string, code: string | undefined): string | undefined {
  switch (code) {
    case "ENOENT":
      return "does the process run, and is this the place that its <control> names?";
    case "ECONNREFUSED":
    case "ENOTSOCK":
      return isSocket(path) ? "the process that made this socket has ended" : "this is no socket";
    case "EACCES":
      return "only the user of the process, and root, can ask there";
    default:
      return undefined;
  }
}

function isSocket(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isSocket() !== false;
}

function ofPort(isTls: boolean, code: string | undefined): string | undefined {
  if (code === "ECONNRESET") {
    return isTls ? "without --tls, if the port does not speak TLS" : "with --tls, if the port speaks TLS";
  }
  if (code === "ECONNREFUSED") {
    return "does the process run, with a port in its <control>?";
  }
  return code !== undefined && UNTRUSTED.has(code) ? "--ca names a file with the certificates to trust" : undefined;
}
