import { readFileSync } from "node:fs";
import type tls from "node:tls";
import { onDemand } from "../util/on-demand.js";

/** Clients may come by the thousand. */
const LOOK_EVERY_MS = 5_000;

/** Where a certificate and its private key are, both in PEM format. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

interface Identity {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** What a {@link RenewableCertificate} is made of. */
export interface RenewableCertificateOptions {
  /** Is told when there is another one, or one that cannot be used. */
  readonly report: { info(message: string): void; warn(message: string): void };
  /** How long the files are not looked at again, whoever comes; 5 seconds unless given. */
  readonly lookEveryMs?: number | undefined;
}

/**
 * The certificate of a port, and whatever renews it in its files: clients that come from then on get the new one, those that
 * are there stay.
 *
 * The certificate and its key are two files, so for a moment they may not belong together. Until they can be used, what was
 * there before goes on.
 */
export class RenewableCertificate {
  readonly #files: CertificateFiles;
  readonly #report: RenewableCertificateOptions["report"];
  readonly #lookEveryMs: number;
  #identity: Identity;
  #context: tls.SecureContext;
  #lookedAt = performance.now();
  #problem: string | undefined;

  /** @throws Error when the files cannot be read, or not used. */
  constructor(files: CertificateFiles, { report, lookEveryMs = LOOK_EVERY_MS }: RenewableCertificateOptions) {
    this.#files = files;
    this.#report = report;
    this.#lookEveryMs = lookEveryMs;
    this.#identity = identityIn(files);
    this.#context = contextOf(this.#identity);
  }

  /** For a client that comes now. Never throws. */
  get context(): tls.SecureContext {
    if (performance.now() - this.#lookedAt >= this.#lookEveryMs) {
      this.look();
    }
    return this.#context;
  }

  /** Looks at the files now. Never throws: what is wrong with them is said, once until that changes. */
  look(): void {
    this.#lookedAt = performance.now();
    try {
      const found = identityIn(this.#files);
      if (!areSame(found, this.#identity)) {
        this.#context = contextOf(found);
        this.#identity = found;
        this.#report.info(`The control port has the renewed certificate in [${this.#files.certificate}] now${validityOf(found)}.`);
      }
      this.#problem = undefined;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (problem !== this.#problem) {
        this.#problem = problem;
        this.#report.warn(`The control port goes on with the certificate that it has, because the one in [${this.#files.certificate}] with the key in [${this.#files.key}] cannot be used: ${problem}`);
      }
    }
  }
}

function identityIn({ certificate, key }: CertificateFiles): Identity {
  return { cert: readFileSync(certificate), key: readFileSync(key) };
}

/** @throws Error also when the two do not belong together. */
function contextOf(identity: Identity): tls.SecureContext {
  return onDemand.tls.createSecureContext({ ...identity, minVersion: "TLSv1.2" });
}

function areSame(one: Identity, other: Identity): boolean {
  return one.cert.equals(other.cert) && one.key.equals(other.key);
}

function validityOf({ cert }: Identity): string {
  const end = new Date(new onDemand.crypto.X509Certificate(cert).validTo);
  return Number.isNaN(end.getTime()) ? "" : `, which is valid until ${end.toISOString()}`;
}
