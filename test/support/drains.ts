import type { Drainable, DrainRegistry } from "../../src/core/lifecycle.js";

/** Remembers who holds data, and drains them when asked, as the end of a process would. */
export class RecordingDrains implements DrainRegistry {
  writeThrough = false;
  readonly holders: Set<Drainable> = new Set();
  holdsCalls = 0;

  holds(holder: Drainable): void {
    this.holdsCalls++;
    this.holders.add(holder);
  }

  released(holder: Drainable): void {
    this.holders.delete(holder);
  }

  drainAll(): void {
    for (const holder of [...this.holders]) {
      holder.drain();
    }
  }
}
