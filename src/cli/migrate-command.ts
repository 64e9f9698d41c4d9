import { readFileSync } from "node:fs";
import path from "node:path";
import { neutralise } from "../util/neutralise.js";
import { UsageError, type Arguments } from "./arguments.js";
import { HAS_PROBLEMS, OK, type CommandEnvironment } from "./command.js";
import { checkMerged } from "./migrate/check-merged.js";
import { mergeInto } from "./migrate/merge-into.js";
import { MigrationError, type Place } from "./migrate/migration-error.js";
import type { OldFile } from "./migrate/old-configuration.js";
import { openXchangeChanges, type OpenXchangeChanges, type Packaged } from "./migrate/open-xchange-changes.js";
import { openXchangeConfiguration } from "./migrate/open-xchange.js";
import { levelsOf, SHIPPED_LEVELS } from "./migrate/packaged-levels.js";
import { printXml } from "./migrate/print-xml.js";
import { readOldConfiguration } from "./migrate/read-old.js";
import { readTarget } from "./migrate/read-target.js";
import { Remarks } from "./migrate/remark.js";
import { toLogback } from "./migrate/to-logback.js";
import { paintFor, type Paint } from "./paint.js";
import { sourceOf, surveyOptions } from "./source.js";

/** A configuration is no larger than this; more is not read. */
const MOST_BYTES = 1024 * 1024;

/** Remarks, and the file that they are about. */
interface Told {
  readonly file: string;
  readonly remarks: Remarks;
}

/** An old configuration by the name it was given by. */
interface NamedFile extends OldFile, Told {}

/** What is printed, and what there is to say of it. */
interface Migrated {
  readonly text: string;
  readonly told: readonly Told[];
  readonly hasErrors?: boolean;
}

/** A file of which nothing can be used. */
class Refused extends Error {
  readonly file: string;
  readonly place: Place | undefined;

  constructor(file: string, { message, place }: MigrationError) {
    super(message);
    this.name = "Refused";
    this.file = file;
    this.place = place;
  }
}

/**
 * `logback migrate <file...>`: prints a `logback.xml` on the standard output, and on the standard error what is not, or not
 * in the same form, in it.
 */
export function migrateCommand(files: readonly string[], given: Arguments, environment: CommandEnvironment): number {
  if (files.length === 0) {
    throw new UsageError("Expected a file to migrate, such as: logback migrate log4j.xml.");
  }
  if (given.json) {
    throw new UsageError("--json belongs to check and explain; migrate prints XML.");
  }
  const paint = paintFor(environment.hasColours);
  try {
    const { text, told, hasErrors } = migrated(files.map((file) => readOld(file, environment)), given, environment);
    environment.out(text);
    environment.complain(told.map((one) => printRemarks(one, paint)).join(""));
    return hasErrors === true || (given.strict && told.some(({ remarks }) => remarks.all.some(({ level }) => level === "WARN"))) ? HAS_PROBLEMS : OK;
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    environment.complain(`${paint.bold(placeIn(error.file, error.place))}: ${paint.red("error")}: ${neutralise(error.message)}\n`);
    return HAS_PROBLEMS;
  }
}

/** Open-Xchange's files by its rules, unless their own appenders are wanted; of others each for itself. */
function migrated(files: readonly NamedFile[], given: Arguments, environment: CommandEnvironment): Migrated {
  if (!given.appenders && files.every(({ configuration }) => configuration.isKnownToOpenXchange)) {
    return byOpenXchangeRules(files, given, environment);
  }
  if (given.into !== undefined || given.packaged.length > 0) {
    throw new UsageError(`--${given.into === undefined ? "packaged" : "into"} belongs to Open-Xchange's file-logging.properties and log4j.xml, whose levels alone are merged.`);
  }
  const [only, ...others] = files;
  if (only === undefined || others.length > 0) {
    throw new UsageError("Expected one file, or Open-Xchange's file-logging.properties and log4j.xml.");
  }
  return { text: printXml(toLogback(only)), told: files };
}

function byOpenXchangeRules(files: readonly NamedFile[], given: Arguments, environment: CommandEnvironment): Migrated {
  const changes = openXchangeChanges(files, packagedLevels(files, given, environment));
  if (given.into !== undefined) {
    return merged(given.into, changes, { files, given, environment });
  }
  const foreign = files.filter(({ configuration }) => !configuration.loggers.some(({ name }) => name.startsWith("com.openexchange")));
  for (const { configuration, remarks } of foreign) {
    remarks.note(1, `What is printed is Open-Xchange's logback.xml with the levels of this file; --appenders carries ${configuration.library === "Log4j" ? "its appenders" : "its handlers"} over instead.`);
  }
  return { text: printXml(openXchangeConfiguration(changes)), told: foreign.length === files.length ? files : [...files, serverProperties()] };
}

/** What belongs elsewhere. */
function serverProperties(): Told {
  const remarks = new Remarks();
  remarks.note(undefined, "Open-Xchange's own migration adds com.openexchange.log.suppressedCategories=USER_INPUT there and deletes com.openexchange.log.propertyNames.");
  return { file: "server.properties", remarks };
}

interface Surroundings {
  readonly files: readonly NamedFile[];
  readonly given: Arguments;
  readonly environment: CommandEnvironment;
}

function merged(into: string, changes: OpenXchangeChanges, { files, given, environment }: Surroundings): Migrated {
  const remarks = new Remarks();
  const text = inFile(into, () => mergeInto(readTarget(contentOf(into, environment)), changes, remarks));
  const asPrinted = new Remarks();
  checkMerged({ ...sourceOf(into, environment), content: text }, changes, surveyOptions(given, environment), asPrinted);
  return { text, told: [...files, { file: into, remarks }, serverProperties(), { file: `${into} as printed`, remarks: asPrinted }], hasErrors: asPrinted.all.some(({ level }) => level === "ERROR") };
}

/** What to compare the files with: what was shipped, but for the libraries of which the operator has the file. */
function packagedLevels(files: readonly NamedFile[], { packaged }: Arguments, environment: CommandEnvironment): Packaged {
  const levels = new Map(SHIPPED_LEVELS);
  for (const file of packaged) {
    const { configuration } = readOld(file, environment);
    if (!files.some((one) => one.configuration.library === configuration.library)) {
      throw new UsageError(`--packaged: ${file} is of ${configuration.library}, which no file to migrate is.`);
    }
    levels.set(configuration.library, levelsOf(configuration));
  }
  return { what: packaged.length === 0 ? "the file that Open-Xchange shipped (--packaged names another)" : packaged.join(" and "), levels };
}

function readOld(file: string, environment: CommandEnvironment): NamedFile {
  const remarks = new Remarks();
  return { file, remarks, configuration: inFile(file, () => readOldConfiguration(contentOf(file, environment), remarks)) };
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof MigrationError ? new Refused(file, error) : error;
  }
}

function contentOf(file: string, { workingDirectory }: CommandEnvironment): Uint8Array {
  try {
    const content = readFileSync(path.resolve(workingDirectory, file));
    if (content.length > MOST_BYTES) {
      throw new Error(`expected at most ${MOST_BYTES} bytes, got ${content.length}`);
    }
    return content;
  } catch (error) {
    throw new MigrationError(`Could not read the file: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function printRemarks({ file, remarks }: Told, paint: Paint): string {
  const words = { ERROR: paint.red("error"), WARN: paint.yellow("warning"), INFO: paint.blue("note") };
  return remarks.all.map(({ level, place, message }) => `${paint.bold(placeIn(file, place))}: ${words[level]}: ${neutralise(message)}\n`).join("");
}

function placeIn(file: string, place: Place | undefined): string {
  return place === undefined ? file : `${file}:${place.line}${place.column === undefined ? "" : `:${place.column}`}`;
}
