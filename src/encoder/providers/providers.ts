import { componentsProperty, defineComponent, type ComponentDefinition, type NestedProperty } from "../../core/component.js";
import type { JsonProvider } from "../../json/json-provider.js";
import { argumentsProvider } from "./arguments-provider.js";
import { callerDataProvider } from "./caller-data-provider.js";
import { contextProvider } from "./context-provider.js";
import { globalCustomFieldsProvider } from "./global-custom-fields-provider.js";
import { keyValuePairsProvider } from "./key-value-pairs-provider.js";
import { loggerNameProvider } from "./logger-name-provider.js";
import { logstashMarkersProvider } from "./logstash-markers-provider.js";
import { mdcProvider } from "./mdc-provider.js";
import { messageProvider } from "./message-provider.js";
import { nestedFieldProvider } from "./nested-field-provider.js";
import { patternProvider } from "./pattern-provider.js";
import { COMPOSITE, LOGGING_EVENT } from "./provider-classes.js";
import { rootStackTraceElementProvider } from "./root-stack-trace-element-provider.js";
import { sequenceProvider } from "./sequence-provider.js";
import { simpleProviders } from "./simple-providers.js";
import { stackHashProvider } from "./stack-hash-provider.js";
import { stackTraceProvider } from "./stack-trace-provider.js";
import { throwableClassNameProviders } from "./throwable-class-name-providers.js";
import { timestampProvider } from "./timestamp-provider.js";
import { uuidProvider } from "./uuid-provider.js";
import { versionProvider } from "./version-provider.js";

/** The provider that an element without a class means. */
const CLASS_BY_ELEMENT = {
  timestamp: `${LOGGING_EVENT}.LoggingEventFormattedTimestampJsonProvider`,
  version: `${COMPOSITE}.LogstashVersionJsonProvider`,
  message: `${LOGGING_EVENT}.MessageJsonProvider`,
  rawMessage: `${LOGGING_EVENT}.RawMessageJsonProvider`,
  loggerName: `${LOGGING_EVENT}.LoggerNameJsonProvider`,
  threadName: `${LOGGING_EVENT}.LoggingEventThreadNameJsonProvider`,
  logLevel: `${LOGGING_EVENT}.LogLevelJsonProvider`,
  logLevelValue: `${LOGGING_EVENT}.LogLevelValueJsonProvider`,
  callerData: `${LOGGING_EVENT}.CallerDataJsonProvider`,
  stackTrace: `${LOGGING_EVENT}.StackTraceJsonProvider`,
  rootStackTraceElement: `${LOGGING_EVENT}.RootStackTraceElementJsonProvider`,
  stackHash: `${LOGGING_EVENT}.StackHashJsonProvider`,
  throwableClassName: `${LOGGING_EVENT}.ThrowableClassNameJsonProvider`,
  throwableMessage: `${LOGGING_EVENT}.ThrowableMessageJsonProvider`,
  throwableRootCauseClassName: `${LOGGING_EVENT}.ThrowableRootCauseClassNameJsonProvider`,
  throwableRootCauseMessage: `${LOGGING_EVENT}.ThrowableRootCauseMessageJsonProvider`,
  context: `${COMPOSITE}.ContextJsonProvider`,
  contextName: `${LOGGING_EVENT}.ContextNameJsonProvider`,
  mdc: `${LOGGING_EVENT}.MdcJsonProvider`,
  keyValuePairs: `${LOGGING_EVENT}.KeyValuePairsJsonProvider`,
  tags: `${LOGGING_EVENT}.TagsJsonProvider`,
  logstashMarkers: `${LOGGING_EVENT}.LogstashMarkersJsonProvider`,
  arguments: `${LOGGING_EVENT}.ArgumentsJsonProvider`,
  pattern: `${LOGGING_EVENT}.LoggingEventPatternJsonProvider`,
  nestedField: `${LOGGING_EVENT}.LoggingEventNestedJsonProvider`,
  globalCustomFields: `${COMPOSITE}.GlobalCustomFieldsJsonProvider`,
  sequence: `${COMPOSITE}.SequenceJsonProvider`,
  uuid: `${COMPOSITE}.UuidJsonProvider`,
} as const;

type Providers = Readonly<Record<keyof typeof CLASS_BY_ELEMENT | "provider", NestedProperty<readonly JsonProvider[]>>>;

/**
 * `<providers>` of a composite encoder: one element for each part of the object, in the order in which they are written.
 *
 * - `<timestamp>`, `<version>`, `<message>`, `<rawMessage>`, `<loggerName>`, `<threadName>`, `<logLevel>`, `<logLevelValue>`,
 *   `<callerData>`, `<stackTrace>`, `<rootStackTraceElement>`, `<stackHash>`, `<throwableClassName>`, `<throwableMessage>`,
 *   `<throwableRootCauseClassName>`, `<throwableRootCauseMessage>`, `<context>`, `<contextName>`, `<mdc>`, `<keyValuePairs>`,
 *   `<tags>`, `<logstashMarkers>`, `<arguments>`, `<pattern>`, `<nestedField>`, `<globalCustomFields>`, `<sequence>`, `<uuid>`.
 * - `<provider class="...">`: any of these by its class.
 *
 * Source: logstash-logback-encoder, "Composite Encoder/Layout".
 */
export const jsonProviders: ComponentDefinition<readonly JsonProvider[]> = defineComponent({
  kind: "value",
  classNames: [`${LOGGING_EVENT}.LoggingEventJsonProviders`],
  properties: {
    ...Object.fromEntries(Object.entries(CLASS_BY_ELEMENT).map(([element, defaultClassName]) => [element, componentsProperty<JsonProvider>("jsonProvider", { defaultClassName })])),
    provider: componentsProperty<JsonProvider>("jsonProvider"),
  } as Providers,
  create: (values, { order }) => {
    const left = new Map(Object.entries(values).map(([element, providers]) => [element, [...providers]]));
    return order.flatMap((element) => left.get(element)?.splice(0, 1) ?? []);
  },
});

/** Everything that a composite encoder needs to be known. */
export const providerDefinitions: readonly ComponentDefinition<unknown>[] = [
  argumentsProvider,
  callerDataProvider,
  contextProvider,
  globalCustomFieldsProvider,
  jsonProviders,
  keyValuePairsProvider,
  loggerNameProvider,
  logstashMarkersProvider,
  mdcProvider,
  messageProvider,
  nestedFieldProvider,
  patternProvider,
  rootStackTraceElementProvider,
  sequenceProvider,
  ...simpleProviders,
  stackHashProvider,
  stackTraceProvider,
  ...throwableClassNameProviders,
  timestampProvider,
  uuidProvider,
  versionProvider,
];
