import type { Converter } from "../converter.js";

const DEFAULT_PARTS: readonly string[] = ["traceId(32)", "spanId(16)"];
const PART = /^(.+?)\((\d{1,4})\)$/;

/**
 * Spring Boot's `%correlationId`: values of the MDC with the widths they usually have, as `[trace-span] `; as many spaces
 * when none of them is there.
 *
 * Options: `name(width)`, any number; `traceId(32)` and `spanId(16)` unless given. Another form prints an error and is reported.
 *
 * Source: Spring Boot, `org.springframework.boot.logging.CorrelationIdFormatter`.
 */
export function correlationId(options: readonly string[]): Converter {
  const parts = (options.length === 0 ? DEFAULT_PARTS : options).map((option) => {
    const match = PART.exec(option);
    if (match === null) {
      throw new Error(`expected name(width), got "${option}"`);
    }
    return { name: match[1] ?? "", width: Number(match[2]) };
  });
  const blank = `[${parts.map(({ width }) => " ".repeat(width)).join(" ")}] `;
  return {
    kind: "event",
    convert: ({ mdc }) => {
      const isThere = parts.some(({ name }) => (mdc.get(name) ?? "") !== "");
      return isThere ? `[${parts.map(({ name, width }) => (mdc.get(name) ?? "").padEnd(width)).join("-")}] ` : blank;
    },
  };
}
