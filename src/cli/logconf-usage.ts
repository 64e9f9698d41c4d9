import { CATEGORIES } from "../core/category.js";
import { OPTIONS, type LogconfOption } from "./logconf-options.js";

const WIDTH = 120;
const COLUMN = 52;

/** As the original lists them. */
export const LEVEL_NAMES = "{OFF, ERROR, WARN, INFO, DEBUG, TRACE, ALL}";
export const CATEGORY_NAMES: string = `{${CATEGORIES.join(", ")}}`;

/** What `logconf --help` prints: at most 120 characters a line. */
export function logconfUsage(): string {
  const options = Object.values(OPTIONS).flatMap(optionLines);
  return `usage: logconf [-a | -d] [-c <contextid> [-u <userid>] | -s <sessionid>] [-l <logger>=<level> ...] [--ttl <duration>]
       logconf -oec <category>,... [--ttl <duration>]
       logconf [-cf] | [-lf] | [-ll [<logger> ...] | [dynamic]] | [-le] | [-la] | [-h]
       each with [--pid <id> | --socket <path> | [-H <host>] [-p <port>] -U <user> -P <password> [--tls [--ca <file>]]]
${options.map((line) => `${line}\n`).join("")}
The flags -a and -d are mutually exclusive.
Valid log levels: ${LEVEL_NAMES}
${wrapped(`Valid categories: ${CATEGORY_NAMES}`, WIDTH).join("\n")}
`;
}

function optionLines({ short, long, argument, meaning }: LogconfOption): string[] {
  const head = ` ${short === undefined ? "" : `-${short},`}--${long}${argument === undefined ? "" : ` <${argument}>`}`;
  const lines = wrapped(meaning, WIDTH - COLUMN);
  const first = head.length < COLUMN ? [`${head.padEnd(COLUMN)}${lines[0] ?? ""}`] : [head, `${" ".repeat(COLUMN)}${lines[0] ?? ""}`];
  return [...first, ...lines.slice(1).map((line) => `${" ".repeat(COLUMN)}${line}`)];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line += line === "" ? word : ` ${word}`;
  }
  return [...lines, line];
}
