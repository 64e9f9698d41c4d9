import type { Logger } from "../../core/logger.js";
import type { SourcePosition } from "../../core/status.js";
import { childrenNamed, elementsOfLogger } from "../checks/search.js";
import { findAttribute } from "../reading.js";
import type { SurveyedConfiguration } from "../survey.js";

/** Where the level of a logger comes from. */
export interface LevelSource {
  /** The logger that the level is written on: itself or one above. */
  readonly levelFrom: string;
  /** Where it is written; `undefined` for the level that the root has without a word. */
  readonly levelPosition: SourcePosition | undefined;
}

/** Finds the logger whose level counts for another, and its element. */
export function levelSourceOf(logger: Logger, configuration: SurveyedConfiguration): LevelSource {
  const { name } = nearestWithLevel(logger);
  const element = elementsOfLogger(configuration, name).findLast((candidate) => findAttribute(candidate, "level") !== undefined || childrenNamed(candidate, "level").length > 0);
  return { levelFrom: name, levelPosition: element === undefined ? undefined : configuration.reading.placeOf(element.position) };
}

function nearestWithLevel(logger: Logger): Logger {
  return logger.level === undefined && logger.parent !== undefined ? nearestWithLevel(logger.parent) : logger;
}
