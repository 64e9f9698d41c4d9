/** What stands behind the last dot of a name: of a class its name without the package. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
