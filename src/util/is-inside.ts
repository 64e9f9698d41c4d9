import path from "node:path";

/** Whether a path is that of a folder or of something in it. Looks at the names only: symbolic links are followed by the caller. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
