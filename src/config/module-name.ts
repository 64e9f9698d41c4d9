import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Folders that say where code is kept and not what it is. */
const LEADING_FOLDERS: ReadonlySet<string> = new Set(["src", "dist", "lib", "build"]);

/**
 * The logger name of a module: its package's name and its path below the package, with dots, without the extension
 * and without a leading `src`, `dist`, `lib` or `build`. The scope `@acme/orders` becomes `acme.orders`.
 *
 * Bundled code sees the path of the bundle: loggers are better named by hand there.
 *
 * @param url - `import.meta.url`.
 */
export function moduleName(url: string): string {
  const file = url.startsWith("file:") ? fileURLToPath(url) : url;
  const folder = packageFolder(path.dirname(file));
  const relative = path.relative(folder ?? path.dirname(file), file).replace(/\.[^./\\]+$/, "");
  const steps = relative.split(/[/\\]/);
  const inside = steps.length > 1 && LEADING_FOLDERS.has(steps[0] ?? "") ? steps.slice(1) : steps;
  const packageName = folder === undefined ? undefined : nameIn(path.join(folder, "package.json"));
  const parts = packageName === undefined ? inside : [packageName.replace(/^@/, "").replaceAll("/", "."), ...inside];
  return parts.join(".");
}

function packageFolder(from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, "package.json"))) {
      return folder;
    }
    if (folder === path.dirname(folder)) {
      return undefined;
    }
  }
}

function nameIn(packageFile: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(packageFile, "utf8")) as { name?: unknown };
    return typeof name === "string" && name !== "" ? name : undefined;
  } catch {
    return undefined;
  }
}
