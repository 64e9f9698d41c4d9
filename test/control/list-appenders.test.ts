import { expect, test, vi } from "vitest";
import { steered } from "../support/control.js";
import { configured } from "../support/configured.js";
import { TcpReceiver } from "../support/tcp-receiver.js";

test("an appender that connects shows its queue and how often it connected again", async () => {
  const receiver = await TcpReceiver.start();
  const { context, configure } = configured();
  configure(`<configuration>
    <appender name="LOGSTASH" class="net.logstash.logback.appender.LogstashTcpSocketAppender">
      <destination>127.0.0.1:${receiver.port}</destination><ringBufferSize>100</ringBufferSize><reconnectionDelay>100</reconnectionDelay><encoder/>
    </appender>
    <root level="INFO"><appender-ref ref="LOGSTASH"/></root>
  </configuration>`);
  const { ask } = steered(context);
  context.root.info("one");
  await vi.waitFor(() => {
    expect(receiver.lines).toHaveLength(1);
  }, { timeout: 10_000 });
  expect(ask("listAppenders")).toEqual({ type: "text", text: "LogstashTcpSocketAppender: LOGSTASH [capacity=100,size=0] logged=1 written=1 queued=0 dropped=0 reconnects=0" });

  receiver.sockets[0]?.resetAndDestroy();
  await vi.waitFor(() => {
    expect(receiver.connections).toBe(2);
  }, 5_000);

  await vi.waitFor(() => {
    expect(ask("listAppenders")).toEqual({ type: "text", text: "LogstashTcpSocketAppender: LOGSTASH [capacity=100,size=0] logged=1 written=1 queued=0 dropped=0 reconnects=1" });
  }, { timeout: 10_000 });
  await context.stop();
});

test("an appender that could not be started says so", () => {
  const { context, configure } = configured();
  configure('<configuration><appender name="FILE" class="FileAppender"/><root level="INFO"><appender-ref ref="FILE"/></root></configuration>');

  expect(steered(context).ask("listAppenders")).toEqual({ type: "text", text: "FileAppender: FILE logged=0 written=0 queued=0 dropped=0 (not started)" });
});
