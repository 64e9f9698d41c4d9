import { readFileSync } from "node:fs";
import path from "node:path";
import type { Appender } from "../core/appender.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { DefaultStatusPrinter } from "../core/status-listeners/default-status-printer.js";
import { isInside } from "../util/is-inside.js";
import { mainModule } from "../util/main-module.js";
import { BASIC_CONFIGURATION } from "./basic-configuration.js";
import type { ConfigurationListener } from "./configuration-listener.js";
import { Configurator, type ConfigurationResult, type ConfigurationSource, type ConfiguratorOptions } from "./configurator.js";
import { elementsFromCode, type CodeConfiguration } from "./from-code.js";
import { pathGiven } from "./file-argument.js";
import { locateConfiguration, packageFoldersOf } from "./locate.js";
import { readRegularFile } from "./read-regular-file.js";
import { Reloads } from "./reload.js";
import { workingDirectory } from "./working-directory.js";

const ORIGIN = { origin: "configuration" };

/** What a {@link ContextConfiguration} is made of. */
export interface ContextConfigurationOptions extends ConfiguratorOptions {
  readonly printer: DefaultStatusPrinter;
  /** Called before every configuration that the program asks for. */
  readonly beforehand: () => void;
}

/**
 * The configuration of one logger context, from whatever source: puts it in force, has its files watched, reads them again
 * and takes it out of force.
 */
export class ContextConfiguration {
  readonly #context: LoggerContext;
  readonly #printer: DefaultStatusPrinter;
  readonly #configurator: Configurator;
  readonly #beforehand: () => void;
  readonly #listeners = new Set<ConfigurationListener>();
  readonly #reloads: Reloads;
  #settled: Promise<void> = Promise.resolve();
  #shutdown: Promise<void> | undefined;

  constructor({ printer, beforehand, ...options }: ContextConfigurationOptions) {
    const { context } = options;
    this.#beforehand = beforehand;
    this.#context = context;
    this.#printer = printer;
    this.#configurator = new Configurator(options);
    this.#reloads = new Reloads(context, (source, isReload) => this.#put(source, isReload));
    context.atStop = () => {
      this.#configurator.forget();
      this.#settleToo(this.#reloads.forget());
    };
  }

  /** Whether there is something that could be read again. */
  get isInForce(): boolean {
    return this.#reloads.hasSource;
  }

  fromXml(text: string, baseDir: string): ConfigurationResult {
    return this.#begin(() => ({ file: "<text>", baseDir, content: text }));
  }

  fromCode(code: CodeConfiguration, baseDir: string): ConfigurationResult {
    return this.#begin(codeSource("<code>", code, baseDir));
  }

  /**
   * @param file - A path relative to the working directory, or a URL.
   * @throws TypeError for anything else.
   */
  fromFile(file: string | URL, baseDir: string): ConfigurationResult {
    return this.#begin(fileSource(path.resolve(workingDirectory(), pathGiven(file, workingDirectory())), baseDir));
  }

  /** From the file that is found for the process; without one, events go to the console. */
  fromSurroundings(): ConfigurationResult {
    const { statusManager } = this.#context;
    const { file, reason } = locateConfiguration({ environment: process.env, mainModule: mainModule(), workingDirectory: workingDirectory() });
    if (file === undefined) {
      const message = `No configuration file was found; events go to the console, from DEBUG on. ${reason}`;
      // While somebody develops, the console shows it. In production nobody wants that, and an image may lack the file.
      statusManager[process.env["NODE_ENV"] === "production" ? "warn" : "info"](message, ORIGIN);
      return this.#begin(basicSource());
    }
    statusManager.info(`Configuration file ${file}, found by ${reason}.`, ORIGIN);
    return this.fromFile(file, workingDirectory());
  }

  /**
   * Reads the configuration again, and the files of it; one after the other, when it is asked for several times.
   *
   * @param reason - Why, as the status says it.
   */
  reload(reason: string): Promise<ConfigurationResult> {
    return this.#reloads.reload(reason);
  }

  /** Reads the configuration again and opens every log file anew: what SIGHUP means to a daemon. */
  async hangUp(): Promise<void> {
    if (this.isInForce) {
      await this.reload("on SIGHUP");
      for (const appender of this.#context.appenders) {
        this.#reopen(appender);
      }
    }
  }

  /** Writes out everything, stops all appenders and takes the configuration out of force. Calling it again gives the same promise. */
  shutdown(): Promise<void> {
    if (this.#shutdown === undefined) {
      // At once and not in its turn: a configuration that is made right after this call must not be undone by it.
      const stopped = this.#context.stop();
      this.#shutdown = this.#reloads.after(async () => {
        await Promise.all([stopped, this.#settled]);
      });
    }
    return this.#shutdown;
  }

  /** @returns Removes it. */
  addListener(listener: ConfigurationListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #reopen(appender: Appender): void {
    try {
      appender.reopen?.();
    } catch (cause) {
      this.#context.statusManager.error(`The appender [${appender.name}] failed to open its files anew.`, { ...ORIGIN, cause });
    }
  }

  /** The end waits for this. */
  #settleToo(settling: Promise<void>): void {
    this.#settled = Promise.all([this.#settled, settling]).then(() => {});
  }

  /** Puts a configuration in force that the program asks for; where it is refused and there is none, events go to the console. */
  #begin(source: () => ConfigurationSource): ConfigurationResult {
    this.#shutdown = undefined;
    this.#beforehand();
    const hadOne = this.isInForce;
    const result = this.#put(source(), false);
    this.#reloads.begin(source, result);
    if (!result.applied && !hadOne) {
      // Without any configuration every event would be lost for a typing mistake. What is read again is what was refused.
      this.#put(basicSource()(), false);
    }
    return result;
  }

  /** Puts a configuration in force, prints what is wrong with it and tells the listeners. */
  #put(source: ConfigurationSource, isReload: boolean): ConfigurationResult {
    const result = this.#printer.during(() => this.#configurator.configure(source, isReload));
    this.#settleToo(result.settled);
    for (const listener of this.#listeners) {
      try {
        if (result.applied) {
          listener.onChanged?.(result, this.#context);
        } else {
          listener.onFailed?.(result, this.#context);
        }
      } catch (cause) {
        this.#context.statusManager.error("A configuration listener failed.", { ...ORIGIN, cause });
      }
    }
    return result;
  }
}

/** Each time it is read, the file is shown as it would be written from where the program is then. */
function fileSource(file: string, baseDir: string): () => ConfigurationSource {
  return () => ({ file: displayName(file), baseDir, resourceDirs: resourceDirs(file), content: () => contentOf(file) });
}

function basicSource(): () => ConfigurationSource {
  return codeSource("<basic configuration>", BASIC_CONFIGURATION, workingDirectory());
}

function codeSource(name: string, code: CodeConfiguration, baseDir: string): () => ConfigurationSource {
  const { root, given } = elementsFromCode(code);
  return () => ({ file: name, baseDir, content: root, appenders: given });
}

/** Pipes are allowed here: whoever starts the program names this file. */
function contentOf(file: string): Uint8Array {
  const read = readRegularFile(file);
  return read !== undefined && "content" in read ? read.content : readFileSync(file);
}

/** As short as an operator would write it. */
function displayName(file: string): string {
  const folder = workingDirectory();
  return file !== folder && isInside(file, folder) ? path.relative(folder, file) : file;
}

/** Where `resource` attributes are looked up: beside the file, then in the main module's package. */
function resourceDirs(file: string): string[] {
  return [path.dirname(file), ...packageFoldersOf(mainModule())];
}
