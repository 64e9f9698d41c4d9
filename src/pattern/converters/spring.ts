import { Level } from "../../core/level.js";
import type { Converter, ConverterEnvironment } from "../converter.js";
import { colored } from "./color.js";

const CODES: ReadonlyMap<string, string> = new Map([
  ["faint", "2"],
  ["black", "30"],
  ["red", "31"],
  ["green", "32"],
  ["yellow", "33"],
  ["blue", "34"],
  ["magenta", "35"],
  ["cyan", "36"],
  ["white", "37"],
  ["bright_black", "90"],
  ["bright_red", "91"],
  ["bright_green", "92"],
  ["bright_yellow", "93"],
  ["bright_blue", "94"],
  ["bright_magenta", "95"],
  ["bright_cyan", "96"],
  ["bright_white", "97"],
]);

/**
 * Spring Boot's `%clr(...)`: its parts in a colour; without one, red for ERROR, yellow for WARN and green otherwise.
 *
 * Options: `faint`, `red`, `green`, `yellow`, `blue`, `magenta`, `cyan`, `bright_red` and so on. Another word means none, as in Spring Boot.
 * The property `spring.output.ansi.enabled` set to `never` switches the colours off; unlike Spring Boot, nobody looks at the terminal.
 *
 * Source: Spring Boot, `org.springframework.boot.logging.logback.ColorConverter`.
 */
export function springColor([name]: readonly string[], environment: ConverterEnvironment): Converter {
  if (environment.property("spring.output.ansi.enabled")?.toLowerCase() === "never") {
    return { kind: "group", transform: (text) => text };
  }
  const code = CODES.get(name?.toLowerCase() ?? "");
  return code === undefined
    ? { kind: "group", transform: (text, { level }) => colored(text, codeOf(level)), dependsOn: ["level"] }
    : { kind: "group", transform: (text) => colored(text, code) };
}

function codeOf({ value }: Level): string {
  return value === Level.ERROR.value ? "31" : value === Level.WARN.value ? "33" : "32";
}
