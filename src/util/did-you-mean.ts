/** Names longer than this are compared by nobody: the work is the product of two lengths. */
const LONGEST_NAME = 100;
/** The beginning of a shorter name tells nothing. */
const SHORTEST_WITH_BEGINNING = 6;

/**
 * The candidate that somebody who wrote `name` most probably meant, or undefined when none is near.
 *
 * Near means: one letter wrong, missing, too many or swapped with its neighbour for every three letters of the name, and
 * at least one. Where nothing is near, a candidate that goes on otherwise behind two thirds of the name is meant, unless it is
 * the name of a class. Letter case does not count. Of equally near candidates the first wins.
 */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > LONGEST_NAME) {
    return undefined;
  }
  const wanted = name.toLowerCase();
  const bound = Math.max(1, Math.floor(wanted.length / 3));
  const beginning = wanted.length < SHORTEST_WITH_BEGINNING || wanted.includes(".") ? undefined : wanted.slice(0, Math.ceil((wanted.length * 2) / 3));
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  let alike: string | undefined;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    if (beginning !== undefined && lower.startsWith(beginning)) {
      alike ??= candidate;
    }
    if (Math.abs(lower.length - wanted.length) > bound) {
      continue;
    }
    const distance = editDistance(wanted, lower);
    // Everything replaced is no resemblance: `x` is not a misspelt `y`.
    if (distance > bound || distance >= Math.max(lower.length, wanted.length)) {
      continue;
    }
    if (best === undefined || distance < best.distance) {
      best = { candidate, distance };
    }
  }
  return best?.candidate ?? alike;
}

/** Damerau-Levenshtein distance in its restricted form: no piece is edited twice. */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + cost,
          swapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
