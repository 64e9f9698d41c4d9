/** Runs all cells of a scenario, round after round, so that the machine's moods meet all of them alike. */
import { runCell } from "./run-cell.js";

/**
 * @typedef {object} CellResult
 * @property {object} cell
 * @property {Map<string, Map<number, number>>} samples - By metric, then by round.
 * @property {string | undefined} unavailable
 * @property {string[]} failures - One a round that failed; `LOST` at the beginning when events are missing.
 * @property {number | undefined} bytesPerEvent
 *
 * @param {object} scenario
 * @param {{ folder: string, rounds: number, quick: boolean, say: (text: string) => void }} run
 * @returns {Promise<{ scenario: object, results: CellResult[] }>}
 */
export async function runScenario(scenario, { folder, rounds, quick, say }) {
  const results = scenario.cells.map((cell) => ({ cell, samples: new Map(), unavailable: undefined, failures: [], bytesPerEvent: undefined }));
  const counts = quick ? scenario.quick : scenario.counts;
  const wanted = Math.min(rounds, scenario.rounds ?? rounds);
  for (let round = 0; round < wanted; round += 1) {
    const start = Math.floor((round * results.length) / wanted);
    for (const result of [...results.slice(start), ...results.slice(0, start)]) {
      if (result.unavailable !== undefined || round >= (result.cell.rounds ?? wanted)) {
        continue;
      }
      say(`${scenario.name}, round ${round + 1} of ${wanted}: ${result.cell.name}`);
      record(result, round, await runCell(result.cell, scenario, { folder, counts }), say);
    }
  }
  return { scenario, results };
}

function record(result, round, outcome, say) {
  if (outcome.unavailable !== undefined) {
    result.unavailable = outcome.unavailable;
    say(`  not available: ${outcome.unavailable}`);
    return;
  }
  if (outcome.values === undefined) {
    const lost = (outcome.lost ?? 0) > 0 ? `LOST ${outcome.lost} events` : undefined;
    const failure = [lost, outcome.failed === undefined ? undefined : `FAILED: ${outcome.failed}`].filter((part) => part !== undefined).join("; ");
    result.failures.push(failure);
    say(`  ${failure}`);
    return;
  }
  result.bytesPerEvent = outcome.bytesPerEvent ?? result.bytesPerEvent;
  for (const [metric, value] of Object.entries(outcome.values)) {
    if (!result.samples.has(metric)) {
      result.samples.set(metric, new Map());
    }
    result.samples.get(metric).set(round, value);
  }
}
