import { realpathSync } from "node:fs";
import path from "node:path";
import { isInside } from "../util/is-inside.js";
import { findAttribute } from "./reading.js";
import type { TextPosition } from "./text-position.js";
import type { XmlElement } from "./xml/parse.js";

/** Elements that name files. */
const PATH_ELEMENTS: ReadonlySet<string> = new Set(["file", "filenamepattern"]);

interface PathText {
  /** Of the element. */
  readonly name: string;
  readonly text: string;
  readonly position: TextPosition;
}

/** How the texts of one build read, variables replaced. */
export interface SiftedTexts {
  /** With the value. */
  readonly withValue: (text: string) => string;
  /** With {@link SiftedPaths.MARK} in the value's place. */
  readonly withMark: (text: string) => string;
  readonly resolvePath: (file: string) => string;
}

/** The file names of an appender that is built anew for each value of a key. */
export class SiftedPaths {
  /** Stands for the value; no text of a configuration holds it. */
  static readonly MARK = "\0";
  readonly #paths: readonly PathText[];
  readonly #key: string;

  constructor(appender: XmlElement, key: string) {
    this.#paths = pathsIn(appender);
    this.#key = key;
  }

  /** The names that do not mention the key themselves. */
  get withoutKey(): readonly PathText[] {
    return this.#paths.filter(({ text }) => !text.includes(`\${${this.#key}}`) && !text.includes(`\${${this.#key}:-`));
  }

  /**
   * The path whose folder is not inside the folder that the configuration names before the value, symbolic links
   * followed; `undefined` when all is well. The value itself cannot lead anywhere, but a link of its name can.
   */
  leadingOut({ withValue, withMark, resolvePath }: SiftedTexts): string | undefined {
    for (const { text } of this.#paths) {
      const marked = withMark(text);
      const start = marked.indexOf(SiftedPaths.MARK);
      if (start >= 0) {
        const allowed = realPath(path.dirname(resolvePath(`${marked.slice(0, start)}x`)));
        // What stands behind a conversion word is not known yet.
        const file = resolvePath(`${withValue(text).split("%")[0] ?? ""}x`);
        if (!isInside(realPath(path.dirname(file)), allowed)) {
          return file.slice(0, -1);
        }
      }
    }
    return undefined;
  }
}

function pathsIn({ children }: XmlElement): PathText[] {
  return children.flatMap((child) => {
    // `<param name="file" value="..."/>`, as in very old configurations, is `<file>...</file>`.
    const value = child.name.toLowerCase() === "param" ? findAttribute(child, "value") : undefined;
    const name = value === undefined ? child.name : (findAttribute(child, "name")?.value ?? "");
    const position = value?.position ?? child.textPosition ?? child.position;
    return [...(PATH_ELEMENTS.has(name.toLowerCase()) ? [{ name, text: (value?.value ?? child.text).trim(), position }] : []), ...pathsIn(child)];
  });
}

/** Where a folder really is, or will be once it is made. */
function realPath(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const parent = path.dirname(folder);
    return parent === folder ? folder : path.join(realPath(parent), path.basename(folder));
  }
}
