import type { AllowedPackages } from "../../src/config/allowed-packages.js";
import { Configurator, type ConfigurationResult } from "../../src/config/configurator.js";
import { components, conversionWords } from "../../src/builtins.js";
import type { ComponentDefinition, ServiceKey } from "../../src/core/component.js";
import type { DrainRegistry } from "../../src/core/lifecycle.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { formatPosition, type Status } from "../../src/core/status.js";
import { STATUS_OUTPUT } from "../../src/core/status-listeners/on-console-status-listener.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";

export interface Configured {
  readonly context: LoggerContext;
  readonly configurator: Configurator;
  /** What was printed about statuses. */
  readonly printed: string[];
  /** Puts the text of a `logback.xml` in force. */
  configure(xml: string): ConfigurationResult;
}

export interface ConfiguredOptions {
  readonly baseDir?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  /** Packages that a configuration may name components of. */
  readonly packages?: AllowedPackages;
  /** Without them, nothing is held back. */
  readonly drains?: DrainRegistry;
  /** Components beside the built-in ones. */
  readonly more?: readonly ComponentDefinition<unknown>[];
}

/** A logger context of its own with everything built in, and a configurator for it. */
export function configured({ baseDir = process.cwd(), properties = {}, environment = {}, profiles, packages, drains, more = [] }: ConfiguredOptions = {}): Configured {
  const context = new LoggerContext(drains === undefined ? {} : { drains });
  const printed: string[] = [];
  const print = (line: string): void => {
    printed.push(line);
  };
  const words = wordMap(conversionWords);
  const services = new Map<ServiceKey<unknown>, unknown>([
    [STATUS_OUTPUT, { stdout: print, stderr: print }],
    [CONVERSION_WORDS, words],
  ]);
  const configurator = new Configurator({
    context,
    registry: new ComponentRegistry([...components, ...more]),
    services,
    programProperties: new Map(Object.entries(properties)),
    environment,
    packages,
    ...(profiles === undefined ? {} : { profiles: () => profiles }),
  });
  return { context, configurator, printed, configure: (xml) => configurator.configure({ file: "logback.xml", baseDir, content: xml }) };
}

/** `WARN logback.xml:3:5 message` of every WARN and ERROR. */
export function complaints(statuses: readonly Status[]): string[] {
  return statuses
    .filter(({ level }) => level !== "INFO")
    .map(({ level, message, position }) => `${level} ${position === undefined ? "-" : formatPosition(position)} ${message}`);
}

/** What is said of a configuration. */
export function saidOf(xml: string, options: ConfiguredOptions = {}): string[] {
  return complaints(configured(options).configure(xml).statuses);
}
