import type { Part } from "./part.js";

/** Which neighbours become one part, and how. */
export interface RunRule {
  /** Whether a part may stand in a run. */
  readonly belongs: (part: Part) => boolean;
  /** The part that takes the place of a run; `undefined` leaves its parts as they are. */
  readonly join: (run: readonly Part[]) => Part | undefined;
}

/** The parts in their order, each run of neighbours that belong together joined. */
export function joinRuns(parts: readonly Part[], { belongs, join }: RunRule): Part[] {
  const result: Part[] = [];
  let run: Part[] = [];
  const close = (): void => {
    const joined = run.length === 0 ? undefined : join(run);
    result.push(...(joined === undefined ? run : [joined]));
    run = [];
  };
  for (const part of parts) {
    if (belongs(part)) {
      run.push(part);
    } else {
      close();
      result.push(part);
    }
  }
  close();
  return result;
}
