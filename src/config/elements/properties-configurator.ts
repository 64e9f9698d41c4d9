import { loggerDraft } from "../draft.js";
import type { ElementHandler } from "../element-handler.js";
import { parseProperties, PropertiesError } from "../properties-file.js";
import { readRegularFile } from "../read-regular-file.js";
import { namedSource, SOURCE_ATTRIBUTES } from "../resource-attributes.js";
import { readLevel } from "./level-and-references.js";

const ROOT_KEY = "logback.root";
const LOGGER_PREFIX = "logback.logger.";

/**
 * `<propertiesConfigurator file="levels.properties"/>`: levels from a properties file with lines such as
 * `logback.root=INFO` and `logback.logger.com.acme=DEBUG`. A level in `<logger>` or `<root>` wins.
 *
 * - `file` or `resource`; `optional` says nothing of a missing one. `url` is refused.
 * - `scan`: taken; the file is looked at whenever the configuration is.
 *
 * Variables in the values are replaced; other lines of the file are variables for them. WARN for a missing file and for a
 * word that is no level, ERROR for a file that cannot be read.
 *
 * Source: Logback 1.6, `ch.qos.logback.classic.joran.PropertiesConfigurator`.
 */
export const propertiesConfiguratorElement: ElementHandler = {
  names: ["propertiesConfigurator"],
  attributes: [...SOURCE_ATTRIBUTES, "scan"],
  read: (element, reading, origin) => {
    const source = namedSource(element, reading, origin);
    if (source === undefined) {
      return;
    }
    const { name, path, isOptional } = source;
    const report = reading.report(origin, element.position);
    const file = path === undefined ? undefined : readRegularFile(path);
    if (file !== undefined && "refusal" in file) {
      report.error(`Could not read properties file [${name}]: ${file.refusal}.`);
      return;
    }
    if (path !== undefined) {
      reading.addFile(path, file?.content);
    }
    if (file === undefined) {
      if (!isOptional) {
        report.warn(`Could not find the file or resource [${name}].`);
      }
      return;
    }
    let properties: ReadonlyMap<string, string>;
    try {
      properties = parseProperties(Buffer.from(file.content).toString("latin1"));
    } catch (cause) {
      if (!(cause instanceof PropertiesError)) {
        throw cause;
      }
      report.error(`Could not read properties file [${name}]. ${cause.message}`);
      return;
    }
    const variables = [...properties].filter(([key]) => !key.startsWith("logback")).reduce((scope, [key, value]) => scope.with(key, value, "local"), reading.scope);
    for (const [key, text] of properties) {
      const loggerName = key === ROOT_KEY ? "ROOT" : key.startsWith(LOGGER_PREFIX) ? key.slice(LOGGER_PREFIX.length) : "";
      if (loggerName !== "") {
        const value = reading.substitute(text, origin, element.position, variables);
        readLevel(loggerName, loggerDraft(reading.draft, loggerName), value, reading, origin, element.position);
      }
    }
  },
};
