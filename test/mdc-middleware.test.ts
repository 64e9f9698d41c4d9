import { once } from "node:events";
import http, { type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import http2 from "node:http2";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as later } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { LogProperties } from "../src/core/log-properties.js";
import { LoggerFactory, MDC, resetForTests } from "../src/global.js";
import { koaMdc, mdcHook, mdcMiddleware, type MdcMiddleware, type MdcRequestOptions } from "../src/mdc-middleware.js";
import { listening } from "./support/listening.js";

afterEach(resetForTests);

const load = createRequire(import.meta.url);

/** What is used of the frameworks, which bring no types of their own or others than these. */
interface Express {
  use(...middleware: readonly unknown[]): void;
  get(path: string, handler: (request: IncomingMessage, response: { json(body: unknown): void }) => unknown): void;
  post(path: string, handler: (request: { readonly body: unknown }, response: { json(body: unknown): void }) => unknown): void;
}
interface Koa {
  use(middleware: unknown): void;
  callback(): RequestListener;
}
interface Fastify {
  addHook(name: string, hook: unknown): void;
  get(path: string, handler: () => unknown): void;
  post(path: string, handler: () => unknown): void;
  ready(): Promise<void>;
  readonly server: Server;
}

const express = load("express") as { (): Express; json(): unknown };
const KoaApp = load("koa") as new () => Koa;
const fastify = load("fastify") as () => Fastify;

/** The MDC as it is in the handler, without the parts that differ from run to run. */
function seen(): Record<string, string> {
  return Object.fromEntries([...MDC.current].map(([key, value]) => [key.replace("com.openexchange.", ""), value]));
}

type Serve = (options?: MdcRequestOptions) => Promise<number>;

/** Each answers with the MDC of the request, after a turn of the event loop. */
const servers: Readonly<Record<string, Serve>> = {
  "node:http": (options) => {
    const scope = mdcMiddleware(options);
    return listening(http.createServer((request, response) => {
      scope(request, response, () => {
        void later(1).then(() => response.end(JSON.stringify(seen())));
      });
    }));
  },
  Express: (options) => {
    const app = express();
    app.use(mdcMiddleware(options));
    app.use("/mail", express.json());
    app.get("/mail/folders", async (_request, response) => {
      await later(1);
      response.json(seen());
    });
    app.post("/mail/folders", async (_request, response) => {
      await later(1);
      response.json(seen());
    });
    return listening(http.createServer(app as unknown as RequestListener));
  },
  Fastify: async (options) => {
    const app = fastify();
    app.addHook("onRequest", mdcHook(options));
    const handler = async (): Promise<unknown> => {
      await later(1);
      return seen();
    };
    app.get("/mail/folders", handler);
    app.post("/mail/folders", handler);
    await app.ready();
    return listening(app.server);
  },
  Koa: (options) => {
    const app = new KoaApp();
    app.use(koaMdc(options));
    app.use(async (context: { body: unknown }) => {
      await later(1);
      context.body = seen();
    });
    return listening(http.createServer(app.callback()));
  },
};

const QUERY = "/mail/folders?action=get&Password=secret";

async function answer(port: number, init?: RequestInit): Promise<Record<string, string>> {
  const response = await fetch(`http://127.0.0.1:${String(port)}${QUERY}`, init);
  return (await response.json()) as Record<string, string>;
}

for (const [name, serve] of Object.entries(servers)) {
  test(`${name}: the MDC of a request has what is known of it, and no password`, async () => {
    const port = await serve({ entries: ({ headers }) => ({ tenant: headers["x-tenant"] }) });
    const { "grizzly.remotePort": remotePort, "request.trackingId": trackingId, ...rest } = await answer(port, { headers: { "user-agent": "test/1", "x-tenant": "acme" } });

    expect(rest).toEqual({
      "grizzly.method": "GET",
      "grizzly.requestURI": "/mail/folders",
      "grizzly.servletPath": "/mail/folders",
      "grizzly.queryString": "action=get&Password=xxx",
      "grizzly.serverName": "127.0.0.1",
      "grizzly.remoteAddress": "127.0.0.1",
      "grizzly.userAgent": "test/1",
      tenant: "acme",
    });
    expect(remotePort).toMatch(/^\d+$/);
    expect(trackingId).toMatch(/^[\da-f-]{36}$/);
  });

  test(`${name}: a hundred requests at once keep apart, and nothing is left behind`, async () => {
    const port = await serve({ trackingIdHeader: "x-request-id" });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => answer(port, { method: index % 2 === 0 ? "GET" : "POST", headers: { "x-request-id": `r-${index}`, "content-type": "application/json" }, ...(index % 2 === 0 ? {} : { body: "{}" }) })));

    expect(answers.map(({ "request.trackingId": id }) => id)).toEqual(Array.from({ length: 100 }, (_, index) => `r-${index}`));
    expect(MDC.current.size).toBe(0);
  });
}

test("listeners of request and response are in the request's scope, with what was put later too", async () => {
  const heard: string[] = [];
  const scope = mdcMiddleware();
  const note = (what: string) => (): void => {
    heard.push(`${what} ${MDC.get("user") ?? "nobody"}`);
  };
  const port = await listening(http.createServer((request, response) => {
    scope(request, response, () => {
      request.on("data", note("data")).on("end", () => {
        note("end")();
        response.on("finish", note("finish")).end("{}");
      });
      MDC.put("user", "ann");
    });
  }));
  await answer(port, { method: "POST", body: "x" });

  expect(heard).toEqual(["data ann", "end ann", "finish ann"]);
});

test("HTTP/2: the server's name is that of the authority", async () => {
  const scope = mdcMiddleware();
  const server = http2.createServer((request, response) => {
    scope(request as unknown as IncomingMessage, response as unknown as ServerResponse, () => {
      void later(1).then(() => { response.end(MDC.get(LogProperties.GRIZZLY_SERVER_NAME) ?? ""); });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = http2.connect(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  onTestFinished(() => {
    client.destroy();
    server.close();
  });
  const stream = client.request({ ":path": QUERY }).setEncoding("utf8");

  expect(await text(stream)).toBe("127.0.0.1");
});

const ids = [
  { header: "4711:a/b", kept: true },
  { header: "a".repeat(128), kept: true },
  { header: "a".repeat(129), kept: false },
  { header: "two words", kept: false },
  { header: "<script>", kept: false },
  { header: "", kept: false },
];

for (const { header, kept } of ids) {
  test(`T5: the id "${header.slice(0, 20)}" of ${header.length} characters is ${kept ? "taken over" : "replaced"}`, async () => {
    const port = await (servers["node:http"] as Serve)({ trackingIdHeader: "X-Request-Id" });
    const { "request.trackingId": id } = await answer(port, { headers: { "x-request-id": header } });

    expect(id === header).toBe(kept);
  });
}

test("what a client says at length is cut", async () => {
  const port = await (servers["node:http"] as Serve)();
  const { "grizzly.userAgent": agent } = await answer(port, { headers: { "user-agent": "x".repeat(5_000) } });

  expect(agent).toHaveLength(1024);
});

test("entries that cannot be made cost the request nothing, and that is said once", async () => {
  const port = await (servers["node:http"] as Serve)({ entries: () => { throw new TypeError("no session"); } });
  await answer(port);

  expect((await answer(port))["grizzly.method"]).toBe("GET");
  expect(LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ origin }) => origin === "MDC middleware")).toMatchObject([
    { level: "ERROR", message: "The entries of a request for the MDC could not be made; it has none of them. Said once." },
  ]);
});

/** As tests make them by hand, with what they need. */
const incomplete: readonly { readonly what: string; readonly request: Readonly<Record<string, unknown>> }[] = [
  { what: "headers", request: { method: "GET", url: "", socket: {} } },
  { what: "a socket", request: { method: "GET", headers: {} } },
  { what: "a socket, with null", request: { method: "GET", headers: {}, socket: null } },
  { what: "anything else", request: { method: "GET" } },
];

for (const { what, request } of incomplete) {
  test(`a request without ${what} has the rest`, () => {
    const middleware = mdcMiddleware({ trackingIdHeader: "x-request-id" });

    expect(middlewareKeys(middleware, request)).toEqual([LogProperties.GRIZZLY_METHOD, LogProperties.REQUEST_TRACKING_ID]);
    expect(LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ origin }) => origin === "MDC middleware")).toEqual([]);
  });
}

test("what cannot be read of a request costs it nothing else, and that is said once", () => {
  const closed = { method: "GET", headers: {}, get socket(): never { throw new Error("the HTTP/2 stream is gone"); } };
  const middleware = mdcMiddleware();
  middlewareKeys(middleware, closed);

  expect(middlewareKeys(middleware, closed)).toEqual([LogProperties.GRIZZLY_METHOD, LogProperties.REQUEST_TRACKING_ID]);
  expect(LoggerFactory.getLoggerContext().statusManager.statuses.filter(({ origin }) => origin === "MDC middleware")).toMatchObject([
    { level: "ERROR", message: "What there is to say of a request could not all be read for the MDC. Said once." },
  ]);
});

/** The keys of the MDC behind the middleware. */
function middlewareKeys(middleware: MdcMiddleware, request: object): string[] {
  const response: object = {};
  let keys: string[] | undefined;
  middleware(request as IncomingMessage, response as ServerResponse, () => {
    keys = [...MDC.current.keys()];
  });
  return keys ?? ["next was not called"];
}

test("secrets in the query are hidden", async () => {
  const port = await (servers["node:http"] as Serve)();
  const response = await fetch(`http://127.0.0.1:${String(port)}/cb?access_token=AT&code=OAUTHCODE&api_key=K&passwd=P&state=5`);

  expect(await response.json()).toMatchObject({ "grizzly.queryString": "access_token=xxx&code=xxx&api_key=xxx&passwd=xxx&state=5" });
});

const chosen = [
  { request: [LogProperties.GRIZZLY_REQUEST_URI, LogProperties.GRIZZLY_METHOD], keys: ["grizzly.method", "grizzly.requestURI", "tenant"] },
  { request: [LogProperties.REQUEST_TRACKING_ID], keys: ["request.trackingId", "tenant"] },
  { request: [], keys: ["tenant"] },
  { request: false, keys: ["tenant"] },
] as const;

for (const [name, serve] of Object.entries(servers)) {
  for (const { request, keys } of chosen) {
    test(`${name}: with request: ${JSON.stringify(request)} the MDC has ${keys.join(", ")}`, async () => {
      const port = await serve({ request, entries: () => ({ tenant: "acme" }) });

      expect(Object.keys(await answer(port))).toEqual(keys);
    });
  }
}

test("a key that no request has is refused", () => {
  for (const make of [mdcMiddleware, mdcHook, koaMdc]) {
    expect(() => { make({ request: [LogProperties.GRIZZLY_METHOD, "method"] }); }).toThrow(new TypeError('MDC of a request: expected request to list keys that a request has, got "method".'));
  }
});

test("entries take the place of what is known, and without a value take it out", async () => {
  const port = await (servers["node:http"] as Serve)({
    request: [LogProperties.GRIZZLY_METHOD, LogProperties.GRIZZLY_USER_AGENT],
    entries: () => ({ [LogProperties.GRIZZLY_METHOD]: "get", [LogProperties.GRIZZLY_USER_AGENT]: undefined, tenant: null }),
  });

  expect(await answer(port)).toEqual({ "grizzly.method": "get" });
});
