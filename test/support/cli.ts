import { components, conversionWords } from "../../src/builtins.js";
import { runLogback } from "../../src/cli/run-logback.js";
import type { ServiceKey } from "../../src/core/component.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";
import { SOME_TIME } from "./events.js";

export interface CommandRun {
  readonly code: number;
  readonly output: string;
  readonly complaints: string;
}

export interface CommandOptions {
  readonly workingDirectory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly hasColours?: boolean;
}

/** Runs `logback` with these words, in this process. */
export function logback(args: readonly string[], { workingDirectory = process.cwd(), environment = {}, hasColours = false }: CommandOptions = {}): CommandRun {
  let output = "";
  let complaints = "";
  const code = runLogback({
    args,
    workingDirectory,
    environment,
    hasColours,
    registry: new ComponentRegistry(components),
    services: new Map<ServiceKey<unknown>, unknown>([[CONVERSION_WORDS, wordMap(conversionWords)]]),
    programProperties: new Map([["user.dir", workingDirectory]]),
    version: () => "1.2.3",
    now: () => SOME_TIME,
    out: (text) => {
      output += text;
    },
    complain: (text) => {
      complaints += text;
    },
  });
  return { code, output, complaints };
}

/** The level that a `logback.xml` gives a logger, as this library prints it. */
export function levelIn(xml: string, logger: string): string | undefined {
  return new RegExp(`<logger name="${logger.replaceAll(".", "\\.")}" level="(\\w+)"`).exec(xml)?.[1];
}
