import { isDecisive, type FilterReply, type TurboFilter } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { Marker } from "../core/marker.js";
import { MdcMap } from "../core/mdc.js";

/** What is looked up of one filter. */
export interface MdcMatch {
  readonly key: string | undefined;
  readonly value: string | undefined;
  readonly onMatch: FilterReply;
}

/** What the filter at a position replies. */
interface Entry {
  readonly position: number;
  readonly reply: FilterReply;
}

/** Values of one key, with the first filter that settles what to do with each. */
interface KeyEntries {
  readonly key: string;
  readonly byValue: Map<string, Entry>;
}

/**
 * Replies as any number of `MDCFilter`s do that say nothing where they do not match: the first whose key has its
 * value decides. One look-up a key, however many values are waited for; none at all where the MDC is empty.
 */
export class MdcLookUp implements TurboFilter {
  readonly ignoresCall = true;
  readonly #keys: readonly KeyEntries[];

  constructor(filters: readonly MdcMatch[]) {
    const keys = new Map<string, KeyEntries>();
    filters.forEach(({ key, value, onMatch }, position) => {
      if (key === undefined || value === undefined || !isDecisive(onMatch)) {
        return;
      }
      const entries = keys.get(key) ?? { key, byValue: new Map<string, Entry>() };
      keys.set(key, entries);
      if (!entries.byValue.has(value)) {
        entries.byValue.set(value, { position, reply: onMatch });
      }
    });
    this.#keys = [...keys.values()];
  }

  decide(_marker: Marker | undefined, logger: Logger, _level: Level): FilterReply {
    const { current } = logger.context.mdc;
    if (current === MdcMap.EMPTY) {
      return "NEUTRAL";
    }
    let first: Entry | undefined;
    const keys = this.#keys;
    // By index and without taking entries apart: this runs in every log call, also in those that are not wanted.
    for (let index = 0; index < keys.length; index++) {
      const entries = keys[index] as KeyEntries;
      const value = current.get(entries.key);
      const entry = value === undefined ? undefined : entries.byValue.get(value);
      if (entry !== undefined && (first === undefined || entry.position < first.position)) {
        first = entry;
      }
    }
    return first === undefined ? "NEUTRAL" : first.reply;
  }
}
