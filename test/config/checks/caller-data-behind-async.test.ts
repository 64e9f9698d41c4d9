import { expect, test } from "vitest";
import { callerDataBehindAsync } from "../../../src/config/checks/caller-data-behind-async.js";
import { found } from "../../support/checks.js";

function xml(pattern: string, inAsync: string, reference = "ASYNC"): string {
  return `<configuration><appender name="OUT" class="ConsoleAppender"><encoder>
<pattern>${pattern}</pattern></encoder></appender>
<appender name="ASYNC" class="AsyncAppender">${inAsync}<appender-ref ref="OUT"/></appender>
<root><appender-ref ref="${reference}"/></root></configuration>`;
}

test("%line behind an AsyncAppender without includeCallerData is warned of", () => {
  expect(found(callerDataBehindAsync, xml("%msg %line%n", ""))).toEqual([
    'WARN 2:15 %line prints "?" here: events come through [ASYNC], which looks up no call site. Write <includeCallerData>true</includeCallerData> there.',
  ]);
});

test("nothing is wrong with includeCallerData, without caller words, and without the AsyncAppender", () => {
  expect(found(callerDataBehindAsync, xml("%msg %line%n", "<includeCallerData>true</includeCallerData>"))).toEqual([]);
  expect(found(callerDataBehindAsync, xml("%msg%n", ""))).toEqual([]);
  expect(found(callerDataBehindAsync, xml("%msg %line%n", "", "OUT"))).toEqual([]);
});
