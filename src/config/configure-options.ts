import type { LoggerContext } from "../core/logger-context.js";
import { kindOf } from "../core/safe-access.js";
import { closest } from "../util/did-you-mean.js";
import { pathGiven } from "./file-argument.js";
import type { CodeConfiguration } from "./from-code.js";
import { workingDirectory } from "./working-directory.js";

/**
 * Options of `configure`. At most one of `file`, `xml` and the parts of {@link CodeConfiguration}; with none of
 * them, the configuration file is looked for as at the first use.
 *
 * @public
 */
export interface ConfigureOptions extends CodeConfiguration {
  /** The context that is configured; the process's own unless given. */
  readonly context?: LoggerContext;
  /** Path of a `logback.xml`, relative to the working directory, or its URL: `new URL("logback.xml", import.meta.url)`. */
  readonly file?: string | URL;
  /** Text of a `logback.xml`. */
  readonly xml?: string;
  /** Relative paths in the configuration start here; the working directory unless given. */
  readonly baseDir?: string;
  /** Program properties, which `${name}` finds: what Java gets by `-D`. They stay for later configurations. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Spring profiles that are active, for `<springProfile>`; otherwise `SPRING_PROFILES_ACTIVE`, else `NODE_ENV`. They stay for later configurations. */
  readonly profiles?: readonly string[];
  /**
   * Names of packages whose components configurations may name, as `class="@acme/logback-kafka"` or
   * `class="@acme/logback-kafka/KafkaAppender"`. They stay for later configurations. None unless given.
   */
  readonly packages?: readonly string[];
  /** A module that could import those packages, such as `import.meta.url`; the main module's package unless given. */
  readonly packagesFrom?: string | URL;
  /** `false`: unwritten lines are not saved when a signal ends the process. True unless given. */
  readonly signals?: boolean;
  /** `true`: SIGHUP has every configuration read again and every log file opened anew. False unless given: it ends the process. */
  readonly reloadOnSighup?: boolean;
}

/** Options that are no part of a configuration written in code. */
const NOT_CODE: ReadonlySet<string> = new Set<Exclude<keyof ConfigureOptions, keyof CodeConfiguration>>([
  "baseDir",
  "context",
  "file",
  "packages",
  "packagesFrom",
  "profiles",
  "properties",
  "reloadOnSighup",
  "signals",
  "xml",
]);

const CODE: ReadonlySet<string> = new Set<keyof CodeConfiguration>(["appenders", "contextName", "loggers", "root", "statusListeners", "turboFilters"]);

/**
 * The configuration that is written in the options themselves; `undefined` where there is none.
 *
 * @throws TypeError when it is not the only source, for something else than an object, and for an option that is none: a
 * typing mistake must not take the configuration out of force. Beside parts of a configuration it becomes a status.
 */
export function codeIn(options: ConfigureOptions): CodeConfiguration | undefined {
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new TypeError(`configure: expected an object, such as { file: "logback.xml" }, got ${kindOf(options)}.`);
  }
  const code = Object.entries(options).filter(([name, value]) => value !== undefined && !NOT_CODE.has(name));
  refuseUnknown(
    code.map(([name]) => name).filter((name) => !CODE.has(name)),
    code.some(([name]) => CODE.has(name)),
  );
  const { file, xml } = options;
  const hasCode = code.length > 0;
  if (Number(file !== undefined) + Number(xml !== undefined) + Number(hasCode) > 1) {
    throw new TypeError("configure: expected one of file, xml, or appenders and loggers; got more than one of them.");
  }
  if (file !== undefined) {
    pathGiven(file, workingDirectory());
  }
  return hasCode ? Object.fromEntries(code) : undefined;
}

function refuseUnknown(unknown: readonly string[], hasParts: boolean): void {
  const known = [...NOT_CODE, ...CODE];
  for (const name of unknown) {
    const near = closest(name, known);
    if (near !== undefined || !hasParts) {
      throw new TypeError(`configure: there is no option "${name}"; ${near === undefined ? `there are ${known.join(", ")}.` : `did you mean "${near}"?`}`);
    }
  }
}
