import { lstatSync, readlinkSync } from "node:fs";
import path from "node:path";

/** As many as Linux follows. */
const MOST_LINKS = 40;

/**
 * The symbolic links through which a path leads to its file, be they that path itself, what it points to, or folders on the
 * way: their names, by the folder that each stands in.
 *
 * @param file - An absolute path.
 * @returns Empty when there are none. What is missing, or cannot be looked at, ends the way.
 */
export function linksOnTheWay(file: string): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  let [folder, names] = parted(file);
  let followed = 0;
  for (let name = names.shift(); name !== undefined && followed < MOST_LINKS; name = names.shift()) {
    const target = targetOf(path.join(folder, name));
    if (target === undefined) {
      break;
    }
    if (target === "") {
      folder = path.join(folder, name);
    } else {
      links.set(folder, (links.get(folder) ?? new Set()).add(name));
      followed++;
      const [root, more] = parted(path.resolve(folder, target));
      folder = root;
      names = [...more, ...names];
    }
  }
  return links;
}

/** The root of a path, and the names behind it. */
function parted(file: string): [root: string, names: string[]] {
  const { root } = path.parse(file);
  return [root, file.slice(root.length).split(path.sep).filter((name) => name !== "")];
}

/** Where a link points to; empty for what is none, `undefined` for what is not there. */
function targetOf(file: string): string | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? readlinkSync(file) : "";
  } catch {
    return undefined;
  }
}
