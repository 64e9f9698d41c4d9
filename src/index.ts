export { AsyncAppender, type AsyncAppenderOptions } from "./appender/async-appender.js";
export { ConsoleAppender, type ConsoleAppenderOptions, type ConsoleTarget } from "./appender/console-appender.js";
export { CyclicBufferAppender, type CyclicBufferAppenderOptions } from "./appender/cyclic-buffer-appender.js";
export type { CountsDelivery } from "./appender/delivering-appender.js";
export { FileAppender, type FileAppenderOptions } from "./appender/file-appender.js";
export { ListAppender } from "./appender/list-appender.js";
export { OutputStreamAppender, type OutputStreamAppenderOptions } from "./appender/output-stream-appender.js";
export type { OutputOptions } from "./appender/output.js";
export { SiftingAppender, type SiftingAppenderOptions } from "./appender/sifting-appender.js";
export { ContextBasedDiscriminator } from "./appender/sifting/context-based-discriminator.js";
export { MDCBasedDiscriminator } from "./appender/sifting/mdc-based-discriminator.js";
export { RollingFileAppender, type RollingFileAppenderOptions } from "./appender/rolling-file-appender.js";
export { audit, type AuditLog } from "./audit.js";
export { AuditError } from "./audit/audit-error.js";
export type {
  AuditAttributes,
  AuditCounters,
  AuditEvent,
  AuditFileSettings,
  AuditFilter,
  AuditReceipt,
  AuditSettings,
  AuditSync,
  AuditValue,
} from "./audit/audit-event.js";
export { AuditEvents, type AuditedLogin, type AuditedMailAccess } from "./audit/audit-events.js";
export type { AuditOptions, AuditPropertiesFile } from "./audit/audit-options.js";
export type { ConfigurationResult } from "./config/configurator.js";
export type { CodeConfiguration, CodeValue, ComponentSettings, LoggerOptions } from "./config/from-code.js";
export type { AppenderFactory, AppenderTemplate } from "./core/appender-factory.js";
export type { Appender, AppenderCounters } from "./core/appender.js";
export { BaseAppender } from "./core/base-appender.js";
export type { CallBoundary, CallerFrame } from "./core/caller-data.js";
export {
  appenderRefsProperty,
  appenderTemplateProperty,
  booleanProperty,
  componentProperty,
  componentsProperty,
  defineComponent,
  filterReplyProperty,
  integerProperty,
  levelProperty,
  stringProperty,
  stringsProperty,
  textProperty,
  type ComponentDefinition,
  type ComponentEnvironment,
  type ComponentKind,
  type NestedProperty,
  type Properties,
  type Property,
  type PropertyOptions,
  type PropertyValues,
  type ReferenceProperty,
  type Report,
  type ServiceKey,
  type TemplateProperty,
  type TextProperty,
} from "./core/component.js";
export { CategorisedError, type CategorisedErrorOptions } from "./core/categorised-error.js";
export type { Category } from "./core/category.js";
export type { ControlPort, ControlSettings } from "./core/control.js";
export type { Discriminator } from "./core/discriminator.js";
export type { Encoder, Layout } from "./core/encoder.js";
export type { EventEvaluator } from "./core/event-evaluator.js";
export type { Filter, FilterReply, TurboFilter, TurboFilterFamily } from "./core/filter.js";
export { Level, type LevelName } from "./core/level.js";
export type { Drainable, DrainRegistry, Lifecycle } from "./core/lifecycle.js";
export type { ContextListener, LoggerContextOptions, SequenceNumberGenerator } from "./core/logger-context.js";
export { LoggerContext } from "./core/logger-context.js";
export type { LogMethod, LogMethods } from "./core/log-method.js";
export { LogProperties } from "./core/log-properties.js";
export { Logger } from "./core/logger.js";
export { LoggingEventBuilder, type Lazily } from "./core/logging-event-builder.js";
export { LoggingEvent, type ContextView, type KeyValuePair, type LoggingEventInit } from "./core/logging-event.js";
export { Marker } from "./core/marker.js";
export { MdcMap, MdcStore, type MdcCloseable, type MdcEntries } from "./core/mdc.js";
export { appendProperty, putProperties } from "./core/mdc-properties.js";
export { putSessionProperties, removeSessionProperties, sessionProperties, type SessionInfo } from "./core/session-properties.js";
export type { PrintLimits } from "./core/printable.js";
export type { SinkCounters } from "./core/sink.js";
export type { SourcePosition, Status, StatusDetails, StatusLevel, StatusListener } from "./core/status.js";
export { StatusManager } from "./core/status.js";
export { NopStatusListener } from "./core/status-listeners/nop-status-listener.js";
export { OnConsoleStatusListener } from "./core/status-listeners/on-console-status-listener.js";
export type { StatusLinesOptions } from "./core/status-listeners/status-lines.js";
export { StatusListenerAsList } from "./core/status-listeners/status-listener-as-list.js";
export type { StackFrame, ThrowableInfo, ThrowableInit } from "./core/throwable-info.js";
export type { TraceFilterView, TraceMessage, TraceOptions, TraceScope } from "./core/trace-filters.js";
export { JsonEncoder, type JsonEncoderOptions } from "./encoder/json-encoder.js";
export { LayoutWrappingEncoder } from "./encoder/layout-wrapping-encoder.js";
export { LogstashEncoder } from "./encoder/logstash-encoder.js";
export { PatternLayout } from "./encoder/pattern-layout.js";
export { PatternLayoutEncoder } from "./encoder/pattern-layout-encoder.js";
export { EvaluatorFilter, type EvaluatorFilterOptions } from "./filter/evaluator-filter.js";
export { LevelFilter } from "./filter/level-filter.js";
export { ThresholdFilter } from "./filter/threshold-filter.js";
export type { ConfigurationListener } from "./config/configuration-listener.js";
export type { ConfigureOptions } from "./config/configure-options.js";
export type { ImportMetaLike, NamedClass } from "./config/logger-name.js";
export {
  addConfigurationListener,
  configure,
  configureFromFile,
  configureFromXml,
  createLoggerContext,
  enableControl,
  LoggerFactory,
  MarkerFactory,
  MDC,
  registerComponent,
  registerConversionWord,
  reload,
  shutdown,
} from "./global.js";
export type {
  Convert,
  Converter,
  ConverterEnvironment,
  ConverterFactory,
  Dependency,
  EventConverter,
  GroupConverter,
  TextConverter,
} from "./pattern/converter.js";
export { DefaultTimeBasedFileNamingAndTriggeringPolicy } from "./rolling/default-time-based-file-naming-and-triggering-policy.js";
export { FixedWindowRollingPolicy, type FixedWindowRollingPolicyOptions } from "./rolling/fixed-window-rolling-policy.js";
export type { Compression } from "./rolling/file-name-pattern.js";
export type { RollingParent, RollingPolicy, Rollover } from "./rolling/rolling-policy.js";
export {
  SizeAndTimeBasedFileNamingAndTriggeringPolicy,
  type SizeAndTimeBasedFileNamingAndTriggeringPolicyOptions,
} from "./rolling/size-and-time-based-file-naming-and-triggering-policy.js";
export { SizeAndTimeBasedRollingPolicy, type SizeAndTimeBasedRollingPolicyOptions } from "./rolling/size-and-time-based-rolling-policy.js";
export { SizeBasedTriggeringPolicy, type SizeBasedTriggeringPolicyOptions } from "./rolling/size-based-triggering-policy.js";
export { TimeBasedRollingPolicy, type TimeBasedRollingPolicyOptions } from "./rolling/time-based-rolling-policy.js";
export type { TimeBasedSettings } from "./rolling/time-based-settings.js";
export type { ActiveFile, TriggeringPolicy } from "./rolling/triggering-policy.js";
export { koaMdc, mdcHook, mdcMiddleware, type MdcMiddleware, type MdcRequestOptions } from "./mdc-middleware.js";
export { OXException, type OXExceptionOptions } from "./ox-exception.js";
export { tracing, type TraceRemoval } from "./tracing.js";
export type { DeliveryCounters } from "./sink/delivery.js";
export { DuplicateMessageFilter, type DuplicateMessageFilterOptions } from "./turbo/duplicate-message-filter.js";
export { DynamicThresholdFilter, type DynamicThresholdFilterOptions } from "./turbo/dynamic-threshold-filter.js";
export { MarkerFilter, type MarkerFilterOptions } from "./turbo/marker-filter.js";
export { MDCFilter, type MDCFilterOptions } from "./turbo/mdc-filter.js";
export type { Clock } from "./util/clock.js";
