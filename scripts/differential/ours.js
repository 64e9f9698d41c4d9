import { conversionWords } from "../../temp/internals/builtins.js";
import { Level } from "../../temp/internals/core/level.js";
import { LoggingEvent } from "../../temp/internals/core/logging-event.js";
import { Marker } from "../../temp/internals/core/marker.js";
import { compilePattern } from "../../temp/internals/pattern/compiler.js";
import { wordMap } from "../../temp/internals/pattern/word-map.js";
import { frameText } from "./events.js";

/** Logback 1.2 does not know them, and `%lsn` counts from the time at which it is started. */
const LEFT_OUT = new Set(["ep", "epoch", "kvp", "lsn", "maskedKvp", "micros", "ms", "prefix", "sequenceNumber", "sn"]);
const WORDS = new Map([...wordMap(conversionWords)].filter(([word]) => !LEFT_OUT.has(word)));

/** An event of `events.js` as this library has it. */
export function ourEvent(event) {
  return LoggingEvent.of({
    loggerName: event.logger,
    level: Level.toLevel(event.level),
    message: event.message,
    args: event.args,
    timestamp: event.timestamp,
    threadName: event.thread,
    mdc: event.mdc,
    markers: event.markers.length === 0 ? [] : [markerOf(event.markers)],
    callerFrames: event.caller.map(frameText),
    context: { name: event.contextName ?? "", birthTime: event.birthTime, properties: new Map(Object.entries(event.properties)) },
    ...(event.throwable === undefined ? {} : { throwableInit: throwableOf(event.throwable) }),
  });
}

function markerOf([name, ...references]) {
  const marker = new Marker(name);
  for (const reference of references) {
    marker.add(new Marker(reference));
  }
  return marker;
}

function throwableOf({ type, message, frames, cause, suppressed }) {
  return {
    class: type,
    message,
    frames: frames.map(frameText),
    ...(cause === undefined ? {} : { cause: throwableOf(cause) }),
    suppressed: suppressed.map(throwableOf),
  };
}

/** The same shape as the oracle's answers, and the problems that were reported. */
export function ourAnswer(pattern, events) {
  const problems = [];
  const { convert, started } = compilePattern(pattern, { words: WORDS, report: (problem) => problems.push(problem) });
  if (!started) {
    return { state: "stopped", problems };
  }
  return { state: "started", texts: events.map((event) => ({ text: convert(event) })), problems };
}
