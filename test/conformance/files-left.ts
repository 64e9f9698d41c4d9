import { lstatSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { bytesOf, type ConfigInput } from "./configured-case.js";

const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** The files of a folder as the corpus writes them, by path; `logback.xml` is not among them. */
export function filesLeft(folder: string, { files = {} }: ConfigInput): Record<string, unknown> {
  return Object.fromEntries(
    pathsBelow(folder)
      .filter((name) => name !== "logback.xml")
      .map((name) => {
        const bytes = readFileSync(path.join(folder, name));
        const given = files[name];
        return [name, given !== undefined && bytesOf(given).equals(bytes) ? { unchanged: true } : contentOf(name, bytes)];
      }),
  );
}

/**
 * Gives the files that were written the time of the case, as its oracle did. It took those for written that were new or
 * had another size, so a file of the same size as the one that was there before keeps the time of the computer.
 */
export class FileTimes {
  readonly #folder: string;
  #sizes: ReadonlyMap<string, number>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#sizes = this.#look();
  }

  /** @param epochMs - Milliseconds since 1970. */
  force(epochMs: number): void {
    const sizes = this.#look();
    for (const [name, size] of sizes) {
      if (this.#sizes.get(name) !== size) {
        utimesSync(path.join(this.#folder, name), epochMs / 1000, epochMs / 1000);
      }
    }
    this.#sizes = sizes;
  }

  #look(): ReadonlyMap<string, number> {
    return new Map(pathsBelow(this.#folder).map((name) => [name, lstatSync(path.join(this.#folder, name)).size]));
  }
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

function contentOf(name: string, bytes: Buffer): unknown {
  try {
    if (name.endsWith(".gz")) {
      return { gunzip: gunzipSync(bytes).toString("utf8") };
    }
    if (name.endsWith(".zip")) {
      return { unzip: unzip(bytes) };
    }
  } catch {
    // It only has the name of an archive.
  }
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : { base64: bytes.toString("base64") };
}

/** The entries of a zip archive: name to text. */
function unzip(bytes: Buffer): Record<string, string> {
  const end = bytes.lastIndexOf(Buffer.from(new Uint32Array([END_OF_CENTRAL_DIRECTORY]).buffer));
  const entries: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const header = bytes.readUInt32LE(at + 42);
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    const content = bytes.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed;
    entries[bytes.toString("utf8", at + 46, at + 46 + nameLength)] = content.toString("utf8");
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
