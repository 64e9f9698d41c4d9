import type { Converter, ConverterEnvironment } from "../converter.js";

/** `%cn`, `%contextName`: name of the logger context. Source: Logback manual, "Layouts", conversion word `contextName`. */
export function contextName(_options: readonly string[], { hasFormat }: ConverterEnvironment): Converter {
  const missing = hasFormat ? "" : "null";
  return { kind: "event", convert: ({ context }) => (context.name === "" ? missing : context.name), label: "contextName" };
}
