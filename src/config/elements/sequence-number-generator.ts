import type { SequenceNumberGenerator } from "../../core/logger-context.js";
import { buildTopLevel } from "../build-top-level.js";
import type { ElementHandler } from "../element-handler.js";

/**
 * `<sequenceNumberGenerator class="ch.qos.logback.core.spi.BasicSequenceNumberGenerator"/>`: numbers events for `%sn`.
 *
 * Source: Logback manual, "Configuration", sequence numbers.
 */
export const sequenceNumberGeneratorElement: ElementHandler = {
  names: ["sequenceNumberGenerator"],
  attributes: ["class"],
  read: (element, reading, origin) => {
    reading.draft.sequenceNumbers = buildTopLevel("sequenceNumberGenerator", element, reading, origin) as SequenceNumberGenerator | undefined;
  },
};
