import path from "node:path";
import { expect, test } from "vitest";
import { keyStoreFactoryBean } from "../../src/appender/key-store.js";
import { sslParametersConfiguration } from "../../src/appender/ssl-parameters.js";
import { sslConfiguration } from "../../src/appender/ssl.js";
import type { ComponentSettings } from "../../src/config/from-code.js";
import { buildFrom } from "../support/build.js";
import type { TlsSettings } from "../../src/sink/tls.js";

const components = [keyStoreFactoryBean, sslParametersConfiguration];

function settingsOf(properties: ComponentSettings): { readonly built: TlsSettings | undefined; readonly statuses: readonly string[] } {
  return buildFrom(sslConfiguration, properties, { components, baseDir: "/srv/app" });
}

test("an empty <ssl> means TLS 1.2 or 1.3 with the authorities of Node.js", () => {
  expect(settingsOf({})).toEqual({ built: { protocols: ["TLSv1.2", "TLSv1.3"] }, statuses: [] });
});

const locations = [
  ["ca.pem", "/srv/app/ca.pem"],
  ["/etc/ca.pem", "/etc/ca.pem"],
  ["file:ca.pem", "/srv/app/ca.pem"],
  ["file:/etc/ca.pem", "/etc/ca.pem"],
  ["file:///etc/ca.pem", "/etc/ca.pem"],
] as const;

for (const [location, file] of locations) {
  test(`the store at ${location} is the file ${file}`, () => {
    expect(settingsOf({ trustStore: { location } }).built).toEqual({ protocols: ["TLSv1.2", "TLSv1.3"], trustStore: path.resolve(file) });
  });
}

test("a store on the class path that is not there makes the settings unusable", () => {
  expect(settingsOf({ trustStore: { location: "classpath:none.pem" } }).built).toMatchObject({ unusable: "there is no classpath:none.pem" });
});

test("a store without a place makes the settings unusable", () => {
  expect(settingsOf({ keyStore: { password: "x" } }).built).toMatchObject({ unusable: "a store needs a <location>" });
});

test("the client's certificate comes with its password", () => {
  expect(settingsOf({ keyStore: { location: "/k.p12", password: "secret", type: "PKCS12", provider: "SunJSSE" } }).built).toMatchObject({ keyStore: "/k.p12", keyStorePassword: "secret" });
});

const protocols = [
  [{ protocol: "TLS" }, ["TLSv1.2", "TLSv1.3"]],
  [{ protocol: "SSL" }, ["TLSv1.2", "TLSv1.3"]],
  [{ protocol: "TLSv1.3" }, ["TLSv1.3"]],
  [{ parameters: { includedProtocols: "TLSv1.2, TLSv1.1" } }, ["TLSv1.2", "TLSv1.1"]],
  [{ parameters: { excludedProtocols: "TLSv1.2" } }, ["TLSv1.3"]],
] as const;

for (const [properties, expected] of protocols) {
  test(`${JSON.stringify(properties)} allows ${expected.join(", ")}`, () => {
    expect(settingsOf(properties).built?.protocols).toEqual(expected);
  });
}

const suites = [
  [{ includedCipherSuites: "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384" }, ["ECDHE-RSA-AES128-GCM-SHA256", "TLS_AES_256_GCM_SHA384"]],
  [{ includedCipherSuites: "TLS_RSA_WITH_AES_256_CBC_SHA" }, ["AES256-SHA"]],
  [{ includedCipherSuites: "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256" }, ["ECDHE-ECDSA-CHACHA20-POLY1305"]],
  [{ excludedCipherSuites: "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256" }, ["DEFAULT", "!DHE-RSA-AES128-SHA256"]],
] as const;

for (const [parameters, expected] of suites) {
  test(`${JSON.stringify(parameters)} is ${expected.join(":")} to OpenSSL`, () => {
    expect(settingsOf({ parameters }).built?.cipherSuites).toEqual(expected);
  });
}

test("a name for the server's certificate is handed on", () => {
  expect(settingsOf({ serverName: "logs.example.org" }).built?.serverName).toBe("logs.example.org");
});

test("what only servers need is accepted and of no effect", () => {
  expect(settingsOf({ provider: "SunJSSE", parameters: { needClientAuth: "true", wantClientAuth: "true" } }).statuses).toEqual([]);
});
