import type { Appender } from "../core/appender.js";
import { appenderRefsProperty, booleanProperty, componentsProperty, defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Filter } from "../core/filter.js";
import { AsyncAppender } from "./async-appender.js";
import { FanOutAppender } from "./fan-out-appender.js";
import { countProperty, durationProperty } from "./network-properties.js";
import { RING_BUFFER_PROPERTIES, RING_BUFFER_SIZE } from "./ring-buffer-properties.js";

const GRACE_PERIOD_MS = 5_000;

/**
 * `<appender class="net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender">`: an AsyncAppender that hands on to
 * any number of appenders.
 *
 * - `<appender-ref ref="FILE"/>`: where events go; any number, one at least.
 * - `<ringBufferSize>`: events that may wait, 8192 unless given. When they do, the log call writes them: nothing is dropped.
 * - `<includeCallerData>`: true looks the call site up in the log call.
 * - `<shutdownGracePeriod>`: how long stopping may take, 0 for as long as it takes; 5 seconds unless given, in Java a minute.
 * - `<filter>`: any number.
 * - Accepted and of no effect, because they are about threads: `<appendTimeout>`, `<appendRetryFrequency>`, `<waitStrategyType>`,
 *   `<producerType>`, `<threadNameFormat>`, `<daemon>`, `<droppedWarnFrequency>`, `<addDefaultStatusListener>`.
 *
 * Source: logstash-logback-encoder 9.0, "Async Appenders".
 */
export const loggingEventAsyncDisruptorAppender: ComponentDefinition<Appender> = defineComponent({
  kind: "appender",
  classNames: ["net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender"],
  properties: {
    appenderRef: appenderRefsProperty(),
    ringBufferSize: countProperty(RING_BUFFER_SIZE),
    includeCallerData: booleanProperty(false),
    shutdownGracePeriod: durationProperty(GRACE_PERIOD_MS),
    filter: componentsProperty<Filter>("filter"),
    ...RING_BUFFER_PROPERTIES,
  },
  create: ({ appenderRef, ringBufferSize, includeCallerData, shutdownGracePeriod, filter }, { name, context }) =>
    new AsyncAppender(name, context, {
      appenders: appenderRef.length > 1 ? [new FanOutAppender(name, appenderRef)] : appenderRef,
      queueSize: ringBufferSize,
      discardingThreshold: 0,
      maxFlushTimeMs: shutdownGracePeriod,
      includeCallerData,
      filters: filter,
    }),
});
