import { readFileSync } from "node:fs";
import path from "node:path";
import { AllowedPackages } from "../config/allowed-packages.js";
import type { ConfigurationSource } from "../config/configurator.js";
import type { SurveyOptions } from "../config/survey.js";
import { STATUS_OUTPUT } from "../core/status-listeners/on-console-status-listener.js";
import { STATUS_FILE } from "../core/status-listeners/on-file-status-listener.js";
import { CONVERSION_WORDS, type ConverterFactory } from "../pattern/converter.js";
import { UsageError, type Arguments } from "./arguments.js";
import type { CommandEnvironment } from "./command.js";

/** The file as a program would be configured by it; relative paths in it start in the working directory. */
export function sourceOf(file: string, { workingDirectory }: CommandEnvironment): ConfigurationSource {
  const absolute = path.resolve(workingDirectory, file);
  return { file, baseDir: workingDirectory, resourceDirs: [path.dirname(absolute)], content: () => readFileSync(absolute) };
}

/** What to look at one file with: what the process knows, but nothing that prints or opens, and words of its own to add to. */
export function surveyOptions({ defined, profiles, packages }: Arguments, { registry, services, programProperties, environment, workingDirectory }: CommandEnvironment): SurveyOptions {
  const silent = (): void => {};
  const words = new Map(services.get(CONVERSION_WORDS) as ReadonlyMap<string, ConverterFactory> | undefined);
  return {
    registry,
    services: new Map([...services, [STATUS_OUTPUT, { stdout: silent, stderr: silent }], [STATUS_FILE, () => silent], [CONVERSION_WORDS, words]]),
    programProperties: new Map([...programProperties, ...defined]),
    environment,
    profiles,
    packages: allowed(packages, workingDirectory),
  };
}

/** They are looked for as a module in the working directory would find them. @throws UsageError for what is no package's name. */
function allowed(names: readonly string[], workingDirectory: string): AllowedPackages {
  const packages = new AllowedPackages();
  try {
    packages.allow(names, path.join(workingDirectory, "package.json"));
  } catch {
    throw new UsageError(`--package: expected the name of a package, such as @acme/logback-kafka, got ${names.map((name) => `"${name}"`).join(", ")}.`);
  }
  return packages;
}
