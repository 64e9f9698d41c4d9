import type { JavaRegex } from "./java-regex/java-regex.js";
import { growsAtMostQuadratically } from "./regex-growth.js";
import { isLinear } from "./regex-linearity.js";
import { probeRegex } from "./regex-probe.js";
import { findRegexRisks, type RegexRisk } from "./regex-safety.js";

/** Whether a regular expression from a configuration may be run on logged data. */
export interface RegexJudgement {
  /** The time grows with the length of the text only, so that no length is too much. */
  readonly isLinear: boolean;
  /** What looks slow in it. */
  readonly risks: readonly RegexRisk[];
  /** Why it must not be run; `undefined` where it may. */
  readonly refusal: string | undefined;
}

/**
 * Looks at the shape of a regular expression and, unless that shows it to be harmless, tries it out.
 * What looks slow and cannot be tried must not be run.
 */
export function judgeRegex(regex: JavaRegex): RegexJudgement {
  if (isLinear(regex)) {
    return { isLinear: true, risks: [], refusal: undefined };
  }
  if (growsAtMostQuadratically(regex.parsed)) {
    return { isLinear: false, risks: [], refusal: undefined };
  }
  const risks = findRegexRisks(regex.parsed);
  const result = probeRegex(regex);
  const refusal =
    result.verdict === "explosive"
      ? `it takes too long on a text of ${result.input.length} characters`
      : result.verdict === "untried" && risks.length > 0
        ? "it may take too long, and there is no way to try it here"
        : undefined;
  return { isLinear: false, risks, refusal };
}
