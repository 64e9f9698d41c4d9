// What `npm start` runs: the order service, driven with requests for about ten seconds, while the level of one logger
// is edited in its logback.xml, and that of another is changed by `logconf` for a second. At the end it prints what arrived at a Logstash and at a syslog receiver.
//
//   node examples/order-service/run.js [seconds]

import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addConfigurationListener, configure, LoggerFactory, shutdown } from "logback-node";
import { startReceivers } from "./receivers.js";
import { startService } from "./service.js";

const seconds = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), "order-service-"));
const configuration = join(folder, "logback.xml");
copyFileSync(fileURLToPath(new URL("../../logback.xml", import.meta.url)), configuration);

/** @type {import("./receivers.js").Received[]} */
const received = [];
const receivers = await startReceivers((event) => received.push(event));

const isColoured = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
configure({
  file: configuration,
  properties: {
    LOG_DIR: folder,
    LOGSTASH_PORT: String(receivers.logstashPort),
    SYSLOG_PORT: String(receivers.syslogUdpPort),
    ...(isColoured ? { DEMO_COLOURS: "yes" } : {}),
  },
});

const log = LoggerFactory.getLogger("demo");
addConfigurationListener({
  onChanged: ({ changes }) => {
    for (const change of changes) {
      log.info("The configuration changed: {}", change);
    }
  },
});
const service = await startService();

await sendOrders(seconds * 0.4);
await setStockLevel("DEBUG");
await sendOrders(seconds * 0.4);
await setStockLevel("INFO");
await logconf("-l", "shop.orders=DEBUG", "--ttl", "1s");
await sendOrders(seconds * 0.2);
await until(() => LoggerFactory.getLogger("shop.orders").level?.name === "INFO");

await service.close();
log.info("The log file is {}", join(folder, "order-service.log"));
log.info("The configuration that was edited is {}", configuration);
await shutdown();
await receivers.close();
printReceived("logstash");
printReceived("syslog/udp");

/**
 * How many events arrived, and the last one that has the number of a request.
 *
 * @param {string} protocol
 */
function printReceived(protocol) {
  const texts = received.filter((event) => event.protocol === protocol).map(({ text }) => text);
  console.log(`Received by ${protocol}: ${texts.length} events, such as ${texts.findLast((text) => text.includes("POST"))}`);
}

/**
 * Two customers at a time, so that the lines of their requests mix; now and then one orders more than there is.
 *
 * @param {number} forSeconds
 */
async function sendOrders(forSeconds) {
  const end = Date.now() + forSeconds * 1000;
  for (let round = 0; Date.now() < end; round++) {
    await Promise.all([
      order("ada", "tea", 1 + (round % 4)),
      order("grace", "cups", round % 5 === 2 ? 99 : 1),
    ]);
    await wait(400);
  }
}

/**
 * @param {string} customer
 * @param {string} item
 * @param {number} quantity
 */
async function order(customer, item, quantity) {
  const body = JSON.stringify({ item, quantity });
  const response = await fetch(`${service.url}/orders`, { method: "POST", body, headers: { "x-customer": customer } });
  await response.text();
}

/**
 * Edits the file as an operator would, and waits until the new level is in force.
 *
 * @param {string} level
 */
async function setStockLevel(level) {
  const text = readFileSync(configuration, "utf8");
  writeFileSync(configuration, text.replace(/(<logger name="shop\.stock" level=")\w+/, `$1${level}`));
  log.info("Edited logback.xml: shop.stock now has level {}", level);
  const begin = performance.now();
  const stockLog = LoggerFactory.getLogger("shop.stock");
  await until(() => stockLog.level?.name === level);
  log.info("In force after {} ms, without a restart", Math.round(performance.now() - begin));
}

/**
 * Does what an operator does in another terminal: `npx logconf ...`.
 *
 * @param {...string} args
 */
async function logconf(...args) {
  log.info("$ logconf {}", args.join(" "));
  const command = fileURLToPath(new URL("../../dist/cli/logconf.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args, "--pid", String(process.pid)]);
  log.info(stdout.trimEnd());
}

/**
 * Waits until something has happened, ten seconds at most.
 *
 * @param {() => boolean} hasHappened
 */
async function until(hasHappened) {
  const begin = performance.now();
  while (!hasHappened() && performance.now() - begin < 10_000) {
    await wait(10);
  }
}
