import { defineComponent, type ComponentDefinition } from "./component.js";
import type { SequenceNumberGenerator } from "./logger-context.js";

/**
 * Numbers events from 1.
 *
 * Source: Logback, `ch.qos.logback.core.spi.BasicSequenceNumberGenerator`.
 */
export class BasicSequenceNumberGenerator implements SequenceNumberGenerator {
  #last = 0;

  next(): number {
    return ++this.#last;
  }
}

/** `<sequenceNumberGenerator class="ch.qos.logback.core.spi.BasicSequenceNumberGenerator"/>` */
export const basicSequenceNumberGenerator: ComponentDefinition<SequenceNumberGenerator> = defineComponent({
  kind: "sequenceNumberGenerator",
  classNames: ["ch.qos.logback.core.spi.BasicSequenceNumberGenerator"],
  properties: {},
  create: () => new BasicSequenceNumberGenerator(),
});
