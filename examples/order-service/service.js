// A small shop: POST /orders {"item": "...", "quantity": 1} takes an order.
// Every line of a request carries its number and the customer, because the request runs in an MDC scope.

import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { LoggerFactory, MDC } from "logback-node";

const httpLog = LoggerFactory.getLogger("shop.http");
const ordersLog = LoggerFactory.getLogger("shop.orders");
const stockLog = LoggerFactory.getLogger("shop.stock");

/** @type {Map<string, number>} */
const stock = new Map([["tea", 40], ["coffee", 25], ["cups", 3]]);

let requests = 0;

/**
 * Starts the service on a free port of the loopback interface.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startService() {
  const server = createServer((request, response) => {
    const number = String(++requests).padStart(4, "0");
    const customer = String(request.headers["x-customer"] ?? "somebody");
    MDC.run({ request: number, customer }, () => void handle(request, response));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${address.port}`;
  httpLog.info("Listening on {}", url);
  return {
    url,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      httpLog.info("Stopped after {} requests", requests);
    },
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function handle(request, response) {
  const begin = performance.now();
  try {
    const order = /** @type {{ item: string, quantity: number }} */ (await json(request));
    await takeOrder(order);
    response.writeHead(201).end();
  } catch (error) {
    // The error stands last, so it is the throwable and its stack trace follows the line.
    ordersLog.error("Order refused", error);
    response.writeHead(409).end();
  }
  httpLog
    .atInfo()
    .addKeyValue("status", response.statusCode)
    .addKeyValue("ms", () => Math.round(performance.now() - begin))
    .log("{} {}", request.method, request.url);
}

/** @param {{ item: string, quantity: number }} order */
async function takeOrder({ item, quantity }) {
  const left = stock.get(item) ?? 0;
  ordersLog.debug("{} x {} wanted", quantity, item);
  stockLog.debug("{} of {} left, {} wanted", left, item, quantity);
  await wait(5 + Math.random() * 20);
  if (quantity > left) {
    throw new Error(`Only ${left} ${item} left`, { cause: new RangeError(`${quantity} wanted`) });
  }
  stock.set(item, left - quantity);
  if (left - quantity < 5) {
    stockLog.warn("{} runs low: {} left", item, left - quantity);
    stock.set(item, left - quantity + 20);
  }
  ordersLog.info("{} x {} ordered", quantity, item);
}
