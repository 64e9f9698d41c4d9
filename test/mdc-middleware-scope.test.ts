import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import http, { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import net from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { LogProperties } from "../src/core/log-properties.js";
import { MDC, resetForTests } from "../src/global.js";
import { koaMdc, mdcHook, mdcMiddleware } from "../src/mdc-middleware.js";
import { listening } from "./support/listening.js";

afterEach(resetForTests);

const load = createRequire(import.meta.url);
const express = load("express") as () => RequestListener & { use(...middleware: readonly unknown[]): void };
const fastify = load("fastify") as () => { addHook(name: string, hook: unknown): void; get(path: string, handler: () => unknown): void; ready(): Promise<void>; readonly server: Server };
const KoaApp = load("koa") as new () => { use(middleware: unknown): void; on(event: "error", listener: (error: Error) => void): void; callback(): RequestListener };

/** The program's own, beside the MDC. */
const account = new AsyncLocalStorage<string>();

function post(port: number, path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${String(port)}${path}`, { method: "POST", body: "x" });
}

test("listeners of Express find what the program keeps itself for the request", async () => {
  const heard: unknown[] = [];
  const app = express();
  app.use(mdcMiddleware());
  app.use((_request: IncomingMessage, _response: ServerResponse, next: () => void) => { account.run("ada", next); });
  app.use((_request: IncomingMessage, response: ServerResponse) => {
    response.on("finish", () => heard.push([account.getStore(), MDC.get(LogProperties.GRIZZLY_REQUEST_URI)])).end("ok");
  });
  await (await post(await listening(http.createServer(app)), "/a")).text();

  expect(heard).toEqual([["ada", "/a"]]);
});

test("hooks of Fastify find what the program keeps itself for the request", async () => {
  const heard: unknown[] = [];
  const app = fastify();
  app.addHook("onRequest", mdcHook());
  app.addHook("onRequest", (_request: unknown, reply: { readonly raw: ServerResponse }, done: () => void) => {
    reply.raw.on("finish", () => heard.push([account.getStore(), MDC.get(LogProperties.GRIZZLY_REQUEST_URI)]));
    account.run("ada", done);
  });
  app.get("/a", () => "ok");
  await app.ready();
  await (await fetch(`http://127.0.0.1:${String(await listening(app.server))}/a`)).text();

  expect(heard).toEqual([["ada", "/a"]]);
});

test("listeners find the scope within the request that the response was ended in", async () => {
  const heard: unknown[] = [];
  const scope = mdcMiddleware();
  const port = await listening(http.createServer((request, response) => {
    scope(request, response, () => {
      MDC.run({ user: "ada" }, () => {
        response.on("finish", () => heard.push([MDC.get("user"), MDC.get(LogProperties.GRIZZLY_REQUEST_URI)])).end("ok");
      });
    });
  }));
  await (await post(port, "/a")).text();

  expect(heard).toEqual([["ada", "/a"]]);
});

test("two of them in a row make one scope within the other, and listeners are in the inner one", async () => {
  const heard: unknown[] = [];
  const app = express();
  app.use(mdcMiddleware());
  app.use(mdcMiddleware({ request: false, entries: () => ({ user: "ada" }) }));
  app.use((request: IncomingMessage, response: ServerResponse) => {
    request.resume().on("end", () => {
      heard.push([MDC.get("user"), MDC.get(LogProperties.GRIZZLY_REQUEST_URI)]);
      response.end("ok");
    });
  });
  await (await post(await listening(http.createServer(app)), "/a")).text();

  expect(heard).toEqual([["ada", "/a"]]);
});

test("Koa: listeners of the application's errors are in the scope of the request, with what was put later", async () => {
  const heard: unknown[] = [];
  const app = new KoaApp();
  app.use(koaMdc());
  app.use(async () => {
    await later(1);
    MDC.put("user", "ada");
    throw new Error("boom");
  });
  app.on("error", ({ message }) => heard.push([message, MDC.get("user"), MDC.get(LogProperties.GRIZZLY_REQUEST_URI)]));
  const response = await post(await listening(http.createServer(app.callback())), "/boom");

  expect([response.status, await response.text()]).toEqual([500, "Internal Server Error"]);
  expect(heard).toEqual([["boom", "ada", "/boom"]]);
  expect(MDC.current.size).toBe(0);
});

/** Answers with the id, and notes what of another request it finds anywhere. */
async function leaky(): Promise<{ readonly port: number; readonly foreign: string[]; readonly looks: () => number }> {
  const scope = mdcMiddleware();
  const foreign: string[] = [];
  let looks = 0;
  const server = http.createServer((request, response) => {
    const id = request.url ?? "";
    const look = (where: string, user: string | undefined): void => {
      looks++;
      if (MDC.get(LogProperties.GRIZZLY_REQUEST_URI) !== id || MDC.get("user") !== user) {
        foreign.push(`${where} of ${id}: ${JSON.stringify([...MDC.current])}`);
      }
    };
    scope(request, response, () => {
      look("start", undefined);
      MDC.put("user", id);
      request.on("data", () => { look("data", id); }).on("end", () => {
        look("end", id);
        void later(id.length % 3).then(() => response.end(id));
      });
      response.on("finish", () => { look("finish", id); }).on("close", () => { look("close", id); });
    });
  });
  return { port: await listening(server), foreign, looks: () => looks };
}

test("requests that follow one another on a connection keep apart", async () => {
  const { port, foreign, looks } = await leaky();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 });
  onTestFinished(() => { agent.destroy(); });
  const ask = async (index: number): Promise<string> => {
    const request = http.request({ port, host: "127.0.0.1", agent, method: "POST", path: `/${"x".repeat(index % 3)}${String(index)}` });
    request.write("a");
    request.end("b");
    const [response] = (await once(request, "response")) as [IncomingMessage];
    return text(response);
  };
  await Promise.all(Array.from({ length: 40 }, (_, index) => ask(index)));

  expect(foreign).toEqual([]);
  expect(looks()).toBeGreaterThanOrEqual(160);
});

test("requests that are sent before the answer to the one before keep apart", async () => {
  const { port, foreign, looks } = await leaky();
  const socket = net.connect(port, "127.0.0.1");
  const ids = Array.from({ length: 40 }, (_, index) => `/${"x".repeat(index % 3)}${String(index)}`);
  socket.write(ids.map((id, index) => `POST ${id} HTTP/1.1\r\nHost: a\r\nContent-Length: 20000\r\n${index === ids.length - 1 ? "Connection: close\r\n" : ""}\r\n${"b".repeat(20_000)}`).join(""));
  const answers = await text(socket);

  expect(ids.filter((id) => !answers.includes(`\r\n${id}`))).toEqual([]);
  expect(foreign).toEqual([]);
  expect(looks()).toBeGreaterThanOrEqual(160);
});
