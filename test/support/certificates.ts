import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Files in PEM format. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
  /** Both in one file. */
  readonly both: string;
}

export interface Certificates {
  readonly folder: string;
  /** Of the authority that signed all others but `selfSigned`. */
  readonly authority: string;
  /** For `localhost` and 127.0.0.1. */
  readonly server: Identity;
  /** For `logs.example.org`. */
  readonly otherHost: Identity;
  readonly expired: Identity;
  readonly selfSigned: Identity;
  readonly client: Identity;
  /** The client's in PKCS#12, with the password `secret`. */
  readonly clientPkcs12: string;
  /** The client's with its key encrypted by the password `secret`. */
  readonly clientEncrypted: string;
  remove(): void;
}

/** Without openssl there are no certificates to test with; in CI that is a failure and no reason to leave tests out. */
export const LACKS_OPENSSL: boolean = spawnSync("openssl", ["version"]).status !== 0 && process.env["CI"] !== "true";
if (LACKS_OPENSSL) {
  process.stderr.write("Tests of TLS are left out: openssl is missing (apt-get install openssl).\n");
}

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

const AUTHORITY = `[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
rand_serial = yes
certificate = authority.pem
private_key = authority.key
default_md = sha256
policy = any
[any]
commonName = supplied
`;

/** Makes certificates in a folder of their own. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(path.join(tmpdir(), "logback-node-tls-"));
  const file = (name: string): string => path.join(folder, name);
  const openssl = (...args: readonly string[]): void => {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  };
  const joined = (name: string, ...parts: readonly string[]): string => {
    writeFileSync(file(name), parts.map((part) => readFileSync(file(part), "utf8")).join(""));
    return file(name);
  };
  const identity = (name: string): Identity => ({ cert: file(`${name}.pem`), key: file(`${name}.key`), both: joined(`${name}-both.pem`, `${name}.pem`, `${name}.key`) });
  const selfSigned = (name: string, ...more: readonly string[]): void => {
    openssl("req", "-x509", ...NEW_KEY, "-keyout", `${name}.key`, "-out", `${name}.pem`, "-days", "2", "-subj", `/CN=${name}`, ...more);
  };
  const signed = (name: string, names: string, ...validity: readonly string[]): Identity => {
    writeFileSync(file("names.conf"), `subjectAltName=${names}\n`);
    openssl("req", ...NEW_KEY, "-keyout", `${name}.key`, "-out", `${name}.csr`, "-subj", `/CN=${name}`);
    openssl("ca", "-batch", "-notext", "-config", "authority.conf", "-in", `${name}.csr`, "-out", `${name}.pem`, "-extfile", "names.conf", ...validity);
    return identity(name);
  };
  writeFileSync(file("authority.conf"), AUTHORITY);
  writeFileSync(file("index.txt"), "");
  selfSigned("authority");
  selfSigned("selfSigned", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1");
  const names = "DNS:localhost,IP:127.0.0.1";
  const identities = {
    server: signed("server", names, "-days", "2"),
    otherHost: signed("otherHost", "DNS:logs.example.org", "-days", "2"),
    expired: signed("expired", names, "-startdate", "20200101000000Z", "-enddate", "20200102000000Z"),
    selfSigned: identity("selfSigned"),
    client: signed("client", "DNS:client", "-days", "2"),
  };
  openssl("pkcs12", "-export", "-in", "client.pem", "-inkey", "client.key", "-out", "client.p12", "-passout", "pass:secret");
  openssl("pkey", "-in", "client.key", "-aes256", "-passout", "pass:secret", "-out", "encrypted.key");
  return {
    folder,
    authority: file("authority.pem"),
    ...identities,
    clientPkcs12: file("client.p12"),
    clientEncrypted: joined("encrypted-both.pem", "client.pem", "encrypted.key"),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
