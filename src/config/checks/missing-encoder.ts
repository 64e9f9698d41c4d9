import { findAttribute } from "../reading.js";
import type { XmlElement } from "../xml/parse.js";
import type { Check } from "./check.js";
import { childrenNamed } from "./search.js";

/** An appender that needs an encoder and has none: it does not start, and everything sent to it is lost. */
export const missingEncoder: Check = {
  name: "missing-encoder",
  find: ({ appenders, appenderDrafts }) =>
    appenderDrafts.flatMap(({ name, element }) => {
      const appender = appenders.get(name)?.appender;
      return appender !== undefined && "encoder" in appender && appender.encoder === undefined
        ? [{ element, at: findAttribute(element, "name")?.position, level: "ERROR", message: `The appender [${name}] ${reasonFor(element)}, so it does not start and prints nothing.` }]
        : [];
    }),
};

function reasonFor(element: XmlElement): string {
  return childrenNamed(element, "encoder").length === 0 ? "has no <encoder>" : "has an encoder that cannot be made";
}
