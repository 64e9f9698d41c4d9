/** Results as Markdown. */
import { bestPeer, isWhole, oursOf, ratio } from "./compare.js";
import { summary } from "./statistics.js";

/** What a metric is called and how its figures are written; several figures of a row are compared by `compared`. */
const METRICS = {
  ns: { title: "ns each", write: plain },
  callerNs: { title: "ns in the caller", write: plain },
  cpuNs: { title: "CPU ns, all threads", write: plain },
  rssMb: { title: "peak MB", write: plain },
  largestMb: { title: "largest MB", write: plain },
  p50: { title: "p50 ns", write: plain },
  p99: { title: "p99 ns", write: plain },
  max: { title: "max µs", write: (value) => plain(value / 1e3) },
  ms: { title: "ms to the first line", write: plain },
  wallMs: { title: "ms of the whole process", write: plain },
  "process.exit()": { title: "lost at process.exit()", write: String },
  throw: { title: "lost at a throw", write: String },
  SIGTERM: { title: "lost at SIGTERM", write: String },
};

/**
 * @param {readonly (readonly string[])[]} rows - The first is the head.
 * @param {string} [align] - Of the columns after the first; figures stand at the right.
 */
export function table(rows, align = "--:") {
  const [head, ...body] = rows;
  return [head, head.map((_, column) => (column === 0 ? "---" : align)), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** One scenario: every peer with its figures, in the order of the scenario. */
export function scenarioTable({ scenario, results }) {
  const { compared = [], shown } = scenario;
  const bases = compared.map((metric) => ({ metric, ours: oursOf(results), best: bestPeer(results, metric) }));
  const head = ["", ...shown.flatMap((metric) => headOf(metric, compared)), ...(hasBytes(results) ? ["bytes an event"] : [])];
  const rows = results.map((result) => {
    const figures = isReported(result) ? shown.flatMap((metric) => figuresOf(result, metric, bases)) : [absence(result)];
    const bytes = hasBytes(results) ? [result.bytesPerEvent === undefined ? "" : plain(result.bytesPerEvent)] : [];
    return padded([nameOf(result, bases), ...figures, ...bytes], head.length);
  });
  return table([head, ...rows]);
}

const hasBytes = (results) => results.some(({ bytesPerEvent }) => bytesPerEvent !== undefined);

const isReported = ({ failures, unavailable }) => failures.length === 0 && unavailable === undefined;

const headOf = (metric, compared) => [METRICS[metric].title, ...(compared.includes(metric) ? ["min–max", "to ours", "to the best peer"] : [])];

function figuresOf(result, metric, bases) {
  const base = bases.find((candidate) => candidate.metric === metric);
  if (!isWhole(result, metric)) {
    return base === undefined ? [""] : ["", "", "", ""];
  }
  const { write } = METRICS[metric];
  const values = summary([...result.samples.get(metric).values()]);
  // The longest call of all rounds counts, not the usual longest one.
  const figure = write(metric === "max" ? values.max : values.median);
  return base === undefined ? [figure] : [figure, `${write(values.min)}–${write(values.max)}`, times(ratio(result, base.ours, metric)), times(ratio(result, base.best, metric))];
}

function nameOf({ cell }, bases) {
  return bases.some(({ best }) => best?.cell === cell) ? `**${cell.name}**` : cell.name;
}

function absence({ unavailable, failures }) {
  return unavailable === undefined ? `${failures[0]}${failures.length > 1 ? ` (and in ${failures.length - 1} more rounds)` : ""}` : `not available: ${unavailable}`;
}

function padded(cells, length) {
  return [...cells.map((cell) => cell.replaceAll("|", "\\|")), ...Array.from({ length: length - cells.length }, () => "")];
}

function times(found) {
  return found?.paired === undefined ? "" : `${found.paired.median.toFixed(2)}×`;
}

/** Three significant figures are more than these measurements have. */
export function plain(value) {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(value >= 10 ? 1 : 2);
}
