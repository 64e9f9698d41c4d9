import { expect, test } from "vitest";
import { missingPart } from "../../../src/config/checks/missing-part.js";
import { found, withAppender } from "../../support/checks.js";

const incomplete = [
  ["ch.qos.logback.core.FileAppender", "", "FileAppender needs <file>"],
  ["ch.qos.logback.classic.AsyncAppender", "", "AsyncAppender needs <appender-ref>"],
  ["ch.qos.logback.classic.net.SyslogAppender", "<syslogHost>localhost</syslogHost>", "SyslogAppender needs <facility>"],
  ["ch.qos.logback.classic.sift.SiftingAppender", '<sift><appender name="x" class="ListAppender"/></sift>', "SiftingAppender needs <discriminator>"],
  ["com.openexchange.logback.extensions.logstash.LogstashSocketAppender", "<port>31337</port>", "LogstashSocketAppender needs <remoteHost>"],
  ["com.openexchange.logback.extensions.appenders.logstash.LogstashSocketAppender", "<remoteHost>localhost</remoteHost>", "LogstashSocketAppender needs <port>"],
  ["net.logstash.logback.appender.LogstashTcpSocketAppender", "", "LogstashTcpSocketAppender needs <destination> or <remoteHost>"],
  ["net.logstash.logback.appender.LogstashUdpSocketAppender", "<port>5000</port>", "LogstashUdpSocketAppender needs <host>"],
] as const;

for (const [className, inside, message] of incomplete) {
  test(`${message}, and would not start`, () => {
    expect(found(missingPart, withAppender(className, inside))).toEqual([`ERROR 2:1 ${message}; without it the appender does not start.`]);
  });
}

const unusable = [
  ["<facility>LOG_AUDIT</facility>", /<facility>: expected KERN, .*, got "LOG_AUDIT"\.$/],
  ["<facility>${unknown:-LOKAL0}</facility>", /<facility>: expected KERN, .*, got "LOKAL0"\.$/],
  ["<facility>USER</facility><protocol>tpc</protocol>", /<protocol>: expected udp, tcp, tls, unix, got "tpc"\.$/],
  ["<facility>USER</facility><format>rfc9999</format>", /<format>: expected rfc3164, rfc5424, got "rfc9999"\.$/],
  ["<facility>USER</facility><protocol>tcp</protocol><framing>none</framing>", /<framing>: expected octetCounting, newline, got "none"\.$/],
] as const;

for (const [inside, reason] of unusable) {
  test(`a SyslogAppender with ${inside} would not start`, () => {
    const [finding, ...others] = found(missingPart, withAppender("ch.qos.logback.classic.net.SyslogAppender", `<syslogHost>localhost</syslogHost>${inside}`));

    expect(finding).toMatch(/^ERROR 2:1 The appender \[A\] does not start: /);
    expect(finding).toMatch(reason);
    expect(others).toEqual([]);
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
  ["SyslogAppender", "<facility>local3</facility><protocol>TCP</protocol><format>RFC5424</format><framing>NEWLINE</framing>"],
  ["ListAppender", ""],
]) {
  test(`${className ?? ""} is complete with "${inside ?? ""}"`, () => {
    expect(found(missingPart, withAppender(className ?? "", inside ?? ""))).toEqual([]);
  });
}
