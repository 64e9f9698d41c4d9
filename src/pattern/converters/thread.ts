import type { Converter } from "../converter.js";

/** `%t`, `%thread`: name of the thread. Source: Logback manual, "Layouts", conversion word `thread`. */
export function thread(): Converter {
  return { kind: "event", convert: (event) => event.threadName, dependsOn: ["thread"], label: "thread" };
}
