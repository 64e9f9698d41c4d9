/** Longest piece of a name that a message repeats. */
const LONGEST = 100;

/** A name as messages show it: short, whatever the file holds. */
export function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}...` : name;
}

/** The same in double quotes. */
export function quoted(name: string): string {
  return `"${shortened(name)}"`;
}
