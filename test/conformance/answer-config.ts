import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { components, conversionWords } from "../../src/builtins.js";
import { Configurator, type ConfigurationResult } from "../../src/config/configurator.js";
import type { Appender } from "../../src/core/appender.js";
import type { ServiceKey } from "../../src/core/component.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { STATUS_FILE } from "../../src/core/status-listeners/on-file-status-listener.js";
import { STATUS_OUTPUT } from "../../src/core/status-listeners/on-console-status-listener.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { formatDuration } from "../../src/util/duration.js";
import { wordMap } from "../../src/pattern/word-map.js";
import { childrenOf, describeAppender, shortName, type AppenderDescription } from "./describe-appender.js";

export interface ConfigInput {
  readonly xml: string;
  readonly files?: Readonly<Record<string, string | { readonly text?: string; readonly base64?: string; readonly mtimeMillis?: number }>>;
  readonly sysProps?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: number;
  readonly initialContextName?: string;
}

export interface ConfigAnswer {
  readonly loggers: readonly object[];
  readonly appenderGraph: readonly AppenderDescription[];
  readonly contextProperties: Readonly<Record<string, string>>;
  readonly contextName: string | null;
  readonly turboFilters: readonly string[];
  readonly contextListeners: readonly string[];
  readonly statusListeners: readonly string[];
  readonly shutdownHook: boolean;
  readonly scan: { readonly tasks: number; readonly period: string | null };
  readonly statusWorst: string;
  readonly statuses: readonly { readonly level: string; readonly message: string }[];
}

/** Logback's default when a case sets no clock. */
const CASE_CLOCK = 1_710_498_600_000;

/** Answers a case of kind `config`: configures a fresh context from the file and tells what came of it. */
export function answerConfig(input: ConfigInput): ConfigAnswer {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  try {
    writeFiles(folder, input);
    const { context, result } = configureIn(folder, input);
    const answer = describe(context, result, folder);
    void context.stop();
    return answer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeFiles(folder: string, { files = {} }: ConfigInput): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    const { text, base64, mtimeMillis } = typeof content === "string" ? { text: content, base64: undefined, mtimeMillis: undefined } : content;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, base64 === undefined ? (text ?? "") : Buffer.from(base64, "base64"));
    if (mtimeMillis !== undefined) {
      utimesSync(file, mtimeMillis / 1000, mtimeMillis / 1000);
    }
  }
}

function configureIn(folder: string, { xml, sysProps = {}, env = {}, clock = CASE_CLOCK, initialContextName = "default" }: ConfigInput): { context: LoggerContext; result: ConfigurationResult } {
  const context = new LoggerContext({ name: initialContextName, clock: { now: () => clock, nanosWithin: () => 0 } });
  const silent = { stdout: () => {}, stderr: () => {} };
  const services = new Map<ServiceKey<unknown>, unknown>([
    [STATUS_OUTPUT, silent],
    [STATUS_FILE, () => () => {}],
    [CONVERSION_WORDS, wordMap(conversionWords)],
  ]);
  const programProperties = new Map([["user.dir", folder], ["user.home", "/root"], ["java.io.tmpdir", tmpdir()], ["file.separator", "/"], ...Object.entries(sysProps)]);
  const configurator = new Configurator({ context, registry: new ComponentRegistry(components), services, programProperties, environment: env });
  const result = configurator.configure({ file: "logback.xml", baseDir: folder, resourceDirs: [path.join(folder, "classpath")], content: xml });
  return { context, result };
}

function describe(context: LoggerContext, { statuses, worstStatus, scanPeriodMs }: ConfigurationResult, folder: string): ConfigAnswer {
  const hide = (text: string): string => text.replaceAll(folder, "<BASE>").replaceAll(hostname(), "<HOSTNAME>");
  const reached = new Set<Appender>();
  const reach = (appender: Appender): void => {
    reached.add(appender);
    childrenOf(appender).forEach(reach);
  };
  context.loggers.flatMap(({ appenders }) => [...appenders]).forEach(reach);
  return {
    loggers: context.loggers.map((logger) => ({
      name: logger.name,
      level: logger.level?.name ?? null,
      effectiveLevel: logger.effectiveLevel.name,
      additive: logger.additive,
      appenders: logger.appenders.map((appender) => ({ name: appender.name, class: shortName(appender) })),
    })),
    appenderGraph: [...reached].map((appender) => describeAppender(appender, hide)),
    contextProperties: Object.fromEntries([...context.properties].map(([key, value]) => [key, hide(value)])),
    contextName: context.name === "" ? null : context.name,
    turboFilters: context.turboFilters.map(shortName),
    contextListeners: context.listeners.map(shortName),
    statusListeners: context.statusListeners.map(shortName),
    shutdownHook: context.hasShutdownHook,
    scan: { tasks: scanPeriodMs === undefined ? 0 : 1, period: scanPeriodMs === undefined ? null : formatDuration(scanPeriodMs) },
    statusWorst: worstStatus,
    statuses: statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => ({ level, message })),
  };
}
