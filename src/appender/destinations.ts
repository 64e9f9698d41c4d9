import type { ComponentEnvironment } from "../core/component.js";
import type { HostAndPort } from "../sink/destination.js";

/** Logstash's own port for JSON lines, as logstash-logback-encoder has it. */
export const LOGSTASH_PORT = 4560;

/** `host`, `host:port`, `[address]:port`; blanks may stand around the colon. */
const DESTINATION = /^(?:\[([^\]\s]+)\]|([^\s:[\]]+))(?:\s*:\s*(\d{1,5}))?$/;

/**
 * The destinations in the text of `<destination>` elements, which may each have several with commas between them.
 * What is none is reported and left out.
 */
export function readDestinations(texts: readonly string[], environment: ComponentEnvironment): HostAndPort[] {
  const parts = texts.flatMap((text) => text.split(",")).map((text) => text.trim()).filter((text) => text !== "");
  return parts.flatMap((part) => {
    const [, address, name, digits] = DESTINATION.exec(part) ?? [];
    const host = address ?? name;
    const port = digits === undefined ? LOGSTASH_PORT : Number(digits);
    if (host === undefined || !isPort(port)) {
      environment.reportOn("destination").error(`Expected a destination such as "logs.example.org:4560", got "${part}"; it is left out.`);
      return [];
    }
    return [{ host, port }];
  });
}

/** From 1 to 65535. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}
