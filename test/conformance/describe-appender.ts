import { AsyncAppender } from "../../src/appender/async-appender.js";
import { ConsoleAppender } from "../../src/appender/console-appender.js";
import { FileAppender } from "../../src/appender/file-appender.js";
import { RollingFileAppender } from "../../src/appender/rolling-file-appender.js";
import { SiftingAppender } from "../../src/appender/sifting-appender.js";
import { SyslogAppender } from "../../src/appender/syslog-appender.js";
import type { Appender } from "../../src/core/appender.js";
import { BaseAppender } from "../../src/core/base-appender.js";
import type { Filter } from "../../src/core/filter.js";
import { CASE_CLOCK } from "./configured-case.js";
import { describeRolling } from "./describe-rolling.js";

/** An appender as the corpus describes it; keys that do not apply are missing. */
export interface AppenderDescription {
  readonly name: string;
  readonly class: string;
  readonly started: boolean;
  readonly filters: readonly object[];
  /** Names of the appenders that it hands events to. */
  readonly children?: readonly string[];
  readonly [property: string]: unknown;
}

/** The appenders of a SiftingAppender where nothing is configured: here, and in Logback. */
const [DEFAULT_COUNT, LOGBACK_COUNT] = [512, 2_147_483_647];

/** Name of the class without its package. */
export function shortName(component: object): string {
  return component.constructor.name;
}

/** @param hide - Replaces paths of this machine. */
export function describeAppender(appender: Appender, hide: (text: string) => string): AppenderDescription {
  return {
    name: appender.name,
    class: shortName(appender),
    started: appender.isStarted,
    filters: appender instanceof BaseAppender ? appender.filters.map(describeFilter) : [],
    ...propertiesOf(appender, hide),
  };
}

/** The appenders that one hands events to. */
export function childrenOf(appender: Appender): readonly Appender[] {
  return appender instanceof AsyncAppender && appender.appender !== undefined ? [appender.appender] : [];
}

function propertiesOf(appender: Appender, hide: (text: string) => string): object {
  if (appender instanceof AsyncAppender) {
    const { queueSize, neverBlock, includeCallerData, maxFlushTimeMs } = appender;
    return { queueSize, neverBlock, includeCallerData, maxFlushTime: maxFlushTimeMs, children: childrenOf(appender).map(({ name }) => name) };
  }
  if (appender instanceof ConsoleAppender) {
    return { target: appender.target, immediateFlush: appender.immediateFlush, ...describeEncoder(appender.encoder) };
  }
  if (appender instanceof FileAppender) {
    const { appending, prudent, immediateFlush, file } = appender;
    return { append: appending, prudent, immediateFlush, file: file === undefined ? null : hide(file), ...describeEncoder(appender.encoder) };
  }
  if (appender instanceof RollingFileAppender) {
    const { appending, prudent, immediateFlush } = appender;
    return { append: appending, prudent, immediateFlush, ...describeRolling(appender, CASE_CLOCK), ...describeEncoder(appender.encoder) };
  }
  if (appender instanceof SiftingAppender) {
    const { timeoutMs, maxAppenderCount, discriminator } = appender;
    return { timeout: timeoutMs, maxAppenderCount: maxAppenderCount === DEFAULT_COUNT ? LOGBACK_COUNT : maxAppenderCount, ...(discriminator === undefined ? {} : { discriminator: { class: shortName(discriminator), ...discriminator } }) };
  }
  if (appender instanceof SyslogAppender) {
    const { facility, syslogHost, port, suffixPattern, stackTracePattern, throwableExcluded } = appender;
    return { ...(syslogHost === undefined ? {} : { syslogHost }), facility, port, suffixPattern, stackTracePattern, throwableExcluded };
  }
  const { maxSize, immediateFlush } = appender as { readonly maxSize?: number; readonly immediateFlush?: boolean };
  return { ...(maxSize === undefined ? {} : { maxSize }), ...(immediateFlush === undefined ? {} : { immediateFlush }), ...describeEncoder((appender as { readonly encoder?: object }).encoder) };
}

function describeEncoder(encoder: object | undefined): object {
  if (encoder === undefined) {
    return {};
  }
  const { pattern, outputPatternAsHeader } = encoder as { readonly pattern?: string; readonly outputPatternAsHeader?: boolean };
  return { encoder: { class: shortName(encoder), ...(pattern === undefined ? {} : { pattern: pattern === "" ? null : pattern, outputPatternAsHeader }) } };
}

function describeFilter(filter: Filter): object {
  const { level, onMatch, onMismatch } = filter as { readonly level?: { readonly name: string }; readonly onMatch?: string; readonly onMismatch?: string };
  return { class: shortName(filter), ...(level === undefined ? {} : { level: level.name }), ...(onMatch === undefined ? {} : { onMatch, onMismatch }) };
}
