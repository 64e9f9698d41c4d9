import { expect, test } from "vitest";
import { missingPart } from "../../../src/config/checks/missing-part.js";
import { found, withAppender } from "../../support/checks.js";

const incomplete = [
  ["ch.qos.logback.core.FileAppender", "", "FileAppender needs <file>"],
  ["ch.qos.logback.classic.AsyncAppender", "", "AsyncAppender needs <appender-ref>"],
  ["ch.qos.logback.classic.net.SyslogAppender", "<syslogHost>localhost</syslogHost>", "SyslogAppender needs <facility>"],
  ["ch.qos.logback.classic.sift.SiftingAppender", '<sift><appender name="x" class="ListAppender"/></sift>', "SiftingAppender needs <discriminator>"],
  ["net.logstash.logback.appender.LogstashTcpSocketAppender", "", "LogstashTcpSocketAppender needs <destination> or <remoteHost>"],
  ["net.logstash.logback.appender.LogstashUdpSocketAppender", "<port>5000</port>", "LogstashUdpSocketAppender needs <host>"],
] as const;

for (const [className, inside, message] of incomplete) {
  test(`${message}, and would not start`, () => {
    expect(found(missingPart, withAppender(className, inside))).toEqual([`ERROR 2:1 ${message}; without it the appender does not start.`]);
  });
}

test("a queue without a place is an error, a second reference is ignored", () => {
  expect(found(missingPart, withAppender("AsyncAppender", '<appender-ref ref="B"/>\n<queueSize>0</queueSize>'))).toEqual(["ERROR 3:1 <queueSize> is 0, and no event fits in; the appender does not start."]);
  expect(found(missingPart, withAppender("AsyncAppender", '<appender-ref ref="B"/>\n<appender-ref ref="C"/>'))).toEqual([
    "WARN 3:1 AsyncAppender takes one <appender-ref>; this one is ignored. Write an AsyncAppender for each.",
  ]);
});

for (const [className, inside] of [
  ["FileAppender", "<file>/x.log</file>"],
  ["FileAppender", "<File>/x.log</File>"],
  ["AsyncAppender", '<appender-ref ref="B"/><queueSize>10</queueSize>'],
  ["LogstashTcpSocketAppender", "<remoteHost>localhost</remoteHost>"],
  ["ListAppender", ""],
]) {
  test(`${className ?? ""} is complete with "${inside ?? ""}"`, () => {
    expect(found(missingPart, withAppender(className ?? "", inside ?? ""))).toEqual([]);
  });
}
