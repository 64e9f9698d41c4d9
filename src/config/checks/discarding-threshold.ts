import type { Check } from "./check.js";
import { appenderElements, childText, childrenNamed } from "./search.js";

const DEFAULT_QUEUE_SIZE = 256;

/** `discardingThreshold` taken for a percentage, or larger than the queue. */
export const discardingThreshold: Check = {
  name: "discarding-threshold",
  find: (configuration) =>
    appenderElements(configuration).flatMap(({ draft, element }) => {
      const written = childrenNamed(element, "discardingThreshold")[0];
      const threshold = Number(childText(configuration, draft, element, "discardingThreshold"));
      const size = Number(childText(configuration, draft, element, "queueSize") ?? DEFAULT_QUEUE_SIZE);
      if (written === undefined || !(threshold > 0) || !(size > 0) || threshold < size) {
        return [];
      }
      return [
        {
          element: written,
          message: `<discardingThreshold> counts free places of the queue, and is no percentage: with ${threshold} of ${size} places the queue is always below it, so Logback would discard every event of INFO and lower. 0 discards nothing.`,
        },
      ];
    }),
};
