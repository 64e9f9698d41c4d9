import { readFileSync } from "node:fs";
import type tls from "node:tls";
import type { Destination } from "./destination.js";
import { onDemand } from "../util/on-demand.js";

/**
 * How a connection is secured. The server's certificate and the name in it are always checked, TLS 1.2 is the least,
 * and there is no way back to plain text.
 *
 * Files are read at every connection, so that a renewed certificate is taken without a restart.
 */
export interface TlsSettings {
  /** Why these settings must not be used; nothing is sent then. */
  readonly unusable?: string;
  /** PEM file with the certificates that are trusted, in place of those that come with Node.js. */
  readonly trustStore?: string;
  /** PEM file with the client's private key and certificate chain, or a PKCS#12 file (`.p12`, `.pfx`). */
  readonly keyStore?: string;
  /** Of an encrypted private key or a PKCS#12 file. */
  readonly keyStorePassword?: string;
  /** Protocols that may be spoken, of `TLSv1.2` and `TLSv1.3`; both unless given. */
  readonly protocols?: readonly string[];
  /** OpenSSL's names of cipher suites; those of Node.js unless given. */
  readonly cipherSuites?: readonly string[];
  /** The name the server's certificate must carry; the destination's host unless given. */
  readonly serverName?: string;
}

const PROTOCOLS: readonly tls.SecureVersion[] = ["TLSv1.2", "TLSv1.3"];

/**
 * What `tls.connect` has to be told.
 *
 * @throws Error when the settings cannot be used or a file cannot be read or is not what it should be, RangeError when no protocol is left.
 */
export function tlsOptions(settings: TlsSettings, destination: Destination): tls.ConnectionOptions {
  if (settings.unusable !== undefined) {
    throw new Error(`The connection cannot be secured: ${settings.unusable}.`);
  }
  const { protocols = PROTOCOLS, cipherSuites, serverName } = settings;
  const allowed = PROTOCOLS.filter((protocol) => protocols.includes(protocol));
  const [minVersion] = allowed;
  const maxVersion = allowed.at(-1);
  if (minVersion === undefined || maxVersion === undefined) {
    throw new RangeError(`Expected one of the protocols ${PROTOCOLS.join(", ")}, got ${protocols.length === 0 ? "none" : protocols.join(", ")}.`);
  }
  const host = serverName ?? ("host" in destination ? destination.host : "localhost");
  return {
    // Said and not left to the default, which an environment variable can change.
    rejectUnauthorized: true,
    checkServerIdentity: (_, certificate) => onDemand.tls.checkServerIdentity(host, certificate),
    minVersion,
    maxVersion,
    // An address is no name that could be asked for.
    ...(onDemand.net.isIP(host) === 0 ? { servername: host } : {}),
    ...(cipherSuites === undefined ? {} : { ciphers: cipherSuites.join(":") }),
    ...trusted(settings.trustStore),
    ...ownIdentity(settings.keyStore, settings.keyStorePassword),
  };
}

/** Reads everything that a connection will need. @throws Like {@link tlsOptions}. */
export function checkTlsSettings(settings: TlsSettings): void {
  const options = tlsOptions(settings, { host: "localhost", port: 1 });
  onDemand.tls.createSecureContext(options);
}

function trusted(file: string | undefined): tls.ConnectionOptions {
  if (file === undefined) {
    return {};
  }
  const ca = readFileSync(file);
  if (!ca.includes("-----BEGIN CERTIFICATE-----")) {
    throw new Error(`The trust store ${file} has no certificate in PEM format. One of Java's can be converted: keytool -list -rfc -keystore <file>.`);
  }
  return { ca };
}

function ownIdentity(file: string | undefined, password: string | undefined): tls.ConnectionOptions {
  if (file === undefined) {
    return {};
  }
  const content = readFileSync(file);
  const passphrase = password === undefined ? {} : { passphrase: password };
  if (/\.(?:p12|pfx)$/i.test(file)) {
    return { pfx: content, ...passphrase };
  }
  if (!content.includes("-----BEGIN CERTIFICATE-----") || !/-----BEGIN (?:\w+ )?PRIVATE KEY-----/.test(content.toString("latin1"))) {
    throw new Error(`The key store ${file} is neither a PEM file with a private key and its certificate, nor named as a PKCS#12 file (.p12, .pfx).`);
  }
  return { key: content, cert: content, ...passphrase };
}
