import { lstatSync, readdirSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { FileNamePattern } from "./file-name-pattern.js";

/** A name an archive may have, and the one it has until it is compressed; the same where nothing is compressed. */
export interface ArchiveName {
  readonly index: number;
  readonly plain: string;
  readonly final: string;
}

/** The archives of a pattern, as they lie on the disk. All paths are absolute. */
export class ArchiveNames {
  readonly pattern: FileNamePattern;
  readonly #plain: FileNamePattern;
  readonly #folder: string;

  /** @param folder - Below it lie the names of a pattern that is relative. */
  constructor(pattern: FileNamePattern, folder: string) {
    this.pattern = pattern;
    this.#plain = pattern.withCompression(undefined);
    this.#folder = folder;
  }

  /** @param time - Any instant of the period; ignored by a pattern without a date. */
  of(time: number, index: number): ArchiveName {
    return { index, plain: resolve(this.#folder, this.#plain.format(time, index)), final: resolve(this.#folder, this.pattern.format(time, index)) };
  }

  /** Whether the pattern could give an archive this path, compressed or not yet. */
  matches(path: string, near: number): boolean {
    return this.#spellings(path).some((name) => this.pattern.parse(name, near) !== undefined || this.#plain.parse(name, near) !== undefined);
  }

  /** The first name from an index on that nothing has on the disk. */
  firstFree(time: number, from: number): ArchiveName {
    let name = this.of(time, from);
    while (exists(name.plain) || exists(name.final)) {
      name = this.of(time, name.index + 1);
    }
    return name;
  }

  /** The highest indexes of a period on the disk; -1 where there are none. `plain` is those that are not compressed. */
  highest(time: number): { readonly plain: number; readonly final: number } {
    let plain = -1;
    let final = -1;
    const folder = dirname(this.of(time, 0).plain);
    for (const entry of listed(folder)) {
      const path = resolve(folder, entry);
      for (const name of this.#spellings(path)) {
        const index = this.#plain.indexAt(name, time) ?? this.pattern.indexAt(name, time);
        if (index !== undefined) {
          const candidate = this.of(time, index);
          plain = candidate.plain === path ? Math.max(plain, index) : plain;
          final = candidate.final === path ? Math.max(final, index) : final;
        }
      }
    }
    return { plain, final };
  }

  /** A path as the pattern would print it: absolute, or relative to the folder in one of the ways to write that. */
  #spellings(path: string): readonly string[] {
    const fromFolder = relative(this.#folder, path).split(sep).join("/");
    return [path.split(sep).join("/"), fromFolder, `./${fromFolder}`];
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // It is not there, or not a folder: nothing has been archived.
    return [];
  }
}
