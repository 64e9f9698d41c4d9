import { reachOf } from "../reach.js";
import type { Check } from "./check.js";

/** An appender on a logger and on one above it, to which its events go too. */
export const duplicateOutput: Check = {
  name: "duplicate-output",
  find: ({ context, reading }) =>
    [...reading.draft.loggers].flatMap(([name, { references }]) => {
      const above = reachOf(context.getLogger(name)).filter(({ from }) => from.name !== name);
      return references.flatMap(({ name: appender, element }) => {
        const other = above.find((reached) => reached.appender.name === appender)?.from.name;
        return other === undefined
          ? []
          : [{ element, message: `Each event of "${name}" is in [${appender}] twice: it goes there from "${name}" and from "${other}" above it. Remove one reference, or write additivity="false" on "${name}".` }];
      });
    }),
};
