import { defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";

/** Where certificates lie. */
export interface KeyStore {
  /** Absolute; `undefined` where there is none. */
  readonly file: string | undefined;
  readonly password: string | undefined;
  readonly unusable: string | undefined;
}

/**
 * `<trustStore>`, `<keyStore>`
 *
 * - `<location>`: a file, `file:` before it or not, or `classpath:` and a file beside the configuration. Required.
 *   For `<trustStore>` a PEM file with certificates; for `<keyStore>` a PEM file with a private key and its
 *   certificate chain, or a PKCS#12 file (`.p12`, `.pfx`).
 * - `<password>`: of an encrypted private key or a PKCS#12 file.
 * - `<type>`, `<provider>`: accepted and of no effect.
 */
export const keyStoreFactoryBean: ComponentDefinition<KeyStore> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.core.net.ssl.KeyStoreFactoryBean"],
  properties: { location: stringProperty(), password: stringProperty(), type: stringProperty(), provider: stringProperty() },
  create: ({ location, password }, { resolvePath, resolveResource }) => {
    const [, scheme, rest] = /^(?:(file|classpath):)?(.*)$/s.exec(location ?? "") ?? [];
    const file = scheme === "classpath" ? resolveResource(rest ?? "") : resolvePath((rest ?? "").replace(/^\/\/(?=\/)/, ""));
    if (location === undefined || file === undefined) {
      return { file: undefined, password, unusable: location === undefined ? "a store needs a <location>" : `there is no ${location}` };
    }
    return { file, password, unusable: undefined };
  },
});
