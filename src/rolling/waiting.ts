/** Others notice within a second that a file was renamed, and go on in the next. */
const OTHERS_NEED_MS = 2_000;

/** When a file that rolled may be compressed, and with that removed: not while somebody else may still write to it. */
export function waiting(isShared: boolean): { readonly notBefore?: number } {
  return isShared ? { notBefore: performance.now() + OTHERS_NEED_MS } : {};
}
