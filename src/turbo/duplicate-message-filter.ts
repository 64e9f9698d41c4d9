import { defineComponent, integerProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { FilterReply, TurboFilter } from "../core/filter.js";
import type { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { Marker } from "../core/marker.js";

const DEFAULT_ALLOWED_REPETITIONS = 5;
const DEFAULT_CACHE_SIZE = 100;

/**
 * What a {@link DuplicateMessageFilter} allows and remembers.
 *
 * @public
 */
export interface DuplicateMessageFilterOptions {
  /** How often a message may come again; 5 unless given. */
  readonly allowedRepetitions?: number;
  /** Messages whose repetitions are counted, the latest ones; 100 unless given. */
  readonly cacheSize?: number;
}

/**
 * Denies messages that came too often. Messages are told apart as they are written, placeholders included, whatever
 * their arguments, logger and level; every call counts, also one whose level is disabled.
 *
 * Source: Logback manual, "Filters", DuplicateMessageFilter; `ch.qos.logback.classic.turbo.LRUMessageCache`.
 *
 * @public
 */
export class DuplicateMessageFilter implements TurboFilter {
  readonly allowedRepetitions: number;
  readonly cacheSize: number;
  /** Repetitions by message, the one that was longest not logged first. */
  readonly #repetitions = new Map<string, number>();

  /** @throws RangeError for a cache without room. */
  constructor({ allowedRepetitions = DEFAULT_ALLOWED_REPETITIONS, cacheSize = DEFAULT_CACHE_SIZE }: DuplicateMessageFilterOptions = {}) {
    if (!(cacheSize >= 1)) {
      throw new RangeError(`DuplicateMessageFilter: expected a cacheSize of 1 or more, got ${cacheSize}.`);
    }
    this.allowedRepetitions = allowedRepetitions;
    this.cacheSize = cacheSize;
  }

  decide(_marker: Marker | undefined, _logger: Logger, _level: Level, message: string | undefined): FilterReply {
    const repetitions = message === undefined ? 0 : this.#count(message);
    return repetitions <= this.allowedRepetitions ? "NEUTRAL" : "DENY";
  }

  #count(message: string): number {
    const counts = this.#repetitions;
    const before = counts.get(message);
    const repetitions = before === undefined ? 0 : before + 1;
    counts.delete(message);
    counts.set(message, repetitions);
    if (counts.size > this.cacheSize) {
      const [oldest] = counts.keys();
      counts.delete(oldest as string);
    }
    return repetitions;
  }
}

/**
 * `<turboFilter class="ch.qos.logback.classic.turbo.DuplicateMessageFilter">`
 *
 * - `<AllowedRepetitions>`: how often a message may come again; 5 unless given.
 * - `<CacheSize>`: messages whose repetitions are counted; 100 unless given.
 *
 * Status WARN for what is no whole number: the default is used.
 * Status ERROR for a cache size below 1, at which Logback throws: the filter is left out.
 */
export const duplicateMessageFilter: ComponentDefinition<TurboFilter> = defineComponent({
  kind: "turboFilter",
  classNames: ["ch.qos.logback.classic.turbo.DuplicateMessageFilter"],
  properties: {
    name: stringProperty(),
    allowedRepetitions: integerProperty(DEFAULT_ALLOWED_REPETITIONS),
    cacheSize: integerProperty(DEFAULT_CACHE_SIZE),
  },
  create: ({ allowedRepetitions, cacheSize }) => new DuplicateMessageFilter({ allowedRepetitions, cacheSize }),
});
