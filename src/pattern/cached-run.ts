import type { ContextView, LoggingEvent } from "../core/logging-event.js";
import type { Level } from "../core/level.js";
import { flat } from "../util/flat-text.js";
import { joinParts } from "./join.js";
import { type Part, Uses, usesOf } from "./part.js";

/**
 * One function for parts of which nothing depends on more than time, context, logger, level and thread.
 *
 * Events come in bursts of the same millisecond, logger and level: their text is compared for and taken, not made.
 * Where only the time moved on, only the parts with the time are made again.
 */
export function cachedRun(parts: readonly Part[]): (event: LoggingEvent) => string {
  const uses = usesOf(parts);
  return (uses & Uses.time) === 0 ? cachedByName(parts, uses) : cachedByTime(parts, uses);
}

/** The text of one logger, and what it is good for. */
interface TimedText {
  logger: string;
  level: Level | undefined;
  thread: string;
  context: ContextView | undefined;
  from: number;
  until: number;
  text: string;
  isFlat: boolean;
}

function cachedByTime(parts: readonly Part[], uses: number): (event: LoggingEvent) => string {
  const make = joinParts(withNamedPartsCached(parts));
  const step = Math.min(...parts.map(({ timeStepMs }) => timeStepMs));
  const usesContext = (uses & Uses.context) !== 0;
  const usesLogger = (uses & Uses.logger) !== 0;
  const usesLevel = (uses & Uses.level) !== 0;
  const usesThread = (uses & Uses.thread) !== 0;
  const byLogger = new Map<string, TimedText>();
  let last = noTextYet("");
  const isFor = (known: TimedText, event: LoggingEvent): boolean =>
    event.timestamp >= known.from &&
    event.timestamp < known.until &&
    (!usesLevel || event.level === known.level) &&
    (!usesLogger || event.loggerName === known.logger) &&
    (!usesThread || event.threadName === known.thread) &&
    (!usesContext || event.context === known.context);
  const find = (event: LoggingEvent): string => {
    const name = usesLogger ? event.loggerName : "";
    let found = byLogger.get(name);
    if (found === undefined) {
      found = noTextYet(name);
      if (byLogger.size >= MAX_LOGGERS) {
        byLogger.clear();
      }
      byLogger.set(name, found);
    }
    if (!isFor(found, event)) {
      found.until = Number.NaN;
      found.text = make(event);
      found.isFlat = false;
      found.level = event.level;
      found.thread = event.threadName;
      found.context = event.context;
      found.from = Math.floor(event.timestamp / step) * step;
      found.until = found.from + step;
    }
    last = found;
    return found.text;
  };
  return (event) => {
    if (!isFor(last, event)) {
      return find(event);
    }
    // One that is used once is better left as it is.
    if (!last.isFlat) {
      last.text = flat(last.text);
      last.isFlat = true;
    }
    return last.text;
  };
}

function noTextYet(logger: string): TimedText {
  return { logger, level: undefined, thread: "", context: undefined, from: Number.NaN, until: Number.NaN, text: "", isFlat: false };
}

/** Neighbours without the time become one part. */
function withNamedPartsCached(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let run: Part[] = [];
  const close = (): void => {
    const uses = usesOf(run);
    if (uses === 0) {
      result.push(...run);
    } else {
      result.push({ ...(run[0] as Part), text: undefined, convert: cachedByName(run, uses), uses });
    }
    run = [];
  };
  for (const part of parts) {
    if ((part.uses & Uses.time) === 0) {
      run.push(part);
    } else {
      close();
      result.push(part);
    }
  }
  close();
  return result;
}

/** Loggers are as many as a program has; made-up names of bridged events must not fill the memory. */
const MAX_LOGGERS = 1024;
const MAX_TEXTS_PER_LOGGER = 64;

interface NamedText {
  readonly level: Level;
  readonly thread: string;
  readonly context: ContextView;
  readonly text: string;
}

function cachedByName(parts: readonly Part[], uses: number): (event: LoggingEvent) => string {
  const make = joinParts(parts);
  const usesLogger = (uses & Uses.logger) !== 0;
  const usesLevel = (uses & Uses.level) !== 0;
  const usesThread = (uses & Uses.thread) !== 0;
  const usesContext = (uses & Uses.context) !== 0;
  const byLogger = new Map<string, NamedText[]>();
  const isFor = (known: NamedText, event: LoggingEvent): boolean =>
    (!usesLevel || known.level === event.level) &&
    (!usesThread || known.thread === event.threadName) &&
    (!usesContext || known.context === event.context);
  let lastLogger: string | undefined;
  let last: NamedText | undefined;
  const find = (event: LoggingEvent): string => {
    const name = usesLogger ? event.loggerName : "";
    let texts = byLogger.get(name);
    if (texts === undefined) {
      texts = [];
      if (byLogger.size >= MAX_LOGGERS) {
        byLogger.clear();
      }
      byLogger.set(name, texts);
    }
    last = undefined;
    for (const known of texts) {
      if (isFor(known, event)) {
        last = known;
        break;
      }
    }
    if (last === undefined) {
      last = { level: event.level, thread: event.threadName, context: event.context, text: flat(make(event)) };
      if (texts.length >= MAX_TEXTS_PER_LOGGER) {
        texts.length = 0;
      }
      texts.push(last);
    }
    lastLogger = name;
    return last.text;
  };
  return (event) => (last !== undefined && (!usesLogger || event.loggerName === lastLogger) && isFor(last, event) ? last.text : find(event));
}
