import { CONTROL_HOST, DEFAULT_CONTROL_PORT, type ControlPort, type ControlSettings } from "../../core/control.js";
import { describeElement } from "../element-description.js";
import type { ElementHandler } from "../element-handler.js";
import type { ConfigurationReading } from "../reading.js";
import type { XmlElement } from "../xml/parse.js";

const ATTRIBUTES = ["socket", "port", "host", "user", "password", "certificate", "key"] as const;
const LARGEST_PORT = 65_535;
/** What a variable becomes that nobody defines, also when it stands in a property that is used here; and one that could not be read. */
const WITHOUT_VALUE = /_IS_UNDEFINED|\$\{/;

/**
 * `<control/>`: lets `logconf` change the running process. Without it, nothing can.
 *
 * - `socket`: path of the Unix domain socket, mode 0600; a private place that `logconf` finds by itself unless given.
 * - `port`, `user`, `password`: a TCP port besides, 9999 where a user is given and no port.
 * - `host`: address of the port, 127.0.0.1 unless given; for another than a loopback address TLS is needed:
 * - `certificate`, `key`: files in PEM format; what renews them is in force for clients that come five seconds later.
 *
 * Status ERROR for a port without user and password, for what is no port, and where user or password hold a variable without a
 * value, which would be a password that everybody knows: there is no port then. For such a socket, there is no control at all.
 *
 * This library's own; in Open-Xchange, `logconf` uses JMX.
 */
export const controlElement: ElementHandler = {
  names: ["control"],
  attributes: ATTRIBUTES,
  read: (element, reading, origin) => {
    for (const child of element.children) {
      reading.report(origin, child.position).warn(`Ignoring <${child.name}>: what <control> needs stands in its attributes ${ATTRIBUTES.join(", ")}.`);
    }
    const settings = settingsOf(element, reading, origin);
    const host = reading.service(CONTROL_HOST);
    reading.draft.components.push({ kind: "control", element: describeElement(element, (text) => reading.substituteForDisplay(text)) });
    reading.draft.contextListeners.push({
      onConfigured: (context) => {
        if (settings !== undefined) {
          host?.open(context, settings);
        }
      },
      onStopped: (context) => { host?.close(context); },
    });
  },
};

/** @returns `undefined` when nothing is to be opened. */
function settingsOf(element: XmlElement, reading: ConfigurationReading, origin: string): ControlSettings | undefined {
  // A user and a password may begin or end with a blank; logconf sends them as they are.
  const exact = (name: (typeof ATTRIBUTES)[number]): string | undefined => reading.attribute(element, name, origin) || undefined;
  const written = (name: (typeof ATTRIBUTES)[number]): string | undefined => exact(name)?.trim() || undefined;
  const file = (name: "certificate" | "key" | "socket"): string | undefined => {
    const path = written(name);
    // The name of a named pipe is no path of a folder.
    return path === undefined || path.startsWith("\\\\") ? path : reading.resolvePath(path);
  };
  const [port, user, password] = [written("port"), exact("user"), exact("password")];
  const socket = file("socket");
  const report = reading.report(origin, element.position);
  const lacksValue = (name: string, consequence: string): void => {
    report.error(`The attribute "${name}" of <control> holds a variable without a value; ${consequence}.`);
  };
  if (socket !== undefined && WITHOUT_VALUE.test(socket)) {
    lacksValue("socket", "nothing is opened, and logconf cannot reach this process");
    return undefined;
  }
  if (port === undefined && user === undefined && password === undefined) {
    return { socket };
  }
  const number = port === undefined ? DEFAULT_CONTROL_PORT : /^\d{1,5}$/.test(port) ? Number(port) : Number.NaN;
  if (!(number <= LARGEST_PORT)) {
    report.error(`Expected a port from 0 to ${LARGEST_PORT} in <control>, got "${port ?? ""}"; no port is opened.`);
    return { socket };
  }
  if (user === undefined || password === undefined) {
    report.error('A port of <control> needs the attributes "user" and "password"; no port is opened.');
    return { socket };
  }
  const unknown = WITHOUT_VALUE.test(user) ? "user" : WITHOUT_VALUE.test(password) ? "password" : undefined;
  if (unknown !== undefined) {
    lacksValue(unknown, "no port is opened");
    return { socket };
  }
  const tcp: ControlPort = { port: number, host: written("host"), user, password, certificate: file("certificate"), key: file("key") };
  return { socket, tcp };
}
