import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { ConverterFactory } from "./converter.js";
import { caller, callerClass, callerFile, callerLine, callerMethod } from "./converters/caller.js";
import { color, COLORS, highlight } from "./converters/color.js";
import { contextName } from "./converters/context-name.js";
import { correlationId } from "./converters/correlation-id.js";
import { crlf } from "./converters/crlf.js";
import { date } from "./converters/date.js";
import { enclosedInSquareBrackets } from "./converters/enclosed-in-square-brackets.js";
import { extendedReplace } from "./converters/extended-replace.js";
import { group, prefix } from "./converters/group.js";
import { keyValuePairs, maskedKeyValuePairs } from "./converters/key-value-pairs.js";
import { level } from "./converters/level.js";
import { lineMdc } from "./converters/line-mdc.js";
import { lineSeparator } from "./converters/line-separator.js";
import { logger } from "./converters/logger.js";
import { marker } from "./converters/marker.js";
import { mdc } from "./converters/mdc.js";
import { message } from "./converters/message.js";
import { coloredLevel } from "./converters/play.js";
import { property } from "./converters/property.js";
import { replace } from "./converters/replace.js";
import { localSequenceNumber, sequenceNumber } from "./converters/sequence-number.js";
import { sanitisedMessage } from "./converters/sanitised-message.js";
import { shortenedThrowable } from "./converters/shortened-throwable.js";
import { springColor } from "./converters/spring.js";
import { syslogStart } from "./converters/syslog-start.js";
import { threadId } from "./converters/thread-id.js";
import { thread } from "./converters/thread.js";
import { extendedThrowable, noThrowable, rootCauseFirstThrowable, throwable, whitespaceThrowable } from "./converters/throwable.js";
import { epoch, micros, relative } from "./converters/time-of-event.js";

const CLASSIC = "ch.qos.logback.classic.pattern";
const CORE = "ch.qos.logback.core.pattern";
const OPEN_XCHANGE = "com.openexchange.logback.extensions";
const SPRING = "org.springframework.boot.logging.logback";

/**
 * The classes that `<conversionRule>` can bind a word to: Logback's own, Spring Boot's, Play's and JHipster's.
 */
export const converterDefinitions: readonly ComponentDefinition<ConverterFactory>[] = [
  converter(callerClass, `${CLASSIC}.ClassOfCallerConverter`),
  converter(callerFile, `${CLASSIC}.FileOfCallerConverter`),
  converter(callerLine, `${CLASSIC}.LineOfCallerConverter`),
  converter(callerMethod, `${CLASSIC}.MethodOfCallerConverter`),
  converter(caller, `${CLASSIC}.CallerDataConverter`),
  converter(contextName, `${CLASSIC}.ContextNameConverter`),
  converter(date, `${CLASSIC}.DateConverter`),
  converter(epoch, `${CLASSIC}.EpochConverter`),
  converter(extendedThrowable, `${CLASSIC}.ExtendedThrowableProxyConverter`),
  converter(highlight, `${CLASSIC}.color.HighlightingCompositeConverter`),
  converter(keyValuePairs, `${CLASSIC}.KeyValuePairConverter`),
  converter(level, `${CLASSIC}.LevelConverter`),
  converter(lineSeparator, `${CLASSIC}.LineSeparatorConverter`),
  converter(localSequenceNumber, `${CLASSIC}.LocalSequenceNumberConverter`),
  converter(logger, `${CLASSIC}.LoggerConverter`),
  converter(marker, `${CLASSIC}.MarkerConverter`),
  converter(maskedKeyValuePairs, `${CLASSIC}.MaskedKeyValuePairConverter`),
  converter(mdc, `${CLASSIC}.MDCConverter`),
  converter(message, `${CLASSIC}.MessageConverter`),
  converter(micros, `${CLASSIC}.MicrosecondConverter`),
  converter(noThrowable, `${CLASSIC}.NopThrowableInformationConverter`),
  converter(prefix, `${CLASSIC}.PrefixCompositeConverter`),
  converter(property, `${CLASSIC}.PropertyConverter`),
  converter(relative, `${CLASSIC}.RelativeTimeConverter`),
  converter(rootCauseFirstThrowable, `${CLASSIC}.RootCauseFirstThrowableProxyConverter`),
  converter(sequenceNumber, `${CLASSIC}.SequenceNumberConverter`),
  converter(syslogStart, `${CLASSIC}.SyslogStartConverter`),
  converter(thread, `${CLASSIC}.ThreadConverter`),
  converter(throwable, `${CLASSIC}.ThrowableProxyConverter`),
  converter(group, `${CORE}.IdentityCompositeConverter`),
  converter(replace, `${CORE}.ReplacingCompositeConverter`),
  ...COLORS.map(([word, code]) => converter(color(code), `${CORE}.color.${word.charAt(0).toUpperCase()}${word.slice(1)}CompositeConverter`)),
  openXchangeConverter(extendedReplace, "ExtendedReplacingCompositeConverter"),
  openXchangeConverter(lineMdc, "LineMDCConverter"),
  openXchangeConverter(sanitisedMessage, "LogSanitisingConverter"),
  openXchangeConverter(threadId, "ThreadIdConverter"),
  converter(springColor, `${SPRING}.ColorConverter`),
  converter(correlationId, `${SPRING}.CorrelationIdConverter`),
  converter(enclosedInSquareBrackets, `${SPRING}.EnclosedInSquareBracketsConverter`),
  converter(whitespaceThrowable, `${SPRING}.WhitespaceThrowableProxyConverter`, `${SPRING}.ExtendedWhitespaceThrowableProxyConverter`),
  shortenedThrowable,
  converter(crlf, "*CRLFLogConverter"),
  converter(coloredLevel, "play.api.libs.logback.ColoredLevel", "play.api.Logger$ColoredLevel", "com.lightbend.lagom.internal.logback.ColoredLevel"),
];

function converter(factory: ConverterFactory, ...classNames: readonly string[]): ComponentDefinition<ConverterFactory> {
  return defineComponent({ kind: "converter", classNames, properties: {}, create: () => factory });
}

/** Later versions have their classes in packages by purpose; the earliest had them among Logback's own. */
function openXchangeConverter(factory: ConverterFactory, className: string): ComponentDefinition<ConverterFactory> {
  return converter(factory, `${OPEN_XCHANGE}.${className}`, `${OPEN_XCHANGE}.converters.${className}`, `ch.qos.logback.classic.encoder.${className}`);
}
