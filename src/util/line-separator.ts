import { EOL } from "node:os";

/**
 * The line end that a word stands for: `SYSTEM`, `UNIX` or `WINDOWS`, in any letter case. Any other text stands for itself.
 *
 * Source: logstash-logback-encoder, `net.logstash.logback.encoder.SeparatorParser`.
 */
export function lineSeparatorNamed(text: string): string {
  switch (text.toUpperCase()) {
    case "SYSTEM":
      return EOL;
    case "UNIX":
      return "\n";
    case "WINDOWS":
      return "\r\n";
    default:
      return text;
  }
}
