// What `npm start` runs: the order service, driven with requests for about ten seconds, while the level of one logger
// is edited in its logback.xml.
//
//   node examples/order-service/run.js [seconds]

import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { addConfigurationListener, configure, LoggerFactory, shutdown } from "logback-node";
import { startService } from "./service.js";

const seconds = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), "order-service-"));
const configuration = join(folder, "logback.xml");
copyFileSync(fileURLToPath(new URL("../../logback.xml", import.meta.url)), configuration);

configure({ file: configuration, properties: { LOG_DIR: folder } });

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
await sendOrders(seconds * 0.2);

await service.close();
log.info("The log file is {}", join(folder, "order-service.log"));
log.info("The configuration that was edited is {}", configuration);
await shutdown();

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
  while (stockLog.level?.name !== level && performance.now() - begin < 10_000) {
    await wait(10);
  }
  log.info("In force after {} ms, without a restart", Math.round(performance.now() - begin));
}
