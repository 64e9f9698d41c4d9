import type { ServiceKey } from "../core/component.js";
import type { PatternOptions } from "./compiler.js";

/** What patterns of a configuration have in common; whatever is left out is not there. */
export interface PatternSettings extends Pick<PatternOptions, "evaluator" | "property" | "hasSequenceNumbers" | "throwableWord"> {
  /** Whether logged data is made harmless in every pattern that does not say otherwise. */
  readonly neutralise?: boolean;
}

export const PATTERN_SETTINGS: ServiceKey<PatternSettings> = { name: "pattern settings" };
