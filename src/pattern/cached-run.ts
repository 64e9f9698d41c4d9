import type { ContextView, LoggingEvent } from "../core/logging-event.js";
import type { Level } from "../core/level.js";
import { flat } from "../util/flat-text.js";
import { joinParts } from "./join.js";
import { joinRuns } from "./part-runs.js";
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

/** The text of one logger, level, thread and context, and the time it is good for. */
interface TimedText {
  readonly logger: string;
  readonly level: Level | undefined;
  readonly thread: string;
  readonly context: ContextView | undefined;
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
  const byLogger = new Map<string, TimedText[]>();
  let last = NOTHING_YET;
  const isNow = ({ from, until }: TimedText, { timestamp }: LoggingEvent): boolean => timestamp >= from && timestamp < until;
  const isOf = (known: TimedText, event: LoggingEvent): boolean =>
    (!usesLevel || event.level === known.level) && (!usesThread || event.threadName === known.thread) && (!usesContext || event.context === known.context);
  const add = ({ loggerName, level, threadName, context }: LoggingEvent): TimedText => ({ ...NOTHING_YET, logger: loggerName, level, thread: threadName, context });
  const find = (event: LoggingEvent): string => {
    const found = textFor(event, usesLogger ? event.loggerName : "", byLogger, isOf, add);
    last = found;
    if (isNow(found, event)) {
      return usedAgain(found);
    }
    found.until = Number.NaN;
    found.text = make(event);
    found.isFlat = false;
    found.from = Math.floor(event.timestamp / step) * step;
    found.until = found.from + step;
    return found.text;
  };
  return (event) => (isNow(last, event) && (!usesLogger || event.loggerName === last.logger) && isOf(last, event) ? usedAgain(last) : find(event));
}

/** The text, flat from its second use on: one that is used once is better left as it is. */
function usedAgain(known: TimedText): string {
  if (!known.isFlat) {
    known.text = flat(known.text);
    known.isFlat = true;
  }
  return known.text;
}

const NOTHING_YET: TimedText = { logger: "", level: undefined, thread: "", context: undefined, from: Number.NaN, until: Number.NaN, text: "", isFlat: false };

/** Neighbours without the time become one part. */
function withNamedPartsCached(parts: readonly Part[]): Part[] {
  return joinRuns(parts, {
    belongs: ({ uses }) => (uses & Uses.time) === 0,
    join: (run) => {
      const uses = usesOf(run);
      return uses === 0 ? undefined : { ...(run[0] as Part), text: undefined, convert: cachedByName(run, uses), uses };
    },
  });
}

/** Loggers are as many as a program has; made-up names of bridged events must not fill the memory. */
const MAX_LOGGERS = 1024;
const MAX_TEXTS_PER_LOGGER = 64;

/** The text that is kept for an event's names, added where there is none yet. */
function textFor<Text>(event: LoggingEvent, logger: string, byLogger: Map<string, Text[]>, isOf: (known: Text, event: LoggingEvent) => boolean, add: (event: LoggingEvent) => Text): Text {
  let texts = byLogger.get(logger);
  if (texts === undefined) {
    texts = [];
    if (byLogger.size >= MAX_LOGGERS) {
      byLogger.clear();
    }
    byLogger.set(logger, texts);
  }
  for (const known of texts) {
    if (isOf(known, event)) {
      return known;
    }
  }
  const added = add(event);
  if (texts.length >= MAX_TEXTS_PER_LOGGER) {
    texts.length = 0;
  }
  texts.push(added);
  return added;
}

interface NamedText {
  readonly logger: string;
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
  const isOf = (known: NamedText, event: LoggingEvent): boolean =>
    (!usesLevel || known.level === event.level) &&
    (!usesThread || known.thread === event.threadName) &&
    (!usesContext || known.context === event.context);
  const add = (event: LoggingEvent): NamedText => ({ logger: event.loggerName, level: event.level, thread: event.threadName, context: event.context, text: flat(make(event)) });
  let last: NamedText | undefined;
  const find = (event: LoggingEvent): string => {
    last = textFor(event, usesLogger ? event.loggerName : "", byLogger, isOf, add);
    return last.text;
  };
  return (event) => (last !== undefined && (!usesLogger || event.loggerName === last.logger) && isOf(last, event) ? last.text : find(event));
}
