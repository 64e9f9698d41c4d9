const SECRET = /pass(?:word|wd|phrase)|secret|token|credential|api[-_.]?key|private[-_.]?key/i;

/** What is shown in place of a secret. */
export const HIDDEN = "(not shown)";

/** Whether what has such a name is better not shown. */
export function isSecret(name: string): boolean {
  return SECRET.test(name);
}
