import { expect, test } from "vitest";
import { components } from "../../../src/builtins.js";
import { Configurator } from "../../../src/config/configurator.js";
import type { ServiceKey } from "../../../src/core/component.js";
import { CONTROL_HOST, type ControlSettings } from "../../../src/core/control.js";
import { LoggerContext } from "../../../src/core/logger-context.js";
import { ComponentRegistry } from "../../../src/core/registry.js";
import { complaints } from "../../support/configured.js";

function reading(...elements: readonly string[]): { readonly opened: ControlSettings[]; readonly closed: () => number; readonly said: string[] } {
  const opened: ControlSettings[] = [];
  let closings = 0;
  const host = {
    open: (_context: LoggerContext, settings: ControlSettings): void => {
      opened.push(settings);
    },
    close: (): void => {
      closings++;
    },
  };
  const configurator = new Configurator({
    context: new LoggerContext(),
    registry: new ComponentRegistry(components),
    services: new Map<ServiceKey<unknown>, unknown>([[CONTROL_HOST, host]]),
    programProperties: new Map([["PASSWORD", "s3cret"]]),
    environment: {},
  });
  const said = elements.flatMap((element) => complaints(configurator.configure({ file: "logback.xml", baseDir: "/srv/app", content: `<configuration>${element}</configuration>` }).statuses));
  return { opened, closed: () => closings, said };
}

const well = [
  { xml: "<control/>", settings: { socket: undefined } },
  { xml: '<control socket="run/c.sock"/>', settings: { socket: "/srv/app/run/c.sock" } },
  { xml: String.raw`<control socket="\\.\pipe\shop"/>`, settings: { socket: String.raw`\\.\pipe\shop` } },
  { xml: '<control user="adm" password="${PASSWORD}"/>', settings: { socket: undefined, tcp: { port: 9999, host: undefined, user: "adm", password: "s3cret", certificate: undefined, key: undefined } } },
  {
    xml: '<Control port="10000" host="0.0.0.0" user="adm" password="p" certificate="c.pem" key="/etc/k.pem"/>',
    settings: { socket: undefined, tcp: { port: 10_000, host: "0.0.0.0", user: "adm", password: "p", certificate: "/srv/app/c.pem", key: "/etc/k.pem" } },
  },
];
for (const { xml, settings } of well) {
  test(`${xml} has the process steered`, () => {
    const { opened, said } = reading(xml);

    expect(opened).toEqual([settings]);
    expect(said).toEqual([]);
  });
}

test("T11 without the element nothing is opened", () => {
  expect(reading('<root level="INFO"/>').opened).toEqual([]);
});

test("a configuration without it closes what the one before opened", () => {
  const { closed } = reading("<control/>", '<root level="INFO"/>');

  expect(closed()).toBe(1);
});

const wrong = [
  { xml: '<control port="9999"/>', said: 'ERROR logback.xml:1:16 A port of <control> needs the attributes "user" and "password"; no port is opened.' },
  { xml: '<control port="9999" user="adm"/>', said: 'ERROR logback.xml:1:16 A port of <control> needs the attributes "user" and "password"; no port is opened.' },
  { xml: '<control port="70000" user="adm" password="p"/>', said: 'ERROR logback.xml:1:16 Expected a port from 0 to 65535 in <control>, got "70000"; no port is opened.' },
  { xml: '<control user="adm" password="${NOBODY_SAYS}"/>', said: 'ERROR logback.xml:1:16 The attribute "password" of <control> holds a variable without a value; no port is opened.' },
  { xml: '<property name="PW" value="x${NOBODY_SAYS}"/><control user="adm" password="${PW}"/>', said: 'ERROR logback.xml:1:61 The attribute "password" of <control> holds a variable without a value; no port is opened.' },
  { xml: '<control user="${NOBODY_SAYS}" password="p"/>', said: 'ERROR logback.xml:1:16 The attribute "user" of <control> holds a variable without a value; no port is opened.' },
  { xml: "<control><socket>a</socket></control>", said: "WARN logback.xml:1:25 Ignoring <socket>: what <control> needs stands in its attributes socket, port, host, user, password, certificate, key." },
];
for (const { xml, said } of wrong) {
  test(`${xml} is told, and the socket is opened all the same`, () => {
    const result = reading(xml);

    expect(result.said).toEqual([said]);
    expect(result.opened).toEqual([{ socket: undefined }]);
  });
}

test("T11 a password that could not be read is none", () => {
  const { opened, said } = reading('<control user="adm" password="${PASSWORD"/>');

  expect(opened).toEqual([{ socket: undefined }]);
  expect(said.at(-1)).toBe('ERROR logback.xml:1:16 The attribute "password" of <control> holds a variable without a value; no port is opened.');
});

test("T11 where the socket is to be at a place that nobody says, nothing is opened", () => {
  const { opened, said } = reading('<control socket="${NOBODY_SAYS}/c.sock" user="adm" password="p"/>');

  expect(opened).toEqual([]);
  expect(said).toEqual(['ERROR logback.xml:1:16 The attribute "socket" of <control> holds a variable without a value; nothing is opened, and logconf cannot reach this process.']);
});

test("user and password count with their blanks, as logconf sends them", () => {
  expect(reading('<control user=" adm" password="p "/>').opened).toMatchObject([{ tcp: { user: " adm", password: "p " } }]);
});

test("an unknown attribute is told with what was probably meant", () => {
  expect(reading('<control sockt="a"/>').said[0]).toMatch(/sockt.*"socket"/);
});
