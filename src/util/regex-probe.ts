import { createContext, Script } from "node:vm";
import type { JavaRegex } from "./java-regex.js";
import { groupTable } from "./java-regex-measure.js";
import { type RegexNode, childrenOf } from "./java-regex-node.js";
import { RegexSamples } from "./regex-sample.js";

export interface ProbeOptions {
  /** What one text may take; default 150 ms. */
  readonly timeoutMs?: number;
  /** How long the texts are, in UTF-16 units; default 1 500, where quadratic time still passes and cubic time does not. */
  readonly length?: number;
}

export type ProbeVerdict = { readonly verdict: "safe" } | { readonly verdict: "explosive"; readonly input: string };

const MAX_INPUTS = 120;
/** Long enough for exponential time, short enough for a counted loop to run out of text. */
const SHORT = 30;

/**
 * Runs a regex on texts made to be its worst cases, each within a time limit, as a check before it is used.
 *
 * `safe` means that none of them took too long, not that none exists. Not for use while logging: it costs milliseconds.
 */
export function probeRegex(regex: JavaRegex, options: ProbeOptions = {}): ProbeVerdict {
  const timeout = options.timeoutMs ?? 150;
  const sandbox = { source: regex.regexp.source, flags: `${regex.regexp.flags}g`, input: "" };
  const context = createContext(sandbox);
  const script = new Script('input.replace(new RegExp(source, flags), "").length');
  for (const input of worstCases(regex.parsed.root, options.length ?? 1_500)) {
    sandbox.input = input;
    try {
      script.runInContext(context, { timeout });
    } catch (error) {
      if (isTooMuch(error)) {return { verdict: "explosive", input };}
      throw error;
    }
  }
  return { verdict: "safe" };
}

/** Texts that repeat what a loop matches, with and without something behind that lets the match fail. */
export function worstCases(root: RegexNode, length: number): readonly string[] {
  const samples = new RegexSamples(root, groupTable(root));
  const seeds = new Map<string, readonly [prefix: string, pump: string]>();
  const add = (prefix: string, pump: string): void => {
    if (pump !== "" && prefix.length < length) {seeds.set(`${prefix}\n${pump}`, [prefix, pump]);}
  };
  const visit = (node: RegexNode, prefix: string): void => {
    if (node.kind === "repeat" && node.max > 1) {
      add(prefix, samples.text(node.body, 1));
      add(prefix, samples.text(node.body, 1, true));
      for (const branch of branchesOf(node.body)) {add(prefix, samples.text(branch, 1));}
    }
    let before = prefix;
    for (const child of childrenOf(node)) {
      visit(child, before);
      if (node.kind !== "sequence") {continue;}
      before += samples.text(child);
      add("", before);
    }
  };
  visit(root, "");
  add("", samples.text(root, 1));
  const inputs = new Set<string>();
  for (const [prefix, pump] of seeds.values()) {
    for (const size of [SHORT, length - prefix.length]) {
      const body = prefix + pump.repeat(Math.ceil(size / pump.length)).slice(0, size);
      for (const end of ["\u0000", "!", "\n!", ""]) {inputs.add(body + end);}
    }
  }
  return [...inputs].slice(0, MAX_INPUTS);
}

function branchesOf(node: RegexNode): readonly RegexNode[] {
  if (node.kind === "alternatives") {return node.branches;}
  const children = childrenOf(node);
  const [only] = children;
  return children.length === 1 && only !== undefined ? branchesOf(only) : children;
}

/** Errors that leave the sandbox are of its realm, so `instanceof Error` says nothing. */
function isTooMuch(error: unknown): boolean {
  if (typeof error !== "object" || error === null) {return false;}
  const timedOut = "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
  // A regex that runs out of stack is as unfit as one that runs out of time.
  return timedOut || ("name" in error && error.name === "RangeError");
}
