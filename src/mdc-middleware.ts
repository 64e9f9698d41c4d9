import { AsyncResource } from "node:async_hooks";
import type { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LogProperties } from "./core/log-properties.js";
import { MdcMap, type MdcEntries } from "./core/mdc.js";
import { newStatus } from "./core/status.js";
import { LoggerFactory, MDC } from "./global.js";
import { withoutPasswords } from "./util/query-string.js";
import { onDemand } from "./util/on-demand.js";

/** Of a client's header: enough for any that is honest. */
const MAX_LENGTH = 1024;
/** What is taken for an id that another server gave the request. */
const TRACKING_ID = /^[\w.:/+=-]{1,128}$/;

/**
 * What the MDC of a request is made of.
 *
 * @public
 */
export interface MdcRequestOptions {
  /** Header with an id of the request, such as `X-Request-Id`. Without one, and where it has no plain id, the request gets a random one. */
  readonly trackingIdHeader?: string;
  /** Pairs besides, or in place of, those of the request. Where it throws, a status says so and the request goes on without. */
  readonly entries?: (request: IncomingMessage) => MdcEntries;
}

/**
 * A handler for `node:http`, and middleware for Express, Connect and whatever calls `(request, response, next)`.
 *
 * @public
 */
export type MdcMiddleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * Opens an MDC scope for each request, for `node:http`, Express and Connect. The scope has the request's method, path, query
 * without passwords, server name, client address and port, user agent, and an id; it holds for everything that `next` starts and
 * for listeners of request and response.
 *
 * ```js
 * app.use(mdcMiddleware());
 * http.createServer((request, response) => scope(request, response, () => handle(request, response))); // const scope = mdcMiddleware()
 * ```
 *
 * Nothing of it is believed: the client address is that of the connection, not that of a header.
 *
 * @public
 */
export function mdcMiddleware(options: MdcRequestOptions = {}): MdcMiddleware {
  return (request, response, next) => {
    within(request, response, options, next);
  };
}

/**
 * The same as a hook of Fastify: `fastify.addHook("onRequest", mdcHook())`.
 *
 * @public
 */
export function mdcHook(options: MdcRequestOptions = {}): (request: { readonly raw: IncomingMessage }, reply: { readonly raw: ServerResponse }, done: () => void) => void {
  return (request, reply, done) => {
    within(request.raw, reply.raw, options, done);
  };
}

/**
 * The same as middleware of Koa: `app.use(koaMdc())`.
 *
 * @public
 */
export function koaMdc(options: MdcRequestOptions = {}): (context: { readonly req: IncomingMessage; readonly res: ServerResponse }, next: () => Promise<unknown>) => Promise<unknown> {
  return ({ req, res }, next) => within(req, res, options, next);
}

function within<T>(request: IncomingMessage, response: ServerResponse, options: MdcRequestOptions, action: () => T): T {
  return MDC.run(entriesOf(request, options), () => {
    // Node.js tells of data, end and close in the scope of the connection, which other requests share.
    const scope = new AsyncResource("LogbackRequest");
    emitWithin(scope, request);
    emitWithin(scope, response);
    return action();
  });
}

function emitWithin(scope: AsyncResource, emitter: EventEmitter): void {
  const emit = emitter.emit.bind(emitter);
  emitter.emit = (event: string | symbol, ...args: unknown[]): boolean => scope.runInAsyncScope(emit, undefined, event, ...args);
}

function entriesOf(request: IncomingMessage, { trackingIdHeader, entries }: MdcRequestOptions): Map<string, unknown> {
  const { headers, method, socket } = request;
  const [path, query] = parted(urlOf(request));
  const pairs: readonly (readonly [key: string, value: string | number | undefined])[] = [
    [LogProperties.GRIZZLY_METHOD, method],
    [LogProperties.GRIZZLY_REQUEST_URI, path],
    [LogProperties.GRIZZLY_SERVLET_PATH, path],
    [LogProperties.GRIZZLY_QUERY_STRING, query === undefined ? undefined : withoutPasswords(query)],
    [LogProperties.GRIZZLY_SERVER_NAME, (headers.host ?? authorityOf(request))?.replace(/:\d*$/, "")],
    [LogProperties.GRIZZLY_REMOTE_ADDRESS, socket.remoteAddress],
    [LogProperties.GRIZZLY_REMOTE_PORT, socket.remotePort],
    [LogProperties.GRIZZLY_USER_AGENT, headers["user-agent"]],
    [LogProperties.REQUEST_TRACKING_ID, trackingIdOf(trackingIdHeader === undefined ? undefined : headers[trackingIdHeader.toLowerCase()])],
  ];
  const known = pairs.filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => [key, String(value).slice(0, MAX_LENGTH)] as const);
  return new Map<string, unknown>([...known, ...givenEntries(entries, request)]);
}

/** HTTP/2 has no header `Host`. */
function authorityOf({ headers }: IncomingMessage): string | undefined {
  const authority = headers[":authority"];
  return typeof authority === "string" ? authority : undefined;
}

/** What the client asked for: Express and Connect cut `url` where they hand a request on. */
function urlOf(request: IncomingMessage & { readonly originalUrl?: unknown }): string {
  return typeof request.originalUrl === "string" ? request.originalUrl : (request.url ?? "");
}

function parted(url: string): readonly [path: string, query: string | undefined] {
  const end = url.indexOf("?");
  return end < 0 ? [url, undefined] : [url.slice(0, end), url.slice(end + 1)];
}

function trackingIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" && TRACKING_ID.test(header) ? header : onDemand.crypto.randomUUID();
}

/** A request must not fail because of what is logged of it. */
function givenEntries(entries: MdcRequestOptions["entries"], request: IncomingMessage): Iterable<readonly [string, unknown]> {
  try {
    return entries === undefined ? [] : MdcMap.of(entries(request));
  } catch (cause) {
    LoggerFactory.getLoggerContext().statusManager.addOnce("mdc-middleware", newStatus("ERROR", "The entries of a request for the MDC could not be made; it has none of them. Said once.", { origin: "MDC middleware", cause }));
    return [];
  }
}
