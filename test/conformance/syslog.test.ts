import { expect, test } from "vitest";
import { answerSyslog } from "./answer-syslog.js";
import { differences } from "./differences.js";

test("every syslog datagram of the corpus is that of real Logback", async () => {
  expect(await differences("syslog", answerSyslog)).toBe("");
});
