import { defineComponent, levelProperty, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { Level } from "../core/level.js";

/** The threshold that one value of an MDC key sets, for a `DynamicThresholdFilter`. */
export class MDCValueLevelPair {
  readonly value: string;
  /** The filter's default when `undefined`. */
  readonly level: Level | undefined;

  constructor(value: string, level: Level | undefined) {
    this.value = value;
    this.level = level;
  }
}

/**
 * `<MDCValueLevelPair>`
 *
 * - `<value>`: what the MDC key has to be. Required.
 * - `<level>`: a level name in any letter case; the filter's default threshold unless given.
 *
 * Status ERROR when the value is missing: the pair is left out, since no event could match it.
 */
export const mdcValueLevelPair: ComponentDefinition<MDCValueLevelPair> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.classic.turbo.MDCValueLevelPair"],
  properties: { value: stringProperty({ required: true }), level: levelProperty() },
  create: ({ value, level }) => new MDCValueLevelPair(value, level),
});
