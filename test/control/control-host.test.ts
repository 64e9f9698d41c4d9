import { existsSync } from "node:fs";
import { EventEmitter } from "node:events";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import { ProcessControl } from "../../src/control/control-host.js";
import type { ControlChange } from "../../src/core/control.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { operate } from "../../src/turbo/operations.js";
import { line, rawClient } from "../support/control.js";
import { tempDir } from "../support/temp-dir.js";

interface Hosted {
  readonly host: ProcessControl;
  readonly context: LoggerContext;
  readonly socket: string;
  readonly list: ListAppender;
  readonly process: EventEmitter;
  readonly changes: ControlChange[];
}

async function hosted(): Promise<Hosted> {
  const process = new EventEmitter();
  const changes: ControlChange[] = [];
  const host = new ProcessControl({ partsOf: operate, onChange: (change) => changes.push(change), process: process as never });
  const context = new LoggerContext();
  const list = new ListAppender("LIST", context);
  list.start();
  context.root.addAppender(list);
  const socket = path.join(tempDir(), "c.sock");
  host.open(context, { socket });
  onTestFinished(() => {
    host.close(context);
  });
  await vi.waitFor(() => {
    expect(existsSync(socket)).toBe(true);
  }, { timeout: 10_000 });
  return { host, context, socket, list, process, changes };
}

test("T11 every change is logged with who asked for it, is a status, and is handed on", async () => {
  const { context, socket, list, changes } = await hosted();
  const client = await rawClient({ path: socket });

  client.socket.write(line("modifyLogLevels", { args: { loggers: [["com.acme", "WARN"]] }, operator: "ada\n" }));
  await vi.waitFor(() => {
    expect(client.received()).toContain("messages");
  }, { timeout: 10_000 });

  const [event] = list.list;
  expect([event?.loggerName, event?.level.name, event?.formattedMessage]).toEqual(["logconf", "INFO", 'Setting log level for "com.acme" to "WARN"']);
  expect(event?.keyValuePairs.map(({ key, value }) => [key, value])).toEqual([["operator", "ada\\n"], ["via", "socket"]]);
  expect(context.statusManager.statuses.at(-1)).toMatchObject({ level: "INFO", message: 'Setting log level for "com.acme" to "WARN"', origin: "control" });
  expect(changes).toEqual([{ operation: "modifyLogLevels", login: undefined, ip: undefined, operator: "ada\\n", changes: ['Setting log level for "com.acme" to "WARN"'], refusals: [] }]);
});

test("T11 the change that ends the log of changes is its last line, and one that begins it the first", async () => {
  const { socket, list } = await hosted();
  const client = await rawClient({ path: socket });
  const set = async (level: string): Promise<void> => {
    const before = client.received().length;
    client.socket.write(line("modifyLogLevels", { args: { loggers: [["ROOT", level]] } }));
    await vi.waitFor(() => {
      expect(client.received().slice(before)).toContain("messages");
    }, { timeout: 10_000 });
  };

  await set("WARN");
  await set("ERROR");
  await set("DEBUG");

  expect(list.list.map(({ formattedMessage }) => formattedMessage)).toEqual(['Setting log level for "ROOT" to "WARN"', 'Setting log level for "ROOT" to "DEBUG"']);
});

test("T11 when a change ends is in the log and in the statuses, and is handed on", async () => {
  const { context, socket, list, changes } = await hosted();
  const client = await rawClient({ path: socket });

  client.socket.write(line("modifyLogLevels", { args: { loggers: [["com.acme", "DEBUG"]], ttlMs: 900_000 } }));
  await vi.waitFor(() => {
    expect(client.received()).toContain("messages");
  }, { timeout: 10_000 });

  const end = /^The change ends at \d{4}-\d\d-\d\dT[\d:.]+Z$/;
  expect(list.list.at(-1)?.formattedMessage).toMatch(end);
  expect(context.statusManager.statuses.at(-1)?.message).toMatch(end);
  expect(changes[0]?.changes).toEqual(['Setting log level for "com.acme" to "DEBUG"', expect.stringMatching(end)]);
});

test("looking is not logged", async () => {
  const { socket, list, changes } = await hosted();
  const client = await rawClient({ path: socket });

  client.socket.write(line("listAllLoggers"));
  await vi.waitFor(() => {
    expect(client.received()).toContain("ROOT");
  }, { timeout: 10_000 });

  expect([list.list, changes]).toEqual([[], []]);
});

test("what the control logs has nothing of the MDC of whoever configured it", async () => {
  const { host, context, list } = await hosted();
  const socket = path.join(tempDir(), "d.sock");
  context.mdc.run({ user: "ada" }, () => {
    host.open(context, { socket });
  });
  await vi.waitFor(() => {
    expect(existsSync(socket)).toBe(true);
  }, { timeout: 10_000 });
  const client = await rawClient({ path: socket });

  client.socket.write(line("clearFilters"));
  await vi.waitFor(() => {
    expect(list.list).toHaveLength(1);
  }, { timeout: 10_000 });

  expect([...(list.list[0]?.mdc ?? [])]).toEqual([]);
});

test("closed and opened again in one turn, as a reload does, it goes on with its clients", async () => {
  const { host, context, socket } = await hosted();
  const client = await rawClient({ path: socket });

  host.close(context);
  host.open(context, { socket });
  await Promise.resolve();
  client.socket.write(line("listFilters"));
  await vi.waitFor(() => {
    expect(client.received()).toContain("set");
  }, { timeout: 10_000 });

  expect(client.isClosed()).toBe(false);
});

test("closed for good, the socket is gone, and nobody listens for the end of the process any more", async () => {
  const { host, context, socket, process } = await hosted();
  expect(process.listenerCount("exit")).toBe(1);

  host.close(context);
  await Promise.resolve();

  expect(existsSync(socket)).toBe(false);
  expect(process.listenerCount("exit")).toBe(0);
});

test("at the end of the process the socket is removed", async () => {
  const { socket, process } = await hosted();

  process.emit("exit");

  expect(existsSync(socket)).toBe(false);
});

test("with a port besides, the socket is at the same place again", async () => {
  const { host, context, socket } = await hosted();

  host.open(context, { socket, tcp: { port: 0, user: "adm", password: "s3cret" } });
  await vi.waitFor(() => {
    expect(context.statusManager.statuses.at(-1)?.message).toMatch(/^logconf -H 127\.0\.0\.1 -p \d+ reaches/);
  }, { timeout: 10_000 });
  const client = await rawClient({ path: socket });
  client.socket.write(line("listFilters"));

  await vi.waitFor(() => {
    expect(client.received()).toContain("set");
  }, { timeout: 10_000 });
});

test("what the program asks for counts before the configuration, and as long as it does", async () => {
  const { host, context, socket } = await hosted();
  const other = path.join(tempDir(), "d.sock");

  const disable = host.enable(context, { socket: other });
  host.close(context);
  host.open(context, { socket });
  await vi.waitFor(() => {
    expect([existsSync(socket), existsSync(other)]).toEqual([false, true]);
  }, { timeout: 10_000 });
  disable();

  await vi.waitFor(() => {
    expect([existsSync(socket), existsSync(other)]).toEqual([true, false]);
  }, { timeout: 10_000 });
});

test("who ends a control that was asked for before does not end the one that took its place", async () => {
  const { host, context, socket } = await hosted();
  const other = path.join(tempDir(), "d.sock");
  const settings = { socket: other };
  const disableFirst = host.enable(context, settings);
  const disableSecond = host.enable(context, settings);
  await vi.waitFor(() => {
    expect([existsSync(socket), existsSync(other)]).toEqual([false, true]);
  }, { timeout: 10_000 });

  disableFirst();
  await Promise.resolve();
  expect(existsSync(other)).toBe(true);
  disableSecond();

  await vi.waitFor(() => {
    expect([existsSync(socket), existsSync(other)]).toEqual([true, false]);
  }, { timeout: 10_000 });
});

test("other settings move the socket, and what was changed stays known", async () => {
  const { host, context, socket } = await hosted();
  const client = await rawClient({ path: socket });
  client.socket.write(line("modifyLogLevels", { args: { loggers: [["com.acme", "WARN"]] } }));
  await vi.waitFor(() => {
    expect(client.received()).toContain("messages");
  }, { timeout: 10_000 });
  const other = path.join(tempDir(), "d.sock");

  host.close(context);
  host.open(context, { socket: other });
  await vi.waitFor(() => {
    expect(existsSync(other)).toBe(true);
  }, { timeout: 10_000 });
  const next = await rawClient({ path: other });
  next.socket.write(line("listDynamicallyModifiedLoggers"));
  await vi.waitFor(() => {
    expect(next.received()).toContain("Logger: com.acme, Level: WARN");
  }, { timeout: 10_000 });

  expect(existsSync(socket)).toBe(false);
});
