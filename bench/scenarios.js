/** All scenarios, in the order in which they run and are printed. */
import { asyncEndings } from "./scenarios/async-endings.js";
import { asyncOutput } from "./scenarios/async.js";
import { burst } from "./scenarios/burst.js";
import { disabled } from "./scenarios/disabled.js";
import { errorFresh } from "./scenarios/error-fresh.js";
import { errorReused } from "./scenarios/error-reused.js";
import { jsonBuffered } from "./scenarios/json-buffered.js";
import { jsonSync } from "./scenarios/json-sync.js";
import { mdcRequests } from "./scenarios/mdc-requests.js";
import { mdc } from "./scenarios/mdc.js";
import { rolling } from "./scenarios/rolling.js";
import { startUp } from "./scenarios/start-up.js";
import { syslogUdp } from "./scenarios/syslog-udp.js";
import { tcpJson } from "./scenarios/tcp-json.js";
import { textBuffered } from "./scenarios/text-buffered.js";
import { textSync } from "./scenarios/text-sync.js";

/**
 * @typedef {object} Scenario
 * @property {string} name - As on the command line.
 * @property {string} title
 * @property {string} [notes] - What a reader of the table has to know.
 * @property {"events" | "calls" | "startup" | "endings"} measure
 * @property {object} counts - How much is done in a cell; `quick` is for `--quick`.
 * @property {object} quick
 * @property {number} [perTurn] - Calls in one turn of the event loop.
 * @property {boolean} [rolls] - The output is several files, in a folder of their own.
 * @property {number} [perScope] - Calls in one MDC scope.
 * @property {number} [rounds] - At most so many.
 * @property {"tcp" | "udp"} [receiver] - A process that receives what the cells send, and writes it to the file.
 * @property {boolean} [paced] - The sender waits after every turn until everything has arrived.
 * @property {string[]} shown - The metrics that are printed.
 * @property {string[]} [compared] - Those of them whose ratios are printed.
 * @property {Cell[]} cells - The first of the family `ours` stands for this package.
 *
 * @typedef {object} Cell
 * @property {string} name
 * @property {string} family - `ours`, `limit`, `jvm`, or one of the libraries'; comparisons go by it.
 * @property {string} [peer] - The file that opens it.
 * @property {object} [options] - What the file is told.
 * @property {{ mode: string, call?: string }} [java] - Instead of a file: Logback on the JVM.
 * @property {"text" | "json" | "syslog"} [lines] - What is verified on disk.
 * @property {number} [scale] - Of a slow library: the share of the calls that it makes.
 * @property {number} [rounds] - At most so many.
 */

/** @type {readonly Scenario[]} */
export const SCENARIOS = [disabled, textSync, jsonSync, textBuffered, jsonBuffered, mdc, mdcRequests, errorFresh, errorReused, asyncOutput, asyncEndings, rolling, burst, tcpJson, syslogUdp, startUp];
