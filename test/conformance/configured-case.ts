import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { components, conversionWords } from "../../src/builtins.js";
import { Configurator, type ConfigurationResult } from "../../src/config/configurator.js";
import type { ServiceKey } from "../../src/core/component.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { STATUS_FILE } from "../../src/core/status-listeners/on-file-status-listener.js";
import { STATUS_OUTPUT } from "../../src/core/status-listeners/on-console-status-listener.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";
import type { Clock } from "../../src/util/clock.js";

/** What the cases that configure a context have in common. */
export interface ConfigInput {
  readonly xml: string;
  readonly files?: Readonly<Record<string, FileInput>>;
  readonly sysProps?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: number;
  readonly initialContextName?: string;
}

/** A file beside the configuration: its text, or more about it. */
export type FileInput = string | { readonly text?: string; readonly base64?: string; readonly mtimeMillis?: number };

/** Logback's default when a case sets no clock. */
export const CASE_CLOCK = 1_710_498_600_000;

/** The bytes of a file that a case brings. */
export function bytesOf(content: FileInput): Buffer {
  const { text, base64 } = typeof content === "string" ? { text: content, base64: undefined } : content;
  return base64 === undefined ? Buffer.from(text ?? "") : Buffer.from(base64, "base64");
}

export function writeFiles(folder: string, { files = {} }: ConfigInput): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    const mtimeMillis = typeof content === "string" ? undefined : content.mtimeMillis;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytesOf(content));
    if (mtimeMillis !== undefined) {
      utimesSync(file, mtimeMillis / 1000, mtimeMillis / 1000);
    }
  }
}

/** A fresh context, configured as the case says, with everything built in and nothing of this process. */
export function configureIn(folder: string, { xml, sysProps = {}, env = {}, initialContextName = "default" }: ConfigInput, clock: Clock): { context: LoggerContext; result: ConfigurationResult } {
  const context = new LoggerContext({ name: initialContextName, clock });
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
