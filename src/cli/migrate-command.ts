import { readFileSync } from "node:fs";
import path from "node:path";
import { neutralise } from "../util/neutralise.js";
import { UsageError, type Arguments } from "./arguments.js";
import { HAS_PROBLEMS, OK, type CommandEnvironment } from "./command.js";
import { printXml, type XmlPart } from "./migrate/print-xml.js";
import { MigrationError, readOldConfiguration } from "./migrate/read-old.js";
import { Remarks } from "./migrate/remark.js";
import { toLogback } from "./migrate/to-logback.js";
import { toOpenXchange, type OldFile } from "./migrate/to-open-xchange.js";
import { paintFor, type Paint } from "./paint.js";

/** A configuration is no larger than this; more is not read. */
const MOST_BYTES = 1024 * 1024;

/** An old configuration by the name it was given by. */
interface NamedFile extends OldFile {
  readonly file: string;
}

/**
 * `logback migrate <file...>`: prints a `logback.xml` on the standard output, and on the standard error what is not, or not
 * in the same form, in it.
 */
export function migrateCommand(files: readonly string[], { appenders, json, strict }: Arguments, environment: CommandEnvironment): number {
  if (files.length === 0) {
    throw new UsageError("Expected a file to migrate, such as: logback migrate log4j.xml.");
  }
  if (json) {
    throw new UsageError("--json belongs to check and explain; migrate prints XML.");
  }
  const paint = paintFor(environment.hasColours);
  const read: NamedFile[] = [];
  for (const file of files) {
    const remarks = new Remarks();
    try {
      read.push({ file, remarks, configuration: readOldConfiguration(contentOf(file, environment), remarks) });
    } catch (error) {
      if (!(error instanceof MigrationError)) {
        throw error;
      }
      environment.complain(`${paint.bold(error.line === undefined ? file : `${file}:${error.line}`)}: ${paint.red("error")}: ${neutralise(error.message)}\n`);
      return HAS_PROBLEMS;
    }
  }
  environment.out(printXml(migrated(read, appenders)));
  environment.complain(read.map((one) => printRemarks(one, paint)).join(""));
  return strict && read.some(({ remarks }) => remarks.all.some(({ level }) => level === "WARN")) ? HAS_PROBLEMS : OK;
}

/** Open-Xchange's files by its rules, unless their own appenders are wanted; of others each for itself. */
function migrated(files: readonly NamedFile[], hasOwnAppenders: boolean): XmlPart {
  if (!hasOwnAppenders && files.every(({ configuration }) => configuration.isKnownToOpenXchange)) {
    for (const { configuration, remarks } of files.filter((one) => !one.configuration.loggers.some(({ name }) => name.startsWith("com.openexchange")))) {
      remarks.note(1, `What is printed is Open-Xchange's logback.xml with the levels of this file; --appenders carries ${configuration.library === "Log4j" ? "its appenders" : "its handlers"} over instead.`);
    }
    return toOpenXchange(files);
  }
  const [only, ...others] = files;
  if (only === undefined || others.length > 0) {
    throw new UsageError("Expected one file, or Open-Xchange's file-logging.properties and log4j.xml.");
  }
  return toLogback(only);
}

function contentOf(file: string, { workingDirectory }: CommandEnvironment): Uint8Array {
  try {
    const content = readFileSync(path.resolve(workingDirectory, file));
    if (content.length > MOST_BYTES) {
      throw new Error(`expected at most ${MOST_BYTES} bytes, came ${content.length}`);
    }
    return content;
  } catch (error) {
    throw new MigrationError(`Could not read the file: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function printRemarks({ file, remarks }: NamedFile, paint: Paint): string {
  return remarks.all.map(({ level, line, message }) => `${paint.bold(`${file}:${line}`)}: ${level === "WARN" ? paint.yellow("warning") : paint.blue("note")}: ${neutralise(message)}\n`).join("");
}
