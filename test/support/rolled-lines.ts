import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** How often each line is in the files of a folder, compressed or not. A line that does not end counts with what is missing. */
export function rolledLines(folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(path.join(folder, name));
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
    for (const line of text.split(/(?<=\n)/)) {
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  counts.delete("");
  return counts;
}

/** The numbers of the lines `<name> <number> ...` that are there other than once, or not whole, up to the highest asked for. */
export function wrongNumbers(lines: ReadonlyMap<string, number>, name: string, count: number): number[] {
  const found = new Map<number, number>();
  for (const [line, times] of lines) {
    const [of, number] = line.split(" ");
    if (of === name) {
      found.set(Number(number), (found.get(Number(number)) ?? 0) + (line.endsWith(" amet \n") ? times : 100));
    }
  }
  return Array.from({ length: count }, (_, number) => number).filter((number) => found.get(number) !== 1);
}
