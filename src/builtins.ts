import { asyncAppender } from "./appender/async-appender.js";
import { consoleAppender } from "./appender/console-appender.js";
import { fileAppender } from "./appender/file-appender.js";
import { listAppender } from "./appender/list-appender.js";
import type { ComponentDefinition } from "./core/component.js";
import { nopStatusListener } from "./core/status-listeners/nop-status-listener.js";
import { onConsoleStatusListener } from "./core/status-listeners/on-console-status-listener.js";
import { jsonEncoder } from "./encoder/json-encoder.js";
import { layoutWrappingEncoder } from "./encoder/layout-wrapping-encoder.js";
import { logstashEncoder } from "./encoder/logstash-encoder.js";
import { logstashFieldNames, shortenedFieldNames } from "./encoder/logstash-field-names.js";
import { patternLayoutEncoder } from "./encoder/pattern-layout-encoder.js";
import { patternLayout } from "./encoder/pattern-layout.js";
import { levelFilter } from "./filter/level-filter.js";
import { thresholdFilter } from "./filter/threshold-filter.js";

/** Every component that a configuration can name without further ado. */
export const components: readonly ComponentDefinition<unknown>[] = [
  asyncAppender,
  consoleAppender,
  fileAppender,
  jsonEncoder,
  layoutWrappingEncoder,
  levelFilter,
  listAppender,
  logstashEncoder,
  logstashFieldNames,
  nopStatusListener,
  onConsoleStatusListener,
  patternLayout,
  patternLayoutEncoder,
  shortenedFieldNames,
  thresholdFilter,
];

export { conversionWords } from "./pattern/conversion-words.js";
