import { expect, onTestFinished, test } from "vitest";
import { loggingEventAsyncDisruptorAppender } from "../../src/appender/async-disruptor-appender.js";
import type { AsyncAppender } from "../../src/appender/async-appender.js";
import type { ListAppender } from "../../src/appender/list-appender.js";
import { complaints, configured, type Configured } from "../support/configured.js";

function run(elements: string): Configured {
  const made = configured();
  const list = (name: string): string => `<appender name="${name}" class="ch.qos.logback.core.read.ListAppender"/>`;
  made.configure(`<configuration>${list("ONE")}${list("TWO")}
    <appender name="RING" class="net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender">${elements}</appender>
    <root level="INFO"><appender-ref ref="RING"/></root></configuration>`);
  onTestFinished(() => made.context.stop());
  return made;
}

function messagesOf({ context }: Configured, name: string): string[] {
  return (context.findAppender(name) as ListAppender).list.map(({ formattedMessage }) => formattedMessage);
}

test("events are handed on to every appender, in order", async () => {
  const made = run(`<appender-ref ref="ONE"/><appender-ref ref="TWO"/>`);
  made.context.getLogger("a").info("first");
  made.context.getLogger("a").info("second");

  await expect.poll(() => messagesOf(made, "TWO")).toEqual(["first", "second"]);
  expect(messagesOf(made, "ONE")).toEqual(["first", "second"]);
});

test("more events than the ring holds are all handed on", async () => {
  const made = run(`<ringBufferSize>4</ringBufferSize><appender-ref ref="ONE"/>`);

  for (let index = 0; index < 100; index++) {
    made.context.getLogger("a").info("{}", index);
  }

  await expect.poll(() => messagesOf(made, "ONE")).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
});

test("what is about threads is accepted, and the ring is as large as in Java", () => {
  const made = run(`<appendTimeout>-1</appendTimeout><appendRetryFrequency>5</appendRetryFrequency><waitStrategyType>blocking</waitStrategyType>
    <producerType>MULTI</producerType><threadNameFormat>x</threadNameFormat><daemon>true</daemon><droppedWarnFrequency>1000</droppedWarnFrequency>
    <addDefaultStatusListener>false</addDefaultStatusListener><shutdownGracePeriod>1 minute</shutdownGracePeriod><includeCallerData>true</includeCallerData><appender-ref ref="ONE"/><appender-ref ref="TWO"/>`);

  expect(made.context.findAppender("RING") as AsyncAppender).toMatchObject({ queueSize: 8_192, discardingThreshold: 0, maxFlushTimeMs: 60_000, includeCallerData: true });
  expect(complaints(made.context.statusManager.statuses)).toEqual([]);
});

test("loggingEventAsyncDisruptorAppender answers to its class name", () => {
  expect(loggingEventAsyncDisruptorAppender.classNames).toEqual(["net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender"]);
});
