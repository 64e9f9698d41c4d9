/** Measures one cell once and checks what it left on disk. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sizeOf } from "./drive.js";
import { ENDING_NAMES } from "./endings.js";
import { startReceiver } from "./receiving.js";
import { assemble, largestIn } from "./rolled.js";
import { median } from "./statistics.js";
import { runProcess } from "./run-process.js";
import { verifyFile } from "./verify.js";

/** Start-ups are short: so many are made, and their median counts. */
const STARTUPS = 3;
/** A JVM compiles while it runs, so it needs more before its figures are steady. */
const JVM_WARM_UP = 5;

/**
 * @typedef {object} Outcome
 * @property {Record<string, number>} [values] - Only of a cell that did all its work.
 * @property {number} [lost] - Events that are not on disk.
 * @property {string} [failed]
 * @property {string} [unavailable]
 * @property {number} [bytesPerEvent]
 *
 * @returns {Promise<Outcome>}
 */
export async function runCell(cell, scenario, { folder, counts }) {
  try {
    return await MEASURES[scenario.measure](cell, scenario, { folder, counts });
  } catch (error) {
    return error.unavailable === undefined ? { failed: error.message } : { unavailable: error.unavailable };
  }
}

const MEASURES = {
  events: async (cell, scenario, { folder, counts }) => {
    const outcome = await measureOnFile(cell, scenario, folder, { measure: "events", ...sized(cell, counts.warmUp, counts.events, scenario) });
    if (outcome.values === undefined || counts.latencyEvents === undefined) {
      return outcome;
    }
    const latency = await measureOnFile(cell, scenario, folder, { measure: "latency", ...sized(cell, counts.warmUp, counts.latencyEvents, scenario) });
    return latency.values === undefined ? latency : { ...outcome, values: { ...outcome.values, ...latency.values } };
  },
  calls: (cell, scenario, { folder, counts }) => measureOnFile(cell, scenario, folder, { measure: "calls", milliseconds: counts.milliseconds }),
  startup: async (cell, scenario, { folder }) => {
    const outcomes = [];
    for (let count = 0; count < STARTUPS; count += 1) {
      const outcome = await measureOnFile(cell, scenario, folder, { measure: "startup", warmUp: 0, events: 1 });
      if (outcome.values === undefined) {
        return outcome;
      }
      outcomes.push(outcome.values);
    }
    return { values: Object.fromEntries(Object.keys(outcomes[0]).map((key) => [key, median(outcomes.map((values) => values[key]))])) };
  },
  endings: async (cell, scenario, { folder, counts }) => {
    const values = {};
    for (const ending of ENDING_NAMES) {
      const outcome = await measureOnFile(cell, scenario, folder, { measure: "ending", ending, warmUp: 0, events: counts.events });
      if (outcome.unavailable !== undefined || outcome.failed !== undefined) {
        return { unavailable: outcome.unavailable, failed: outcome.failed };
      }
      values[ending] = outcome.lost ?? 0;
    }
    return { values };
  },
};

/** Whole scopes; fewer calls of a slow library. */
function sized(cell, warmUp, events, { perScope = 1 }) {
  const scaled = (count) => Math.ceil((count * (cell.scale ?? 1)) / perScope) * perScope;
  return { warmUp: scaled(cell.java === undefined ? warmUp : warmUp * JVM_WARM_UP), events: scaled(events) };
}

async function measureOnFile(cell, scenario, folder, job) {
  const place = scenario.rolls === true ? { rolled: join(folder, "rolled") } : {};
  const file = join(place.rolled ?? folder, "events.log");
  const assembled = place.rolled === undefined ? file : join(folder, "assembled.log");
  rmSync(place.rolled ?? file, { recursive: true, force: true });
  mkdirSync(place.rolled ?? folder, { recursive: true });
  const { peer, options } = cell;
  const { perTurn, perScope, paced } = scenario;
  const receiver = scenario.receiver === undefined ? undefined : await startReceiver(scenario.receiver, file);
  const { answer, problem, wallMs } = await runProcess(cell, { peer, options, file, folder, perTurn, perScope, paced, port: receiver?.port, ...place, ...job });
  if (receiver !== undefined) {
    await receiver.stop();
    // The receiver writes later than the library sends.
    delete answer?.sizeAtStop;
  }
  try {
    if (answer?.unavailable !== undefined) {
      return { unavailable: answer.unavailable };
    }
    // What ends by a throw or a signal is meant to end so.
    if (problem !== undefined && (job.measure !== "ending" || answer === undefined)) {
      return { failed: problem };
    }
    if (job.events === undefined) {
      return { values: answer.values };
    }
    if (place.rolled !== undefined) {
      assemble(place.rolled, assembled);
      Object.assign(answer.values, { largestMb: largestIn(place.rolled) });
    }
    const outcome = judge(await verification(cell, scenario, assembled, job), answer, assembled);
    return job.measure === "startup" && outcome.values !== undefined ? { ...outcome, values: { ...outcome.values, wallMs } } : outcome;
  } finally {
    rmSync(assembled, { force: true });
    rmSync(place.rolled ?? file, { recursive: true, force: true });
  }
}

async function verification({ peer, java, options, lines }, { perScope }, file, { warmUp, events }) {
  if (sizeOf(file) === 0) {
    return { ok: false, lost: warmUp + events, problem: undefined, bytesPerEvent: 0 };
  }
  const { members } = java === undefined ? await import(new URL(`../${peer}`, import.meta.url).href) : {};
  return verifyFile(file, { events: warmUp + events, format: lines, call: options?.call, members, perScope });
}

function judge({ ok, lost, problem, bytesPerEvent }, { values, sizeAtStop }, file) {
  if (problem !== undefined) {
    return { failed: problem, lost };
  }
  if (!ok) {
    return { lost };
  }
  const late = sizeAtStop === undefined ? 0 : sizeOf(file) - sizeAtStop;
  return late === 0 ? { values, bytesPerEvent } : { failed: `${late} bytes came after it said that all was written` };
}
