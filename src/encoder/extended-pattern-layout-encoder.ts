import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { Encoder } from "../core/encoder.js";
import { CONVERSION_WORDS } from "../pattern/converter.js";
import { learnOpenXchangeWords } from "../pattern/open-xchange-words.js";
import { patternLayoutEncoder } from "./pattern-layout-encoder.js";

/**
 * `<encoder class="com.openexchange.logback.extensions.ExtendedPatternLayoutEncoder">`: Open-Xchange's pattern encoder.
 *
 * `<pattern>`, `<outputPatternAsHeader>`, `<charset>`, `<immediateFlush>` and `<neutralise>` as of a PatternLayoutEncoder. It also makes
 * `%lmdc`, `%ereplace`, `%tid` and `%sanitisedMessage` known, to patterns of other classes too that are read after it.
 */
export const extendedPatternLayoutEncoder: ComponentDefinition<Encoder> = defineComponent({
  kind: "encoder",
  classNames: [
    "com.openexchange.logback.extensions.ExtendedPatternLayoutEncoder",
    "com.openexchange.logback.extensions.encoders.ExtendedPatternLayoutEncoder",
    "ch.qos.logback.classic.encoder.ExtendedPatternLayoutEncoder",
  ],
  properties: patternLayoutEncoder.properties,
  create: (values, environment) => {
    learnOpenXchangeWords(environment.service(CONVERSION_WORDS));
    return patternLayoutEncoder.create(values, environment);
  },
});
