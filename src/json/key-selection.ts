/** Which keys are written, and under which names. */
export interface KeySelection {
  /** The only keys that are written; all when it is empty. */
  readonly included?: ReadonlySet<string>;
  readonly excluded?: ReadonlySet<string>;
  /** Other names for keys. */
  readonly renamed?: ReadonlyMap<string, string>;
}

/** The name under which a key is written; `undefined` for one that is not. */
export function nameGiver({ included, excluded, renamed }: KeySelection): (key: string) => string | undefined {
  return (key) => {
    const isWritten = (included === undefined || included.size === 0 || included.has(key)) && excluded?.has(key) !== true;
    return isWritten ? (renamed?.get(key) ?? key) : undefined;
  };
}
