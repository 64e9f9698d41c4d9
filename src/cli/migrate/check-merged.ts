import { checkConfiguration } from "../../config/check.js";
import type { ConfigurationSource } from "../../config/configurator.js";
import type { SurveyOptions } from "../../config/survey.js";
import { ROOT_NAME } from "../../core/logger-context.js";
import type { OpenXchangeChanges } from "./open-xchange-changes.js";
import type { Remarks } from "./remark.js";

/** Says which errors `logback check` finds in a merged file, and which loggers do not get the level that was merged. */
export function checkMerged(source: ConfigurationSource, { levels, rootLevel }: OpenXchangeChanges, options: SurveyOptions, remarks: Remarks): void {
  const { problems, configuration } = checkConfiguration(source, options);
  for (const { file, line, column, message } of problems.filter(({ level }) => level === "ERROR")) {
    const isIncluded = file !== source.file;
    remarks.error(line === undefined || isIncluded ? undefined : { line, column: column ?? 1 }, isIncluded ? `In ${file}${line === undefined ? "" : `:${line}`}: ${message}` : message);
  }
  if (configuration === undefined) {
    return;
  }
  const wanted = rootLevel === undefined ? levels : new Map([...levels, [ROOT_NAME, rootLevel]]);
  for (const [name, level] of wanted) {
    const found = configuration.loggers.get(name)?.level?.name ?? "none";
    if (found !== level) {
      remarks.warn(undefined, `${name === ROOT_NAME ? "The root" : `Logger [${name}]`} gets the level ${found} and not ${level}: another place, such as an <if> or an included file, says so.`);
    }
  }
}
