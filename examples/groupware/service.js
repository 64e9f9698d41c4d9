// A small groupware: users of several contexts log in, read mail and look into their calendar.
// Every line of a request carries whose it is, because the request runs in an MDC scope with the keys of its session.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { audit, AuditEvents, LoggerFactory, MDC, mdcMiddleware, OXException, putSessionProperties } from "logback-node";

const httpLog = LoggerFactory.getLogger("com.example.groupware.Http");
const mailLog = LoggerFactory.getLogger("com.example.groupware.Mail");

/** @typedef {{ sessionId: string, contextId: number, userId: number }} Session */

/** @type {Map<string, Session>} */
const sessions = new Map();

/** @type {Map<string, (session: Session) => Promise<unknown>>} */
const pages = new Map([
  ["/mail", listMail],
  ["/mail/99", openMail],
  ["/calendar", showCalendar],
]);

/**
 * Starts the service on a free port of the loopback interface.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startService() {
  const withMdc = mdcMiddleware();
  const server = createServer((request, response) => {
    withMdc(request, response, () => void handle(request, response));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function handle(request, response) {
  try {
    const answer = request.url === "/login" ? await login(request) : await page(request);
    response.end(JSON.stringify(answer));
  } catch (error) {
    // The error stands last, so its stack trace follows, unless its category is suppressed.
    httpLog.error("{} {} failed", request.method, request.url, error);
    response.writeHead(400).end();
  }
  httpLog.debug("{} {} answered with {}", request.method, request.url, response.statusCode);
}

/** @param {import("node:http").IncomingMessage} request */
async function login(request) {
  const { context, user } = /** @type {{ context: number, user: number }} */ (await json(request));
  const session = { sessionId: randomUUID(), contextId: context, userId: user };
  sessions.set(session.sessionId, session);
  putSessionProperties(MDC, session);
  // On record before the user is let in.
  await audit.log(AuditEvents.login({ login: `${user}@${context}`, ip: request.socket.remoteAddress, session: session.sessionId }));
  httpLog.info("User {} of context {} logged in", user, context);
  return { session: session.sessionId };
}

/** @param {import("node:http").IncomingMessage} request */
async function page(request) {
  const session = sessions.get(String(request.headers["x-session"]));
  if (session === undefined) {
    throw new OXException("There is no such session; log in again", { prefix: "SES", code: 203, categories: "USER_INPUT" });
  }
  putSessionProperties(MDC, session);
  const show = pages.get(request.url ?? "");
  if (show === undefined) {
    throw new OXException(`There is no page ${request.url}`, { prefix: "SVL", code: 1, categories: "USER_INPUT" });
  }
  return show(session);
}

/** @param {Session} session */
async function listMail({ userId }) {
  mailLog.debug("Opening the inbox of user {}", userId);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const mails = ["Welcome", "Minutes of the meeting"];
  mailLog.debug("{} mails found", mails.length);
  return mails;
}

/** @returns {Promise<never>} */
async function openMail() {
  mailLog.debug("Looking for mail 99");
  throw new OXException("There is no mail 99 in the inbox", { prefix: "MSG", code: 32, categories: "USER_INPUT" });
}

/** @returns {Promise<never>} */
async function showCalendar() {
  throw new OXException("The calendar server does not answer", { prefix: "CAL", code: 400, categories: "CONNECTIVITY", cause: new Error("connect ETIMEDOUT") });
}
