/** Who is measured against whom. */
import { median, pairedRatio } from "./statistics.js";

/** Families that are no library for Node.js. */
const NOT_PEERS = new Set(["ours", "limit", "jvm"]);

/** Whether a cell did its work in every round; figures of a cell that lost events are worth nothing. */
export function isWhole({ failures, samples }, metric) {
  return failures.length === 0 && samples.has(metric);
}

export const medianOf = (result, metric) => median([...result.samples.get(metric).values()]);

/** The row that stands for this package: the first of its own. */
export const oursOf = (results) => results.find(({ cell }) => cell.family === "ours");

/** @param {(result: object) => boolean} isCandidate */
export function best(results, metric, isCandidate) {
  const candidates = results.filter((result) => isWhole(result, metric) && isCandidate(result));
  return candidates.reduce((found, result) => (found === undefined || medianOf(result, metric) < medianOf(found, metric) ? result : found), undefined);
}

export const bestPeer = (results, metric) => best(results, metric, ({ cell }) => !NOT_PEERS.has(cell.family));

/** @returns {{ ofMedians: number, paired: { median: number, min: number, max: number } | undefined } | undefined} */
export function ratio(result, base, metric) {
  if (result === undefined || base === undefined || !isWhole(result, metric) || !isWhole(base, metric)) {
    return undefined;
  }
  return { ofMedians: medianOf(result, metric) / medianOf(base, metric), paired: pairedRatio(result.samples.get(metric), base.samples.get(metric)) };
}
