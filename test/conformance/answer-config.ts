import { mkdtempSync, rmSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import type { ConfigurationResult } from "../../src/config/configurator.js";
import type { Appender } from "../../src/core/appender.js";
import type { LoggerContext } from "../../src/core/logger-context.js";
import { formatDuration } from "../../src/util/duration.js";
import { captureConsole } from "./captured-console.js";
import { CASE_CLOCK, configureIn, writeFiles, type ConfigInput } from "./configured-case.js";
import { childrenOf, describeAppender, shortName, type AppenderDescription } from "./describe-appender.js";

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

/** Answers a case of kind `config`: configures a fresh context from the file and tells what came of it. */
export async function answerConfig(input: ConfigInput): Promise<ConfigAnswer> {
  const folder = mkdtempSync(path.join(tmpdir(), "conformance-"));
  try {
    writeFiles(folder, input);
    const { clock = CASE_CLOCK } = input;
    const answers: ConfigAnswer[] = [];
    // Headers go to the console, where they must not come between the answers.
    await captureConsole(async () => {
      const { context, result } = configureIn(folder, input, { now: () => clock, nanosWithin: () => 0 });
      answers.push(describe(context, result, folder));
      await context.stop();
    });
    return answers[0] as ConfigAnswer;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
