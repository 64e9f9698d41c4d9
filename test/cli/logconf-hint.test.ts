import { expect, test } from "vitest";
import { hintFor } from "../../src/cli/logconf-hint.js";

const socket = { path: "/run/shop.sock" };
const port = { host: "localhost", port: 9999, tls: false };
const secure = { ...port, tls: true };

for (const [what, address, code, hint] of [
  ["a socket that is not there", socket, "ENOENT", "; does the process run, and is this the place that its <control> names?"],
  ["a socket that a killed process left", socket, "ECONNREFUSED", "; the process that made this socket has ended"],
  ["a folder", { path: import.meta.dirname }, "ECONNREFUSED", "; this is no socket"],
  ["a socket of another user", socket, "EACCES", "; only the user of the process, and root, can ask there"],
  ["a port where nobody listens", port, "ECONNREFUSED", "; does the process run, with a port in its <control>?"],
  ["a port that hangs up", port, "ECONNRESET", "; with --tls, if the port speaks TLS"],
  ["a port with TLS that hangs up", secure, "ECONNRESET", "; without --tls, if the port does not speak TLS"],
  ["a certificate that nobody trusts", secure, "DEPTH_ZERO_SELF_SIGNED_CERT", "; --ca names a file with the certificates to trust"],
  ["a certificate that has expired", secure, "CERT_HAS_EXPIRED", ""],
  ["an error without a code", socket, undefined, ""],
] as const) {
  test(`${what} has ${hint === "" ? "no hint" : `the hint "${hint}"`}`, () => {
    expect(hintFor(address, code)).toBe(hint);
  });
}
