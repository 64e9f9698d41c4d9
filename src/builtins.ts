import { asyncAppender } from "./appender/async-appender.js";
import { consoleAppender } from "./appender/console-appender.js";
import { cyclicBufferAppender } from "./appender/cyclic-buffer-appender.js";
import { fileAppender } from "./appender/file-appender.js";
import { listAppender } from "./appender/list-appender.js";
import { nopAppender } from "./appender/nop-appender.js";
import { outputStreamAppender } from "./appender/output-stream-appender.js";
import { withLayoutListAppender } from "./appender/with-layout-list-appender.js";
import { expressionPropertyCondition } from "./config/conditions/expression-property-condition.js";
import { isPropertyDefinedCondition, isPropertyNullCondition, propertyEqualityCondition } from "./config/conditions/property-conditions.js";
import { canonicalHostNamePropertyDefiner } from "./config/definers/canonical-host-name-property-definer.js";
import { fileExistsPropertyDefiner } from "./config/definers/file-exists-property-definer.js";
import { resourceExistsPropertyDefiner } from "./config/definers/resource-exists-property-definer.js";
import { basicSequenceNumberGenerator } from "./core/basic-sequence-number-generator.js";
import type { ComponentDefinition } from "./core/component.js";
import { levelChangePropagator } from "./core/level-change-propagator.js";
import { nopStatusListener } from "./core/status-listeners/nop-status-listener.js";
import { onConsoleStatusListener } from "./core/status-listeners/on-console-status-listener.js";
import { onErrorConsoleStatusListener } from "./core/status-listeners/on-error-console-status-listener.js";
import { onFileStatusListener } from "./core/status-listeners/on-file-status-listener.js";
import { statusListenerAsList } from "./core/status-listeners/status-listener-as-list.js";
import { defaultCssBuilder } from "./encoder/default-css-builder.js";
import { defaultThrowableRenderer } from "./encoder/default-throwable-renderer.js";
import { echoEncoder } from "./encoder/echo-encoder.js";
import { echoLayout } from "./encoder/echo-layout.js";
import { htmlLayout } from "./encoder/html-layout.js";
import { jsonEncoder } from "./encoder/json-encoder.js";
import { layoutWrappingEncoder } from "./encoder/layout-wrapping-encoder.js";
import { logstashEncoder } from "./encoder/logstash-encoder.js";
import { logstashFieldNames, shortenedFieldNames } from "./encoder/logstash-field-names.js";
import { nopThrowableRenderer } from "./encoder/nop-throwable-renderer.js";
import { patternLayoutEncoder } from "./encoder/pattern-layout-encoder.js";
import { patternLayout } from "./encoder/pattern-layout.js";
import { ttllLayout } from "./encoder/ttll-layout.js";
import { urlCssBuilder } from "./encoder/url-css-builder.js";
import { xmlLayout } from "./encoder/xml-layout.js";
import { exceptionMatchEvaluator } from "./evaluator/exception-match-evaluator.js";
import { matcher } from "./evaluator/matcher.js";
import { onErrorEvaluator } from "./evaluator/on-error-evaluator.js";
import { onMarkerEvaluator } from "./evaluator/on-marker-evaluator.js";
import { stubEventEvaluator } from "./evaluator/stub-event-evaluator.js";
import { evaluatorFilter } from "./filter/evaluator-filter.js";
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
import { duplicateMessageFilter } from "./turbo/duplicate-message-filter.js";
import { dynamicThresholdFilter } from "./turbo/dynamic-threshold-filter.js";
import { markerFilter } from "./turbo/marker-filter.js";
import { mdcFilter } from "./turbo/mdc-filter.js";
import { mdcValueLevelPair } from "./turbo/mdc-value-level-pair.js";

/** Every component that a configuration can name without further ado. */
export const components: readonly ComponentDefinition<unknown>[] = [
  asyncAppender,
  basicSequenceNumberGenerator,
  canonicalHostNamePropertyDefiner,
  consoleAppender,
  cyclicBufferAppender,
  defaultCssBuilder,
  defaultThrowableRenderer,
  duplicateMessageFilter,
  dynamicThresholdFilter,
  echoEncoder,
  echoLayout,
  evaluatorFilter,
  exceptionMatchEvaluator,
  expressionPropertyCondition,
  fileAppender,
  fileExistsPropertyDefiner,
  htmlLayout,
  isPropertyDefinedCondition,
  isPropertyNullCondition,
  jsonEncoder,
  layoutWrappingEncoder,
  levelChangePropagator,
  levelFilter,
  listAppender,
  logstashEncoder,
  logstashFieldNames,
  markerFilter,
  matcher,
  mdcFilter,
  mdcValueLevelPair,
  nopAppender,
  nopStatusListener,
  nopThrowableRenderer,
  onConsoleStatusListener,
  onErrorConsoleStatusListener,
  onErrorEvaluator,
  onFileStatusListener,
  onMarkerEvaluator,
  outputStreamAppender,
  patternLayout,
  patternLayoutEncoder,
  propertyEqualityCondition,
  resourceExistsPropertyDefiner,
  shortenedFieldNames,
  statusListenerAsList,
  stubEventEvaluator,
  thresholdFilter,
  ttllLayout,
  urlCssBuilder,
  withLayoutListAppender,
  xmlLayout,
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
