import { asyncAppender } from "./appender/async-appender.js";
import { consoleAppender } from "./appender/console-appender.js";
import { fileAppender } from "./appender/file-appender.js";
import { listAppender } from "./appender/list-appender.js";
import { expressionPropertyCondition } from "./config/conditions/expression-property-condition.js";
import { isPropertyDefinedCondition, isPropertyNullCondition, propertyEqualityCondition } from "./config/conditions/property-conditions.js";
import { canonicalHostNamePropertyDefiner } from "./config/definers/canonical-host-name-property-definer.js";
import { fileExistsPropertyDefiner } from "./config/definers/file-exists-property-definer.js";
import { resourceExistsPropertyDefiner } from "./config/definers/resource-exists-property-definer.js";
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
import { converterDefinitions } from "./pattern/converter-definitions.js";
import type { ConverterFactory } from "./pattern/converter.js";
import { caller, callerClass, callerFile, callerLine, callerMethod } from "./pattern/converters/caller.js";
import { color, COLORS, highlight } from "./pattern/converters/color.js";
import { contextName } from "./pattern/converters/context-name.js";
import { date } from "./pattern/converters/date.js";
import { group, prefix } from "./pattern/converters/group.js";
import { keyValuePairs, maskedKeyValuePairs } from "./pattern/converters/key-value-pairs.js";
import { level } from "./pattern/converters/level.js";
import { lineSeparator } from "./pattern/converters/line-separator.js";
import { logger } from "./pattern/converters/logger.js";
import { marker } from "./pattern/converters/marker.js";
import { mdc } from "./pattern/converters/mdc.js";
import { message } from "./pattern/converters/message.js";
import { property } from "./pattern/converters/property.js";
import { replace } from "./pattern/converters/replace.js";
import { localSequenceNumber, sequenceNumber } from "./pattern/converters/sequence-number.js";
import { thread } from "./pattern/converters/thread.js";
import { extendedThrowable, noThrowable, rootCauseFirstThrowable, throwable } from "./pattern/converters/throwable.js";
import { epoch, micros, relative } from "./pattern/converters/time-of-event.js";
import { BARE_GROUP } from "./pattern/parser.js";

/** Every component that a configuration can name without further ado. */
export const components: readonly ComponentDefinition<unknown>[] = [
  asyncAppender,
  canonicalHostNamePropertyDefiner,
  consoleAppender,
  expressionPropertyCondition,
  fileAppender,
  fileExistsPropertyDefiner,
  isPropertyDefinedCondition,
  isPropertyNullCondition,
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
  propertyEqualityCondition,
  resourceExistsPropertyDefiner,
  shortenedFieldNames,
  thresholdFilter,
  ...converterDefinitions,
];

/** Words of Logback's own patterns; those of one row are aliases. */
export const conversionWords: readonly (readonly [words: readonly string[], factory: ConverterFactory])[] = [
  [[BARE_GROUP], group],
  [["C", "class"], callerClass],
  [["F", "file"], callerFile],
  [["L", "line"], callerLine],
  [["M", "method"], callerMethod],
  [["X", "mdc"], mdc],
  [["c", "lo", "logger"], logger],
  [["caller"], caller],
  [["cn", "contextName"], contextName],
  [["d", "date"], date],
  [["ep", "epoch"], epoch],
  [["ex", "exception", "throwable"], throwable],
  [["highlight"], highlight],
  [["kvp"], keyValuePairs],
  [["lsn"], localSequenceNumber],
  [["m", "msg", "message"], message],
  [["marker"], marker],
  [["maskedKvp"], maskedKeyValuePairs],
  [["ms", "micros"], micros],
  [["n"], lineSeparator],
  [["nopex", "nopexception"], noThrowable],
  [["p", "le", "level"], level],
  [["prefix"], prefix],
  [["property"], property],
  [["r", "relative"], relative],
  [["rEx", "rootException"], rootCauseFirstThrowable],
  [["replace"], replace],
  [["sn", "sequenceNumber"], sequenceNumber],
  [["t", "thread"], thread],
  [["xEx", "xException", "xThrowable"], extendedThrowable],
  ...COLORS.map(([word, code]) => [[word], color(code)] as const),
];
