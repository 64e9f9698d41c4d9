/** @param {ArrayLike<number>} sorted - In ascending order. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {readonly number[]} values - At least one. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {readonly number[]} values - At least one. */
export function summary(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/**
 * Ratios of what was measured in the same round, which the machine's mood of that round leaves alone.
 *
 * @param {ReadonlyMap<number, number>} values - By round.
 * @param {ReadonlyMap<number, number>} base - By round.
 * @returns {{ median: number, min: number, max: number } | undefined} Undefined when they have no round in common.
 */
export function pairedRatio(values, base) {
  const ratios = [...values].flatMap(([round, value]) => (base.has(round) ? [value / base.get(round)] : []));
  return ratios.length === 0 ? undefined : summary(ratios);
}
