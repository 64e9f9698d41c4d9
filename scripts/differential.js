/**
 * Compares what this library makes of random patterns and events with what Debian's Logback 1.2.11 makes of them.
 *
 *   npm run differential                                    20,000 patterns
 *   npm run differential -- --count 200000 --seed 7         more, and the same ones each time
 *   npm run differential -- --show 20 --explained 3         how many unexplained ones, and explained ones of each cause,
 *                                                           are printed in full; 5 and 0 unless given
 *   npm run differential -- --jars /opt/logback             other places than /usr/share/java
 *
 * Every pattern prints two events, one after the other. Exit code 1 for a difference that is not a documented one,
 * 2 where Java or Logback is missing. What 1.6.3 does otherwise than 1.2.11 is kept out (see `differential/`); there the
 * corpus in `test/conformance/cases` decides.
 */
import { parseArgs } from "node:util";
import { causeOf, isSame } from "./differential/causes.js";
import { eventMaker } from "./differential/events.js";
import { startOracle, whatIsMissing } from "./differential/jvm.js";
import { patternMaker } from "./differential/patterns.js";
import { randomFrom } from "./differential/random.js";

// Before anything asks for the time zone; the oracle runs in the same.
process.env.TZ = "UTC";
const { ourAnswer, ourEvent } = await import("./differential/ours.js");

const BATCH = 1_000;
const EVENTS = 500;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 32) },
    show: { type: "string", default: "5" },
    explained: { type: "string", default: "0" },
    jars: { type: "string", default: "/usr/share/java" },
  },
});
const count = wholeNumber("count");
const seed = wholeNumber("seed");
const show = wholeNumber("show");
const showExplained = wholeNumber("explained");

const missing = whatIsMissing(values.jars);
if (missing === undefined) {
  process.exitCode = await compareAll();
} else {
  process.stderr.write(`differential: ${missing}\nOn Debian and Ubuntu: apt-get install liblogback-java libslf4j-java default-jdk-headless\n`);
  process.exitCode = 2;
}

async function compareAll() {
  process.stdout.write(`${count} patterns, seed ${seed}\n`);
  const random = randomFrom(seed);
  const events = Array.from({ length: EVENTS }, eventMaker(random));
  const ours = events.map(ourEvent);
  const makePattern = patternMaker(random);
  const oracle = startOracle(values.jars, events);
  const differences = new Map();
  const tally = { stopped: 0, threw: 0, started: 0 };

  const compare = async (cases) => {
    const answers = await oracle.ask(cases);
    return cases.map((each, index) => {
      const difference = { ...each, java: answers[index], ours: ourAnswer(each.pattern, each.events.map((number) => ours[number])) };
      const same = isSame(difference.java, difference.ours);
      return { ...difference, same, cause: same ? undefined : causeOf(difference) };
    });
  };

  for (let done = 0; done < count; done += BATCH) {
    const cases = Array.from({ length: Math.min(BATCH, count - done) }, () => ({ pattern: makePattern(), events: [random.below(EVENTS), random.below(EVENTS)] }));
    for (const result of await compare(cases)) {
      tally[result.java.state]++;
      if (!result.same) {
        const known = differences.get(result.cause) ?? [];
        differences.set(result.cause, known);
        known.push(result);
      }
    }
  }

  process.stdout.write(`Logback: ${tally.started} started, ${tally.stopped} refused, ${tally.threw} threw at start\n`);
  const different = [...differences.values()].reduce((sum, { length }) => sum + length, 0);
  process.stdout.write(`equal: ${count - different}\n`);
  for (const [cause, found] of [...differences].sort(([left], [right]) => Number(left === undefined) - Number(right === undefined))) {
    process.stdout.write(`${cause ?? "UNEXPLAINED"}: ${found.length}\n`);
    for (const result of found.slice(0, cause === undefined ? show : showExplained)) {
      printDifference(await shortest(result, compare), events);
    }
  }
  await oracle.stop();
  return differences.has(undefined) ? 1 : 0;
}

/** The same difference in a shorter pattern: characters are left out as long as it stays. */
async function shortest(result, compare) {
  let best = result;
  for (let size = Math.ceil(best.pattern.length / 2); size >= 1; ) {
    const { pattern, cause } = best;
    const cases = Array.from({ length: pattern.length }, (_, at) => ({ pattern: pattern.slice(0, at) + pattern.slice(at + size), events: best.events }));
    const found = (await compare(cases.filter((each) => each.pattern !== ""))).find((each) => !each.same && each.cause === cause);
    best = found ?? best;
    size = found === undefined ? Math.floor(size / 2) : Math.min(size, Math.ceil(best.pattern.length / 2));
  }
  return best;
}

function printDifference({ pattern, events: numbers, java, ours }, events) {
  process.stdout.write(`  pattern ${JSON.stringify(pattern)}\n`);
  const states = java.state !== "started" || ours.state !== "started";
  const at = states ? 0 : java.texts.findIndex(({ text }, index) => text !== ours.texts[index].text);
  const printed = (answer) => (answer.state === "started" ? JSON.stringify(answer.texts[at].text ?? answer.texts[at]) : `${answer.state} ${answer.error ?? ""}`);
  process.stdout.write(`    event   ${JSON.stringify(events[numbers[at]])}${at > 0 ? ", the second" : ""}\n`);
  process.stdout.write(`    Logback ${printed(java)}\n    ours    ${printed(ours)}\n`);
  for (const { level, column, message } of ours.problems) {
    process.stdout.write(`            ${level} ${column} ${message}\n`);
  }
}

function wholeNumber(name) {
  const number = Number(values[name]);
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new RangeError(`--${name} is ${values[name]}, expected a whole number`);
  }
  return number;
}
