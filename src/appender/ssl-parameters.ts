import { booleanProperty, defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";

/** What may be spoken. */
export interface SslParameters {
  readonly includedProtocols: string | undefined;
  readonly excludedProtocols: string | undefined;
  readonly includedCipherSuites: string | undefined;
  readonly excludedCipherSuites: string | undefined;
}

/**
 * `<parameters>` of `<ssl>`
 *
 * - `<includedProtocols>`, `<excludedProtocols>`: comma-separated, of `TLSv1.2` and `TLSv1.3`; others are never spoken.
 * - `<includedCipherSuites>`, `<excludedCipherSuites>`: comma-separated names, Java's or OpenSSL's.
 * - `<hostnameVerification>`: the host name is always verified; false is answered with a WARN.
 * - `<needClientAuth>`, `<wantClientAuth>`: for servers; accepted and of no effect.
 */
export const sslParametersConfiguration: ComponentDefinition<SslParameters> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.core.net.ssl.SSLParametersConfiguration"],
  properties: {
    includedProtocols: stringProperty(),
    excludedProtocols: stringProperty(),
    includedCipherSuites: stringProperty(),
    excludedCipherSuites: stringProperty(),
    hostnameVerification: booleanProperty(true),
    needClientAuth: booleanProperty(false),
    wantClientAuth: booleanProperty(false),
  },
  create: ({ hostnameVerification, ...values }, environment) => {
    if (!hostnameVerification) {
      environment.reportOn("hostnameVerification").warn("The host name is verified in any case. Where the certificate has another name than <destination>, write that as <serverName> into <ssl>.");
    }
    return values;
  },
});

const ANY_VERSION: ReadonlySet<string> = new Set(["TLS", "SSL"]);

/** Those that may be spoken, for the word in `<protocol>`. */
export function protocolsOf(protocol: string, parameters: SslParameters | undefined): readonly string[] {
  const named = ANY_VERSION.has(protocol) ? ["TLSv1.2", "TLSv1.3"] : [protocol];
  const included = parameters?.includedProtocols === undefined ? named : listed(parameters.includedProtocols);
  const excluded = new Set(listed(parameters?.excludedProtocols));
  return included.filter((name) => !excluded.has(name));
}

/** OpenSSL's words for the cipher suites; `undefined` where nothing is said. */
export function cipherSuitesOf(parameters: SslParameters | undefined): readonly string[] | undefined {
  const included = listed(parameters?.includedCipherSuites).map(opensslName);
  const excluded = listed(parameters?.excludedCipherSuites).map((name) => `!${opensslName(name)}`);
  if (included.length + excluded.length === 0) {
    return undefined;
  }
  return [...(included.length === 0 ? ["DEFAULT"] : included), ...excluded];
}

/** `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256` is `ECDHE-RSA-AES128-GCM-SHA256` to OpenSSL; suites of TLS 1.3 have one name. */
function opensslName(name: string): string {
  const [, exchange, cipher] = /^TLS_(.+)_WITH_(.+)$/.exec(name) ?? [];
  if (exchange === undefined || cipher === undefined) {
    return name;
  }
  const short = cipher.replace(/AES_(\d+)/, "AES$1").replace("_CBC_", "_").replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305");
  return `${exchange === "RSA" ? "" : `${exchange}_`}${short}`.replaceAll("_", "-");
}

function listed(text: string | undefined): string[] {
  return (text ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
}
