import { createContext, Script, type Context } from "node:vm";
import type { JavaRegex } from "./java-regex/java-regex.js";
import { groupTable } from "./java-regex/measure.js";
import { type RegexNode, childrenOf, someNode } from "./java-regex/node.js";
import { once } from "./once.js";
import { RegexSamples } from "./regex-sample.js";

/** How hard a regular expression is tried. */
export interface ProbeOptions {
  /** What one text may take; default 150 ms. */
  readonly timeoutMs?: number;
  /**
   * How long the texts are, in UTF-16 units. Default: 30 and 1 500; exponential time shows in the first, and in the second
   * quadratic time still passes and cubic time does not.
   */
  readonly lengths?: readonly number[];
}

/** What came of trying a regular expression. */
export type ProbeResult =
  /** None of the texts took too long; there may be others. */
  | { readonly verdict: "safe" }
  | { readonly verdict: "explosive"; readonly input: string }
  /** There is nothing here that could interrupt a regular expression, so it was not tried. */
  | { readonly verdict: "untried" };

/** What the script sees; texts before `at` have been tried. */
interface Trial {
  source: string;
  flags: string;
  inputs: readonly string[];
  at: number;
}

/** A text made of a beginning and what is repeated behind it. */
interface Seed {
  readonly prefix: string;
  readonly pump: string;
}

interface Sandbox {
  readonly trial: Trial;
  readonly context: Context;
  readonly script: Script;
}

const TIMEOUT_MS = 150;
const LENGTHS: readonly number[] = [30, 1_500];
const MAX_INPUTS = 120;
/** Also behind a long prefix; exponential time needs so many. */
const LEAST_PUMPED = 30;
/** Few classes hold a NUL, no dot a line feed. */
const ENDS: readonly string[] = ["\u0000", "\n!", ""];
/** All texts together may take as long as this many that are just quick enough. */
const MOST_TIMEOUTS = 8;

const SCRIPT = 'const regexp = new RegExp(source, flags); for (; at < inputs.length; at++) { inputs[at].replace(regexp, ""); }';

/** Making one takes longer than most probes. */
const sandbox = once((): Sandbox | undefined => {
  try {
    const trial: Trial = { source: "", flags: "", inputs: [], at: 0 };
    return { trial, context: createContext(trial), script: new Script(`{ ${SCRIPT} }`) };
  } catch {
    return undefined;
  }
});

/**
 * Runs a regex on texts made to be its worst cases, within a time limit, as a check before it is used.
 *
 * Not for use while logging: it takes a tenth of a millisecond for a harmless regex, and a second for a bad one.
 */
export function probeRegex(regex: JavaRegex, { timeoutMs = TIMEOUT_MS, lengths = LENGTHS }: ProbeOptions = {}): ProbeResult {
  const box = sandbox();
  if (box === undefined) {
    return { verdict: "untried" };
  }
  const inputs = worstCases(regex.parsed.root, lengths);
  Object.assign(box.trial, { source: regex.regexp.source, flags: `${regex.regexp.flags}g`, inputs, at: 0 });
  let timeouts = 0;
  while (!passes(box, timeoutMs)) {
    timeouts++;
    const { at } = box.trial;
    const input = inputs[at] as string;
    // It may have been the ones before that took the time, or a machine that is busy with something else.
    Object.assign(box.trial, { inputs: [input], at: 0 });
    if (timeouts > MOST_TIMEOUTS || !passes(box, timeoutMs)) {
      return { verdict: "explosive", input };
    }
    Object.assign(box.trial, { inputs, at: at + 1 });
  }
  return { verdict: "safe" };
}

function passes({ script, context }: Sandbox, timeout: number): boolean {
  try {
    script.runInContext(context, { timeout });
    return true;
  } catch (error) {
    if (isTooMuch(error)) {
      return false;
    }
    throw error;
  }
}

/** Texts that repeat what a loop matches, or what stands before one, with and without something behind that lets the match fail. */
export function worstCases(root: RegexNode, lengths: readonly number[]): readonly string[] {
  const samples = new RegexSamples(root, groupTable(root));
  const seeds = new Map<string, Seed>();
  const sequences: Seed[] = [];
  const add = (prefix: string, pump: string): void => {
    if (pump !== "" && prefix.length < Math.max(...lengths)) {
      seeds.set(`${prefix}\n${pump}`, { prefix, pump });
    }
  };
  const visit = (node: RegexNode, prefix: string): void => {
    if (node.kind === "repeat" && node.max > 1) {
      add(prefix, samples.text(node.body, 1));
      add(prefix, samples.text(node.body, 1, true));
      for (const branch of branchesOf(node.body)) {
        add(prefix, samples.text(branch, 1));
      }
    }
    let before = prefix;
    for (const child of childrenOf(node)) {
      visit(child, before);
      if (node.kind !== "sequence") {
        continue;
      }
      before += samples.text(child);
      if (someNode(child, isLoop)) {
        sequences.push({ prefix: "", pump: before });
      }
    }
  };
  visit(root, "");
  sequences.push({ prefix: "", pump: samples.text(root, 1) });
  for (const { prefix, pump } of sequences) {
    add(prefix, pump);
  }
  const inputs = new Set<string>();
  for (const length of lengths) {
    for (const { prefix, pump } of seeds.values()) {
      const size = Math.max(length - prefix.length, LEAST_PUMPED);
      const body = prefix + pump.repeat(Math.ceil(size / pump.length)).slice(0, size);
      for (const end of ENDS) {
        inputs.add(body + end);
      }
    }
  }
  return [...inputs].slice(0, MAX_INPUTS);
}

function isLoop(node: RegexNode): boolean {
  return node.kind === "repeat" && node.max > 1;
}

function branchesOf(node: RegexNode): readonly RegexNode[] {
  if (node.kind === "alternatives") {
    return node.branches;
  }
  const children = childrenOf(node);
  const [only] = children;
  return children.length === 1 && only !== undefined ? branchesOf(only) : children;
}

/** Errors that leave the sandbox are of its realm, so `instanceof Error` says nothing. */
function isTooMuch(error: unknown): boolean {
  if (typeof error !== "object" || error === null) {
    return false;
  }
  const timedOut = "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
  // A regex that runs out of stack is as unfit as one that runs out of time.
  return timedOut || ("name" in error && error.name === "RangeError");
}
