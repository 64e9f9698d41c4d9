/**
 * The goals of the hot path, and what was measured of them.
 *
 * A `must` is asked of every version; a `goal` is where the project wants to be. Both are upper bounds.
 */
import { best, bestPeer, isWhole, medianOf, oursOf, ratio } from "./compare.js";
import { plain, table } from "./tables.js";

const family = (name) => ({ words: `fastest of ${name}`, find: (results, metric) => best(results, metric, ({ cell }) => cell.family === name) });
const cell = (name) => ({ words: name, find: (results) => results.find((result) => result.cell.name === name) });
const anyPeer = { words: "best peer", find: bestPeer };

/** Ratios to somebody else. */
const against = (scenario, rival, must, goal, metric = "ns") => ({ kind: "ratio", scenario, rival, must, goal, metric });
/** Nanoseconds more than the plain row. */
const more = (scenario, name, goal) => ({ kind: "more", scenario, name, goal, metric: "ns" });
const absolute = (scenario, metric, unit, must, goal) => ({ kind: "absolute", scenario, metric, unit, must, goal });
const nothingLost = (scenario) => ({ kind: "nothing lost", scenario, must: 0 });

const GOALS = [
  against("disabled", family("pino"), 1),
  against("disabled", cell("loglevel"), undefined, 1),
  more("disabled", "logback-node, one MDCFilter", 5),
  more("disabled", "logback-node, 1,000 MDCFilters", 5),
  more("disabled", "logback-node, one MDCFilter, in an MDC scope", 20),
  more("disabled", "logback-node, 1,000 MDCFilters, in an MDC scope", 20),
  more("disabled", "logback-node, one trace filter", 5),
  more("disabled", "logback-node, 1,000 trace filters", 5),
  more("disabled", "logback-node, one trace filter, MDC used elsewhere", 5),
  more("disabled", "logback-node, 1,000 trace filters, MDC used elsewhere", 5),
  more("disabled", "logback-node, one trace filter, in an MDC scope", 20),
  more("disabled", "logback-node, 1,000 trace filters, in an MDC scope", 20),
  against("text-sync", family("pino"), 0.8, 0.6),
  against("text-sync", cell("limit: writeSync(Buffer) per line"), 2.2, 1.7),
  against("text-sync", cell("spdlog (native)"), 1.3, 1),
  against("json-sync", family("pino"), 1, 0.8),
  against("text-buffered", family("pino"), 0.5, 0.35),
  against("text-buffered", cell("spdlog (native)"), 1, 0.8),
  against("text-buffered", cell("Logback on the JVM"), 1.2, 1),
  against("json-buffered", family("pino"), 0.8, 0.6),
  against("mdc", family("pino"), 0.9, 0.7),
  // The row that this goal was set by; the fastest way to write with a mixin is shown beside it, without a bound of its own.
  against("mdc", cell("pino 10 mixin, minLength 4096"), 0.3, 0.2),
  against("mdc", family("pino with mixin"), undefined, undefined),
  against("async", family("pino"), 0.6, 0.4, "callerNs"),
  against("async", family("pino"), 0.6, 0.4, "ns"),
  nothingLost("async-endings"),
  against("error-fresh", anyPeer, 1, 0.8),
  against("error-reused", anyPeer, 0.5, 0.3),
  absolute("burst", "rssMb", "MB", 110, 80),
  against("rolling", cell("logback-node, one file"), 1.3, 1.1),
  against("tcp-json", anyPeer, 0.6, 0.4),
  against("syslog-udp", cell("limit: dgram.send per event"), 1.4, 1.2, "cpuNs"),
];

/** @param {readonly { scenario: object, results: object[] }[]} runs */
export function judgeGoals(runs) {
  return GOALS.flatMap((goal) => {
    const run = runs.find(({ scenario }) => scenario.name === goal.scenario);
    return run === undefined ? [] : [{ ...goal, ...JUDGES[goal.kind](goal, run.results) }];
  });
}

/** @param {ReturnType<typeof judgeGoals>} judged */
export function goalsTable(judged) {
  const rows = judged.map(({ scenario, what, must, goal, measured, verdict }) => [scenario, what, bound(must), bound(goal), measured, verdict]);
  return table([["scenario", "measured against", "must", "goal", "measured", "verdict"], ...rows], "---");
}

/** Where the time was spent, if it is not that until all is written. */
const SPENT = { callerNs: "in the caller: ", cpuNs: "processor time: " };

const JUDGES = {
  ratio: ({ rival, metric, must, goal }, results) => {
    const other = rival.find(results, metric);
    const found = ratio(oursOf(results), other, metric);
    const what = `${SPENT[metric] ?? ""}${rival.words}${other === undefined || other.cell.name === rival.words ? "" : ` (${other.cell.name})`}`;
    if (found === undefined) {
      return { what, measured: whyNot(results, other, metric), verdict: "not measured" };
    }
    const { ofMedians, paired } = found;
    const measured = `${ofMedians.toFixed(2)}; paired ${paired.median.toFixed(2)} [${paired.min.toFixed(2)}–${paired.max.toFixed(2)}]`;
    const [one, two] = [verdictOn(ofMedians, must, goal), verdictOn(paired.median, must, goal)];
    return { what, value: ofMedians, measured, verdict: one === two ? one : `${one} (paired: ${two})` };
  },
  more: ({ name, goal, metric }, results) => {
    const [plainRow, row] = [oursOf(results), results.find((result) => result.cell.name === name)];
    if (!isWhole(plainRow, metric) || !isWhole(row, metric)) {
      return { what: `${name}: ns more`, measured: whyNot(results, row, metric), verdict: "not measured" };
    }
    const value = medianOf(row, metric) - medianOf(plainRow, metric);
    return { what: `${name}: ns more`, value, measured: plain(value), verdict: verdictOn(value, undefined, goal) };
  },
  absolute: ({ metric, unit, must, goal }, results) => {
    const row = oursOf(results);
    if (!isWhole(row, metric)) {
      return { what: unit, measured: whyNot(results, row, metric), verdict: "not measured" };
    }
    const value = medianOf(row, metric);
    return { what: unit, value, measured: plain(value), verdict: verdictOn(value, must, goal) };
  },
  "nothing lost": (_, results) => {
    const row = oursOf(results);
    const what = "events lost at process.exit(), a throw, SIGTERM";
    if (row.samples.size === 0) {
      return { what, measured: whyNot(results, row, undefined), verdict: "not measured" };
    }
    const losses = [...row.samples.values()].map((values) => Math.max(...values.values()));
    return { what, value: Math.max(...losses), measured: losses.join(", "), verdict: verdictOn(Math.max(...losses), 0) };
  },
};

function verdictOn(value, must, goal) {
  if (goal !== undefined && value <= goal) {
    return "goal reached";
  }
  if (must === undefined && goal === undefined) {
    return "for comparison";
  }
  if (must === undefined) {
    return "goal not reached";
  }
  return value > must ? "MISSED" : goal === undefined ? "must reached" : "must reached, goal not";
}

/** Of the two rows, the first that has no figures. */
function whyNot(results, other, metric) {
  const row = isWhole(oursOf(results), metric) ? other : oursOf(results);
  return row === undefined ? "no such row has figures" : `${row.cell.name}: ${row.unavailable ?? row.failures[0] ?? "no figures"}`;
}

const bound = (value) => (value === undefined ? "" : typeof value === "number" ? `≤ ${value}` : value);
