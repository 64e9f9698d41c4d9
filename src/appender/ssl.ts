import { componentProperty, defineComponent, stringProperty, type ComponentDefinition, type ComponentEnvironment, type NestedProperty } from "../core/component.js";
import type { TlsSettings } from "../sink/tls.js";
import { defined } from "../util/defined.js";
import type { KeyStore } from "./key-store.js";
import { cipherSuitesOf, protocolsOf, type SslParameters } from "./ssl-parameters.js";

/** The `<ssl>` element of an appender that connects; its value goes through {@link tlsFrom}. */
export const SSL_PROPERTY: NestedProperty<TlsSettings | undefined> = componentProperty<TlsSettings>("value", { defaultClassName: "ch.qos.logback.core.net.ssl.SSLConfiguration" });

/** What an appender has to use: an `<ssl>` that was written and cannot be used must not lead to an unsecured connection. */
export function tlsFrom(ssl: TlsSettings | undefined, environment: ComponentEnvironment): TlsSettings | undefined {
  return ssl ?? (environment.isWritten("ssl") ? { unusable: "<ssl> could not be read" } : undefined);
}

/**
 * `<ssl>`: secures the connection of an appender with TLS 1.2 or 1.3.
 *
 * - `<trustStore>`: certificates that are trusted, in place of those that come with Node.js.
 * - `<keyStore>`: the client's own certificate.
 * - `<parameters>`: what may be spoken.
 * - `<serverName>`: the name that the server's certificate must carry; the destination's host unless given.
 * - `<protocol>`: `TLS`, `SSL` (both any version there may be), `TLSv1.2` or `TLSv1.3`.
 * - `<provider>`: accepted and of no effect.
 *
 * Status ERROR, and the appender is not started, when a file cannot be read or is not what it should be, or when no
 * protocol or cipher suite is left. Nothing is ever sent unsecured instead.
 *
 * Source: Logback manual, "Using SSL"; there the stores are Java's.
 */
export const sslConfiguration: ComponentDefinition<TlsSettings> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.core.net.ssl.SSLConfiguration"],
  properties: {
    trustStore: componentProperty<KeyStore>("value", { defaultClassName: "ch.qos.logback.core.net.ssl.KeyStoreFactoryBean" }),
    keyStore: componentProperty<KeyStore>("value", { defaultClassName: "ch.qos.logback.core.net.ssl.KeyStoreFactoryBean" }),
    parameters: componentProperty<SslParameters>("value", { defaultClassName: "ch.qos.logback.core.net.ssl.SSLParametersConfiguration" }),
    serverName: stringProperty(),
    protocol: stringProperty({ fallback: "TLS" }),
    provider: stringProperty(),
  },
  create: ({ trustStore, keyStore, parameters, serverName, protocol }, { isWritten }) => {
    const values = { trustStore, keyStore, parameters };
    const missing = Object.entries(values).find(([name, value]) => value === undefined && isWritten(name));
    const unusable = trustStore?.unusable ?? keyStore?.unusable ?? (missing === undefined ? undefined : `<${missing[0]}> could not be read`);
    return {
      ...defined("unusable", unusable),
      ...defined("trustStore", trustStore?.file),
      ...defined("keyStore", keyStore?.file),
      ...defined("keyStorePassword", keyStore?.password),
      ...defined("serverName", serverName),
      protocols: protocolsOf(protocol, parameters),
      ...defined("cipherSuites", cipherSuitesOf(parameters)),
    };
  },
});
