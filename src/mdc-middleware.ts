import type { EventEmitter } from "node:events";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { LogProperties } from "./core/log-properties.js";
import { MdcMap, type MdcEntries } from "./core/mdc.js";
import { newStatus } from "./core/status.js";
import { LoggerFactory, MDC } from "./global.js";
import { withoutSecretValues } from "./util/query-string.js";
import { onDemand } from "./util/on-demand.js";

/** Of a client's header: enough for any that is honest. */
const MAX_LENGTH = 1024;
/** What is taken for an id that another server gave the request. */
const TRACKING_ID = /^[\w.:/+=-]{1,128}$/;

/** What is read of a request. Those that tests make by hand have not all of it. */
interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express and Connect cut `url` where they hand a request on. */
  readonly originalUrl?: unknown;
  readonly headers?: IncomingHttpHeaders;
  readonly socket?: { readonly remoteAddress?: string | undefined; readonly remotePort?: number | undefined } | null;
}

/** One pair of a request. */
type Member = readonly [key: string, read: (request: Asked, options: MdcRequestOptions) => string | number | undefined];

const MEMBERS: readonly Member[] = [
  [LogProperties.GRIZZLY_METHOD, ({ method }) => method],
  [LogProperties.GRIZZLY_REQUEST_URI, pathOf],
  [LogProperties.GRIZZLY_SERVLET_PATH, pathOf],
  [LogProperties.GRIZZLY_QUERY_STRING, queryOf],
  [LogProperties.GRIZZLY_SERVER_NAME, serverNameOf],
  [LogProperties.GRIZZLY_REMOTE_ADDRESS, ({ socket }) => socket?.remoteAddress],
  [LogProperties.GRIZZLY_REMOTE_PORT, ({ socket }) => socket?.remotePort],
  [LogProperties.GRIZZLY_USER_AGENT, ({ headers }) => headers?.["user-agent"]],
  [LogProperties.REQUEST_TRACKING_ID, trackingIdOf],
];

/**
 * What the MDC of a request is made of.
 *
 * @public
 */
export interface MdcRequestOptions {
  /** The keys, of `LogProperties`, that are put of the request itself: all that there are unless given, none with `false`. */
  readonly request?: false | readonly string[];
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

/** Calls an action in the scope of a request. */
type Hold = <T>(action: () => T) => T;

/** Calls an action in a new scope of a request. */
type Open = <T>(request: IncomingMessage, response: ServerResponse, action: (hold: Hold) => T) => T;

/**
 * Opens an MDC scope for each request, for `node:http`, Express and Connect. The scope has the request's method, path, query
 * without secrets, server name, client address and port, user agent, and an id; it holds for everything that `next` starts and
 * for listeners of request and response.
 *
 * ```js
 * app.use(mdcMiddleware());
 * http.createServer((request, response) => scope(request, response, () => handle(request, response))); // const scope = mdcMiddleware()
 * ```
 *
 * Nothing of it is believed: the client address is that of the connection, not that of a header.
 *
 * @throws TypeError for a key in `request` that no request has.
 * @public
 */
export function mdcMiddleware(options: MdcRequestOptions = {}): MdcMiddleware {
  const open = scopes(options);
  return (request, response, next) => {
    open(request, response, () => { next(); });
  };
}

/**
 * The same as a hook of Fastify: `fastify.addHook("onRequest", mdcHook())`.
 *
 * @public
 */
export function mdcHook(options: MdcRequestOptions = {}): (request: { readonly raw: IncomingMessage }, reply: { readonly raw: ServerResponse }, done: () => void) => void {
  const open = scopes(options);
  return (request, reply, done) => {
    open(request.raw, reply.raw, () => { done(); });
  };
}

/**
 * The same as middleware of Koa: `app.use(koaMdc())`. Listeners of the application's `error` are in the scope too.
 *
 * @public
 */
export function koaMdc(options: MdcRequestOptions = {}): (context: { readonly req: IncomingMessage; readonly res: ServerResponse; onerror?(error: Error): void }, next: () => Promise<unknown>) => Promise<unknown> {
  const open = scopes(options);
  return (context, next) =>
    open(context.req, context.res, (hold) => {
      const onerror = context.onerror?.bind(context);
      if (onerror !== undefined) {
        // Koa calls it when all middleware is through, and so outside of the scope.
        context.onerror = (error) => { hold(() => { onerror(error); }); };
      }
      return next();
    });
}

function scopes(options: MdcRequestOptions): Open {
  const members = chosen(options.request);
  return (request, response, action) =>
    MDC.run(pairsOf(request, members, options), () => {
      // Node.js tells of data, end and close in the scope of the connection, which other requests share.
      const hold = MDC.holder(request);
      emitWithin(hold, request);
      emitWithin(hold, response);
      return action(hold);
    });
}

function chosen(keys: MdcRequestOptions["request"]): readonly Member[] {
  const wanted = keys === false ? [] : (keys ?? MEMBERS.map(([key]) => key));
  const unknown = wanted.find((key) => MEMBERS.every(([known]) => known !== key));
  if (unknown !== undefined) {
    throw new TypeError(`MDC of a request: expected request to list keys that a request has, got ${JSON.stringify(unknown)}.`);
  }
  return MEMBERS.filter(([key]) => wanted.includes(key));
}

function emitWithin(hold: Hold, emitter: EventEmitter): void {
  const emit = (emitter.emit as EventEmitter["emit"] | undefined)?.bind(emitter);
  if (emit !== undefined) {
    emitter.emit = (event: string | symbol, ...args: unknown[]): boolean => hold(() => emit(event, ...args));
  }
}

function pairsOf(request: IncomingMessage, members: readonly Member[], options: MdcRequestOptions): MdcMap {
  const known = MdcMap.of(members.map(([key, read]) => [key, guarded("What there is to say of a request could not all be read for the MDC", () => valueOf(read(request, options)))] as const));
  return guarded("The entries of a request for the MDC could not be made; it has none of them", () => options.entries && known.withAll(options.entries(request))) ?? known;
}

function valueOf(value: string | number | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : String(value).slice(0, MAX_LENGTH);
}

function pathOf(request: Asked): string {
  return urlOf(request).split("?", 1)[0] ?? "";
}

function queryOf(request: Asked): string | undefined {
  const url = urlOf(request);
  const end = url.indexOf("?");
  return end < 0 ? undefined : withoutSecretValues(url.slice(end + 1));
}

/** What the client asked for. */
function urlOf({ originalUrl, url }: Asked): string {
  return typeof originalUrl === "string" ? originalUrl : (url ?? "");
}

function serverNameOf({ headers }: Asked): string | undefined {
  // HTTP/2 has no header `Host`.
  const name = headers?.host ?? headers?.[":authority"];
  return typeof name === "string" ? name.replace(/:\d*$/, "") : undefined;
}

function trackingIdOf({ headers }: Asked, { trackingIdHeader }: MdcRequestOptions): string {
  const header = trackingIdHeader === undefined ? undefined : headers?.[trackingIdHeader.toLowerCase()];
  return typeof header === "string" && TRACKING_ID.test(header) ? header : onDemand.crypto.randomUUID();
}

/** A request must not fail because of what is logged of it. */
function guarded<T>(failure: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    LoggerFactory.getLoggerContext().statusManager.addOnce(`mdc-middleware: ${failure}`, newStatus("ERROR", `${failure}. Said once.`, { origin: "MDC middleware", cause }));
    return undefined;
  }
}
