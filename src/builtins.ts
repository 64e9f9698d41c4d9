import { asyncAppender } from "./appender/async-appender.js";
import { loggingEventAsyncDisruptorAppender } from "./appender/async-disruptor-appender.js";
import { delegateConnectionStrategy, preferPrimaryStrategy, randomStrategy, roundRobinStrategy } from "./appender/connection-strategy.js";
import { consoleAppender } from "./appender/console-appender.js";
import { cyclicBufferAppender } from "./appender/cyclic-buffer-appender.js";
import { fileAppender } from "./appender/file-appender.js";
import { keyStoreFactoryBean } from "./appender/key-store.js";
import { listAppender } from "./appender/list-appender.js";
import { openXchangeLogstashSocketAppender } from "./appender/logstash-socket-appender.js";
import { logstashTcpSocketAppender } from "./appender/logstash-tcp-appender.js";
import { logstashUdpSocketAppender } from "./appender/logstash-udp-appender.js";
import { nopAppender } from "./appender/nop-appender.js";
import { outputStreamAppender } from "./appender/output-stream-appender.js";
import { syslogAppender } from "./appender/syslog-appender.js";
import { contextBasedDiscriminator } from "./appender/sifting/context-based-discriminator.js";
import { mdcBasedDiscriminator } from "./appender/sifting/mdc-based-discriminator.js";
import { siftingAppender } from "./appender/sifting-appender.js";
import { rollingFileAppender } from "./appender/rolling-file-appender.js";
import { sslParametersConfiguration } from "./appender/ssl-parameters.js";
import { sslConfiguration } from "./appender/ssl.js";
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
import { contribJsonLayout, jacksonJsonFormatter } from "./encoder/contrib-json-layout.js";
import { defaultCssBuilder } from "./encoder/default-css-builder.js";
import { defaultThrowableRenderer } from "./encoder/default-throwable-renderer.js";
import { echoEncoder } from "./encoder/echo-encoder.js";
import { echoLayout } from "./encoder/echo-layout.js";
import { ecsAdditionalField, ecsEncoder } from "./encoder/ecs-encoder.js";
import { extendedPatternLayoutEncoder } from "./encoder/extended-pattern-layout-encoder.js";
import { htmlLayout } from "./encoder/html-layout.js";
import { jsonEncoder } from "./encoder/json-encoder.js";
import { loggingEventCompositeJsonLayout, logstashLayout } from "./encoder/json-layouts.js";
import { layoutWrappingEncoder } from "./encoder/layout-wrapping-encoder.js";
import { loggingEventCompositeJsonEncoder } from "./encoder/logging-event-composite-json-encoder.js";
import { logstashEncoder } from "./encoder/logstash-encoder.js";
import { logstashFieldNames, shortenedFieldNames } from "./encoder/logstash-field-names.js";
import { mdcEntryWriters, regexFilteringMdcEntryWriter } from "./encoder/mdc-entry-writers.js";
import { nopThrowableRenderer } from "./encoder/nop-throwable-renderer.js";
import { openXchangeCustomField, openXchangeCustomFields } from "./encoder/open-xchange-custom-fields.js";
import { openXchangeJsonEncoder } from "./encoder/open-xchange-json-encoder.js";
import { patternLayoutEncoder } from "./encoder/pattern-layout-encoder.js";
import { patternLayout } from "./encoder/pattern-layout.js";
import { providerDefinitions } from "./encoder/providers/providers.js";
import { syslogPatternLayoutActivator } from "./encoder/syslog-pattern-layout-activator.js";
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
import { defaultTimeBasedFileNamingAndTriggeringPolicy } from "./rolling/default-time-based-file-naming-and-triggering-policy.js";
import { fixedWindowRollingPolicy, openXchangeFixedWindowRollingPolicy } from "./rolling/fixed-window-rolling-policy.js";
import { sizeAndTimeBasedFileNamingAndTriggeringPolicy } from "./rolling/size-and-time-based-file-naming-and-triggering-policy.js";
import { sizeAndTimeBasedRollingPolicy } from "./rolling/size-and-time-based-rolling-policy.js";
import { sizeBasedTriggeringPolicy } from "./rolling/size-based-triggering-policy.js";
import { timeBasedRollingPolicy } from "./rolling/time-based-rolling-policy.js";
import { categoryRule } from "./turbo/category-rule.js";
import { duplicateMessageFilter } from "./turbo/duplicate-message-filter.js";
import { dynamicThresholdFilter } from "./turbo/dynamic-threshold-filter.js";
import { exceptionCategories } from "./turbo/exception-categories.js";
import { markerFilter } from "./turbo/marker-filter.js";
import { mdcFilter } from "./turbo/mdc-filter.js";
import { mdcValueLevelPair } from "./turbo/mdc-value-level-pair.js";

/** Every component that a configuration can name without further ado. */
export const components: readonly ComponentDefinition<unknown>[] = [
  asyncAppender,
  basicSequenceNumberGenerator,
  canonicalHostNamePropertyDefiner,
  categoryRule,
  consoleAppender,
  contextBasedDiscriminator,
  contribJsonLayout,
  cyclicBufferAppender,
  defaultCssBuilder,
  defaultThrowableRenderer,
  defaultTimeBasedFileNamingAndTriggeringPolicy,
  delegateConnectionStrategy,
  duplicateMessageFilter,
  dynamicThresholdFilter,
  echoEncoder,
  echoLayout,
  ecsAdditionalField,
  ecsEncoder,
  evaluatorFilter,
  exceptionCategories,
  exceptionMatchEvaluator,
  expressionPropertyCondition,
  extendedPatternLayoutEncoder,
  fileAppender,
  fileExistsPropertyDefiner,
  fixedWindowRollingPolicy,
  htmlLayout,
  isPropertyDefinedCondition,
  isPropertyNullCondition,
  jacksonJsonFormatter,
  jsonEncoder,
  keyStoreFactoryBean,
  layoutWrappingEncoder,
  levelChangePropagator,
  levelFilter,
  listAppender,
  loggingEventAsyncDisruptorAppender,
  loggingEventCompositeJsonEncoder,
  loggingEventCompositeJsonLayout,
  logstashEncoder,
  logstashFieldNames,
  logstashLayout,
  logstashTcpSocketAppender,
  logstashUdpSocketAppender,
  markerFilter,
  matcher,
  mdcBasedDiscriminator,
  ...mdcEntryWriters,
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
  openXchangeFixedWindowRollingPolicy,
  openXchangeLogstashSocketAppender,
  openXchangeCustomField,
  openXchangeCustomFields,
  openXchangeJsonEncoder,
  outputStreamAppender,
  patternLayout,
  patternLayoutEncoder,
  preferPrimaryStrategy,
  propertyEqualityCondition,
  randomStrategy,
  ...providerDefinitions,
  regexFilteringMdcEntryWriter,
  resourceExistsPropertyDefiner,
  rollingFileAppender,
  roundRobinStrategy,
  shortenedFieldNames,
  siftingAppender,
  sizeAndTimeBasedFileNamingAndTriggeringPolicy,
  sizeAndTimeBasedRollingPolicy,
  sizeBasedTriggeringPolicy,
  sslConfiguration,
  sslParametersConfiguration,
  statusListenerAsList,
  stubEventEvaluator,
  syslogAppender,
  syslogPatternLayoutActivator,
  thresholdFilter,
  timeBasedRollingPolicy,
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
