import { neutralise } from "../util/neutralise.js";
import { printValue } from "./printable.js";

/**
 * `INFO` tells what happens, `WARN` that something works in another way than was asked for, `ERROR` that something does not work.
 *
 * @public
 */
export type StatusLevel = "INFO" | "WARN" | "ERROR";

/**
 * A place in a configuration file.
 *
 * @public
 */
export interface SourcePosition {
  /** Path as it was given; a name such as `<text>` where there is no file. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/**
 * One thing the library says about itself.
 *
 * Source: Logback manual, "Configuration", status messages.
 *
 * @public
 */
export interface Status {
  readonly level: StatusLevel;
  /** What was expected, what came, and what happens now. */
  readonly message: string;
  /** Who says it: a component's class or name, or a configuration element's path. */
  readonly origin: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly timestamp: number;
  /** The place in the configuration that it is about, where there is one. */
  readonly position?: SourcePosition;
  /** The error behind it, where there is one. */
  readonly cause?: unknown;
}

/**
 * Hears of every status as it comes.
 *
 * Source: Logback manual, "Configuration", listening to status messages.
 *
 * @public
 */
export interface StatusListener {
  /** Must not throw and must not log; what it throws is ignored. */
  onStatus(status: Status): void;
  /** Called when it is added, with the statuses kept so far. */
  onAdded?(previous: readonly Status[]): void;
}

/**
 * What a status says besides its level and its text.
 *
 * @public
 */
export interface StatusDetails {
  /** Who says it: a component's class or name, or a configuration element's path. */
  readonly origin: string;
  /** The place in the configuration that it is about, where there is one. */
  readonly position?: SourcePosition | undefined;
  /** The error behind it, where there is one. */
  readonly cause?: unknown;
}

/** First and latest statuses that are kept; what lies between is counted only. */
const KEPT_FIRST = 150;
const KEPT_LATEST = 150;
/** What was said once is remembered of so many things: names of appenders may come from data. */
const KEPT_KEYS = 10_000;

/**
 * Collects the statuses of one logger context and hands them to its listeners.
 *
 * The first 150 and the latest 150 are kept, as Logback does, so that a failing appender cannot fill the memory.
 *
 * @public
 */
export class StatusManager {
  readonly #first: Status[] = [];
  readonly #latest: Status[] = [];
  readonly #listeners: StatusListener[] = [];
  readonly #saidOnce = new Set<string>();
  #count = 0;
  #notifying = false;
  #place: SourcePosition | undefined;

  /** All statuses ever added, kept or not. */
  get count(): number {
    return this.#count;
  }

  /** The kept statuses, oldest first. */
  get statuses(): readonly Status[] {
    return [...this.#first, ...this.#latest];
  }

  /** Keeps it and tells the listeners. */
  add(given: Status): void {
    const status = given.position === undefined && this.#place !== undefined ? { ...given, position: this.#place } : given;
    this.#count++;
    if (this.#first.length < KEPT_FIRST) {
      this.#first.push(status);
    } else {
      this.#latest.push(status);
      if (this.#latest.length > KEPT_LATEST) {
        this.#latest.shift();
      }
    }
    this.#notify(status);
  }

  info(message: string, details: StatusDetails): void {
    this.add(newStatus("INFO", message, details));
  }

  warn(message: string, details: StatusDetails): void {
    this.add(newStatus("WARN", message, details));
  }

  error(message: string, details: StatusDetails): void {
    this.add(newStatus("ERROR", message, details));
  }

  /** Adds a status the first time only; `key` tells which one it is. For what would otherwise be said at every event. */
  addOnce(key: string, status: Status): void {
    if (!this.#saidOnce.has(key)) {
      if (this.#saidOnce.size >= KEPT_KEYS) {
        const [oldest = ""] = this.#saidOnce;
        this.#saidOnce.delete(oldest);
      }
      this.#saidOnce.add(key);
      this.add(status);
    }
  }

  /** Runs `act`, and gives what is said meanwhile without a place that one: for what a configuration makes start. @internal */
  at(place: SourcePosition | undefined, act: () => void): void {
    const before = this.#place;
    this.#place = place;
    try {
      act();
    } finally {
      this.#place = before;
    }
  }

  /** Forgets that the status of `key` was said: the trouble is over, and a new one is news. */
  resetOnce(key: string): void {
    this.#saidOnce.delete(key);
  }

  /**
   * Adds a listener; one that is there already is not added again.
   *
   * @param previous - What it is shown; none where another listener has announced them already.
   * @returns Whether it was added.
   */
  addListener(listener: StatusListener, previous: readonly Status[] = this.statuses): boolean {
    if (this.#listeners.includes(listener)) {
      return false;
    }
    this.#listeners.push(listener);
    try {
      listener.onAdded?.(previous);
    } catch {
      // As with `onStatus`: nobody is left to tell.
    }
    return true;
  }

  removeListener(listener: StatusListener): void {
    const index = this.#listeners.indexOf(listener);
    if (index >= 0) {
      this.#listeners.splice(index, 1);
    }
  }

  get listeners(): readonly StatusListener[] {
    return [...this.#listeners];
  }

  /** Forgets every status, also what was said once; the listeners stay. */
  clear(): void {
    this.#first.length = 0;
    this.#latest.length = 0;
    this.#saidOnce.clear();
    this.#count = 0;
  }

  #notify(status: Status): void {
    // A listener that fails may itself add a status; it is kept but not announced, or this would never end.
    if (this.#notifying) {
      return;
    }
    this.#notifying = true;
    try {
      for (const listener of [...this.#listeners]) {
        try {
          listener.onStatus(status);
        } catch {
          // There is nobody left to tell.
        }
      }
    } finally {
      this.#notifying = false;
    }
  }
}

/** A status of now. */
export function newStatus(level: StatusLevel, message: string, { origin, position, cause }: StatusDetails): Status {
  return {
    level,
    message,
    origin,
    timestamp: Date.now(),
    ...(position === undefined ? {} : { position }),
    ...(cause === undefined ? {} : { cause }),
  };
}

const RANK: Readonly<Record<StatusLevel, number>> = { INFO: 0, WARN: 1, ERROR: 2 };

/** Whether `level` is `threshold` or worse. */
export function isAtLeast(level: StatusLevel, threshold: StatusLevel): boolean {
  return RANK[level] >= RANK[threshold];
}

/** The worst level of a list; INFO for an empty one. */
export function worstLevel(statuses: readonly Status[]): StatusLevel {
  return statuses.reduce<StatusLevel>((worst, { level }) => (isAtLeast(level, worst) ? level : worst), "INFO");
}

/**
 * `21:04:12,123 |-WARN in FILE - message (logback.xml:12:7)`, without a line end; the cause follows on a line of its own.
 * What statuses quote from files, names and errors is neutralised.
 */
export function formatStatus(status: Status): string {
  const time = new Date(status.timestamp);
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())},${String(time.getMilliseconds()).padStart(3, "0")}`;
  const place = status.position === undefined ? "" : ` (${formatPosition(status.position)})`;
  const cause = status.cause === undefined ? "" : `\n    ${neutralise(printValue(status.cause))}`;
  return `${clock} |-${status.level} in ${neutralise(`${status.origin} - ${status.message}${place}`)}${cause}`;
}

/** `logback.xml:12:7` */
export function formatPosition({ file, line, column }: SourcePosition): string {
  return `${file}:${String(line)}:${String(column)}`;
}
