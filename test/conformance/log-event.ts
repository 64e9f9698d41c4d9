import { Level } from "../../src/core/level.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { Logger } from "../../src/core/logger.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import type { MdcMap } from "../../src/core/mdc.js";
import { argumentOf, markerOf, type EventInput } from "./answer-pattern.js";

/** An event as a case of kind `run` logs it. */
export type RunEvent = EventInput;

/** Logs an event of the corpus through the ordinary calls, on the thread and with the MDC that it names. */
export function logEvent(context: LoggerContext, event: RunEvent): void {
  const { level: levelName = "INFO", logger: loggerName = "com.example.Main", mdc = {}, message = null, markers = [], keyValuePairs = [] } = event;
  become(context, event.thread ?? "main", mdc);
  const logger = context.getLogger(loggerName);
  lookUpLate(logger);
  const level = Level.toLevel(levelName);
  const args = (event.args ?? []).map(argumentOf);
  const [marker] = markers.map(markerOf);
  if (event.throwable !== undefined) {
    logJavaThrowable(context, event);
  } else if (markers.length <= 1 && keyValuePairs.length === 0) {
    logger.log(level, ...(marker === undefined ? [message, ...args] : [marker, message, ...args]) as [unknown, ...unknown[]]);
  } else {
    const builder = logger.atLevel(level);
    for (const each of markers) {
      builder.addMarker(markerOf(each));
    }
    for (const { key, value } of keyValuePairs) {
      builder.addKeyValue(key, value);
    }
    builder.log(message ?? undefined, ...args);
  }
}

/** The thread and the MDC after the last event. */
export function beNobody(context: LoggerContext): void {
  become(context, "main", {});
}

function become(context: LoggerContext, threadName: string, mdc: Readonly<Record<string, string>>): void {
  (context as { threadName: string }).threadName = threadName;
  context.mdc.setContextMap(mdc);
}

/**
 * Lets events look up their thread and their MDC when something first asks for them, or prepares them for later: so does
 * an event of Java, and the corpus tells which thread and MDC the oracle saw in the events that were left at the end.
 */
function lookUpLate(logger: Logger): void {
  logger.callAppenders = (event) => {
    const { context } = logger;
    const prepare = event.prepareForDeferredProcessing.bind(event);
    let threadName: string | undefined;
    let mdc: MdcMap | undefined;
    Object.defineProperties(event, {
      threadName: { get: () => (threadName ??= context.threadName) },
      mdc: { get: () => (mdc ??= context.mdc.current) },
      prepareForDeferredProcessing: {
        value: (withCaller?: boolean) => {
          threadName ??= context.threadName;
          mdc ??= context.mdc.current;
          prepare(withCaller);
        },
      },
    });
    Logger.prototype.callAppenders.call(logger, event);
  };
}

/** No error of this process has frames of Java, so the event is built by hand, once filters and level let it pass. */
function logJavaThrowable(context: LoggerContext, event: RunEvent): void {
  const { level: levelName = "INFO", logger: loggerName = "com.example.Main", message, markers = [], throwable } = event;
  const logger = context.getLogger(loggerName);
  const level = Level.toLevel(levelName);
  const marker = markers.map(markerOf)[0];
  const reply = context.turboFilters.map((filter) => filter.decide(marker, logger, level, message ?? undefined, event.args, throwable)).find((each) => each !== "NEUTRAL");
  if (reply === "ACCEPT" || (reply === undefined && level.value >= logger.effectiveLevel.value)) {
    logger.callAppenders(
      LoggingEvent.of({
        loggerName,
        level,
        message: message ?? null,
        args: (event.args ?? []).map(argumentOf),
        timestamp: context.clock.now(),
        nanos: event.nanos ?? 0,
        threadName: context.threadName,
        mdc: context.mdc.current,
        markers: markers.map(markerOf),
        keyValuePairs: event.keyValuePairs ?? [],
        sequenceNumber: context.sequenceNumbers?.next() ?? 0,
        ...(throwable === undefined ? {} : { throwableInit: throwable }),
        context,
      }),
    );
  }
}
