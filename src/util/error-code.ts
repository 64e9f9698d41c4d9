/**
 * The code of something thrown, such as `ENOENT` of a system's error; `undefined` for what has none.
 *
 * Not by `instanceof Error`: where a program runs in a context of `node:vm`, as under Jest, the errors of Node.js are none of its own.
 */
export function errorCode(thrown: unknown): string | undefined {
  const code: unknown = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? code : undefined;
}
