import { booleanProperty, integerProperty, stringProperty, type TextProperty } from "../core/component.js";

/** Events that may wait, as in logstash-logback-encoder. */
export const RING_BUFFER_SIZE = 8_192;

/**
 * Properties of logstash-logback-encoder's appenders that are about the thread behind their ring buffer. There is none
 * here, so they are accepted and of no effect.
 */
export const RING_BUFFER_PROPERTIES: {
  readonly appendTimeout: TextProperty<string | undefined>;
  readonly appendRetryFrequency: TextProperty<string | undefined>;
  readonly waitStrategyType: TextProperty<string | undefined>;
  readonly producerType: TextProperty<string | undefined>;
  readonly threadNameFormat: TextProperty<string | undefined>;
  readonly daemon: TextProperty<boolean>;
  readonly droppedWarnFrequency: TextProperty<number>;
  readonly addDefaultStatusListener: TextProperty<boolean>;
} = {
  appendTimeout: stringProperty(),
  appendRetryFrequency: stringProperty(),
  waitStrategyType: stringProperty(),
  producerType: stringProperty(),
  threadNameFormat: stringProperty(),
  daemon: booleanProperty(true),
  droppedWarnFrequency: integerProperty(0),
  addDefaultStatusListener: booleanProperty(true),
};
