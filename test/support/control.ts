import { once } from "node:events";
import net from "node:net";
import { CategoryOverride } from "../../src/control/category-override.js";
import type { ControlTarget } from "../../src/control/command.js";
import { carryOut } from "../../src/control/commands.js";
import { LevelChanges } from "../../src/control/level-changes.js";
import { PROTOCOL_VERSION, type ControlMessage, type ControlReply, type ControlRequest } from "../../src/control/protocol.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { operate } from "../../src/turbo/operations.js";

/** A context with what commands change in it. */
export interface Steered {
  readonly target: ControlTarget;
  readonly context: LoggerContext;
  /** What happened by itself. */
  readonly said: ControlMessage[];
  ask(op: string, args?: Record<string, unknown>): ControlReply;
}

/** A logger context of its own, in which `com.openexchange` and all below may be traced. */
export function steered(context: LoggerContext = new LoggerContext()): Steered {
  context.putProperty("com.openexchange.logging.filter.loggerWhitelist", "com.openexchange");
  const said: ControlMessage[] = [];
  const say = (message: ControlMessage): void => {
    said.push(message);
  };
  const { traces, categories } = operate(context);
  const target: ControlTarget = { context, traceFilters: traces, categories, levelChanges: new LevelChanges(context, say), categoryOverride: new CategoryOverride(categories, say), say };
  return { target, context, said, ask: (op, args = {}) => carryOut({ version: PROTOCOL_VERSION, op, args }, target) };
}

/** `INFO text` of every message of an answer. */
export function messagesOf(reply: ControlReply): string[] {
  return reply.type === "messages" ? reply.messages.map(({ type, text }) => `${type} ${text}`) : [`${reply.type}!`];
}

/** A request as it is sent. */
export function line(op: string, more: Partial<ControlRequest> = {}): string {
  return `${JSON.stringify({ version: PROTOCOL_VERSION, op, args: {}, ...more })}\n`;
}

/** A connection that is written to by hand. */
export interface RawClient {
  readonly socket: net.Socket;
  /** What was received so far. */
  readonly received: () => string;
  readonly isClosed: () => boolean;
}

/** Connects, and waits until that is done. */
export async function rawClient(address: { readonly path: string } | { readonly port: number; readonly host: string }): Promise<RawClient> {
  const socket = net.connect(address);
  let received = "";
  let isClosed = false;
  socket.setEncoding("utf8").on("data", (text: string) => {
    received += text;
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    isClosed = true;
  });
  await once(socket, "connect");
  return { socket, received: () => received, isClosed: () => isClosed };
}
