import type { Appender } from "../../core/appender.js";
import type { Check, Finding } from "./check.js";
import { appenderElements, childrenNamed, childText, shortClassOf } from "./search.js";

/** Elements without which an appender does not start; one of each row has to be there. */
const REQUIRED: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["AsyncAppender", [["appender-ref"]]],
  ["FileAppender", [["file"]]],
  ["LogstashSocketAppender", [["remoteHost"], ["port"]]],
  ["LogstashTcpSocketAppender", [["destination", "remoteHost"]]],
  ["LogstashUdpSocketAppender", [["host"], ["port"]]],
  ["SiftingAppender", [["discriminator"], ["sift"]]],
  ["SyslogAppender", [["facility"]]],
]);

/** An appender that lacks a part, or has one it cannot use, and so does not start; and an AsyncAppender with more than it uses. */
export const missingPart: Check = {
  name: "missing-part",
  find: (configuration) =>
    appenderElements(configuration).flatMap(({ draft, element }): Finding[] => {
      const className = shortClassOf(element);
      const missing = (REQUIRED.get(className) ?? []).filter((names) => names.every((name) => childrenNamed(element, name).length === 0));
      const [, second] = className === "AsyncAppender" ? childrenNamed(element, "appender-ref") : [];
      const queueSize = className === "AsyncAppender" ? Number(childText(configuration, draft, element, "queueSize") ?? 1) : 1;
      const queue = childrenNamed(element, "queueSize")[0];
      const defect = missing.length === 0 && element === draft.element ? defectOf(configuration.appenders.get(draft.name)?.appender) : undefined;
      return [
        ...missing.map((names) => ({ element, level: "ERROR" as const, message: `${className} needs ${names.map((name) => `<${name}>`).join(" or ")}; without it the appender does not start.` })),
        ...(defect === undefined ? [] : [{ element, level: "ERROR" as const, message: `The appender [${draft.name}] does not start: ${defect}` }]),
        ...(second === undefined ? [] : [{ element: second, message: "AsyncAppender takes one <appender-ref>; this one is ignored. Write an AsyncAppender for each." }]),
        ...(queue !== undefined && queueSize < 1 ? [{ element: queue, level: "ERROR" as const, message: `<queueSize> is ${queueSize}, and no event fits in; the appender does not start.` }] : []),
      ];
    }),
};

/** What an appender says of itself that keeps it from starting. */
function defectOf(appender: Appender | undefined): string | undefined {
  return appender !== undefined && "defect" in appender && typeof appender.defect === "string" ? appender.defect : undefined;
}
