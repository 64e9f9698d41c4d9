import { consoleAppender } from "./appender/console-appender.js";
import { fileAppender } from "./appender/file-appender.js";
import { listAppender } from "./appender/list-appender.js";
import type { ComponentDefinition } from "./core/component.js";
import { nopStatusListener } from "./core/status-listeners/nop-status-listener.js";
import { onConsoleStatusListener } from "./core/status-listeners/on-console-status-listener.js";
import { layoutWrappingEncoder } from "./encoder/layout-wrapping-encoder.js";
import { patternLayoutEncoder } from "./encoder/pattern-layout-encoder.js";
import { patternLayout } from "./encoder/pattern-layout.js";
import { levelFilter } from "./filter/level-filter.js";
import { thresholdFilter } from "./filter/threshold-filter.js";

/** Every component that a configuration can name without further ado. */
export const components: readonly ComponentDefinition<unknown>[] = [
  consoleAppender,
  fileAppender,
  layoutWrappingEncoder,
  levelFilter,
  listAppender,
  nopStatusListener,
  onConsoleStatusListener,
  patternLayout,
  patternLayoutEncoder,
  thresholdFilter,
];

export { conversionWords } from "./pattern/conversion-words.js";
