import path from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Caller } from "../../src/control/caller.js";
import type { ControlReply, ControlRequest } from "../../src/control/protocol.js";
import { ControlServer, type ControlServerOptions } from "../../src/control/server.js";
import type { ControlSettings } from "../../src/core/control.js";
import type { RawClient } from "./control.js";
import { tempDir } from "./temp-dir.js";

/** A server, and what it said and was asked. */
export interface Opened {
  readonly server: ControlServer;
  readonly socket: string;
  readonly said: string[];
  readonly asked: { readonly request: ControlRequest; readonly caller: Caller }[];
}

/** Opens one, which is closed at the end of the test. */
export async function opened(settings: ControlSettings = {}, options: Partial<ControlServerOptions> = {}): Promise<Opened> {
  const socket = settings.socket ?? path.join(tempDir(), "run", "c.sock");
  const said: string[] = [];
  const asked: Opened["asked"] = [];
  const tell = (level: string) => (message: string, cause?: unknown): void => {
    said.push(`${level} ${message}${cause instanceof Error ? ` ${cause.message}` : ""}`);
  };
  const answer = (request: ControlRequest, caller: Caller): ControlReply => {
    asked.push({ request, caller });
    return { type: "text", text: request.op };
  };
  const server = new ControlServer({ answer, report: { info: tell("INFO"), warn: tell("WARN"), error: tell("ERROR") }, loginDelayMs: 20, ...options });
  onTestFinished(() => {
    server.close();
  });
  await server.open({ ...settings, socket });
  return { server, socket, said, asked };
}

/** Waits until a client has been answered. */
export const answered = async (client: RawClient, text: string): Promise<void> => {
  await vi.waitFor(() => {
    expect(client.received()).toContain(text);
  }, { timeout: 10_000, interval: 5 });
};

/** Waits until a client has been dropped. */
export const closed = async (client: RawClient): Promise<void> => {
  await vi.waitFor(() => {
    expect(client.isClosed()).toBe(true);
  }, { timeout: 5_000, interval: 5 });
};
