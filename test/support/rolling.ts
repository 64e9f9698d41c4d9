import type { Report } from "../../src/core/component.js";
import { FileNamePattern } from "../../src/rolling/file-name-pattern.js";

/** Collects statuses as `LEVEL message`. */
export function collectedReport(said: string[]): Report {
  return {
    info: (message) => said.push(`INFO ${message}`),
    warn: (message) => said.push(`WARN ${message}`),
    error: (message, cause) => said.push(`ERROR ${message}${cause instanceof Error ? ` ${String(cause)}` : ""}`),
  };
}

/** A pattern that has no mistakes. */
export function patternOf(text: string): FileNamePattern {
  const said: string[] = [];
  const pattern = FileNamePattern.parse(text, collectedReport(said));
  if (pattern === undefined || said.length > 0) {
    throw new Error(`"${text}" has mistakes: ${said.join(" ")}`);
  }
  return pattern;
}
