import type { ElementHandler } from "../element-handler.js";

/** Elements that Logback has no more or that only mean something to a JVM, and what to do instead. */
const ADVICE: ReadonlyMap<string, { readonly level: "info" | "warn" | "error"; readonly text: string }> = new Map([
  ["jmxConfigurator", { level: "warn", text: "was removed from Logback, and there is no JMX here. Write <control/> and change levels with logconf, or edit this file with scan=\"true\"." }],
  ["receiver", { level: "error", text: "was removed from Logback: it read serialised Java objects. Send events as JSON lines instead." }],
  ["contextProperty", { level: "error", text: "was removed from Logback. Use <property scope=\"context\"> instead." }],
  ["insertFromJNDI", { level: "error", text: "asks a JNDI directory, which only a JVM has. Use <property> with an environment variable instead." }],
  ["consolePlugin", { level: "warn", text: "belonged to a plugin of the Eclipse workbench. Delete it." }],
  ["serializeModel", { level: "error", text: "writes a file for the JVM only. Delete it." }],
  ["newRule", { level: "error", text: "names a Java class that extends the configuration language. Register components in code instead." }],
  ["param", { level: "warn", text: "is from before Logback 1.0. Write the parameter as an element of its own name." }],
  ["category", { level: "warn", text: "is from log4j. Use <logger> instead." }],
]);

/** Open-Xchange's way to have `<customField>` understood, which is understood here without it. */
const CUSTOM_FIELDS_ACTION = /^com\.openexchange\.logback\.extensions\..*CustomFields?Actions?$/;

/** Answers the elements that do nothing here with a status of their own, because old files are everywhere. */
export const removedElements: readonly ElementHandler[] = [...ADVICE].map(([name, { level, text }]) => ({
  names: [name],
  attributes: "any",
  read: (element, reading, origin) => {
    const report = reading.report(origin, element.position);
    const action = element.attributes.find((attribute) => attribute.name === "actionClass")?.value ?? "";
    if (name === "newRule" && CUSTOM_FIELDS_ACTION.test(action)) {
      report.info("<customField> is understood without this <newRule>.");
    } else {
      report[level](`<${element.name}> ${text} It is ignored.`);
    }
  },
}));
