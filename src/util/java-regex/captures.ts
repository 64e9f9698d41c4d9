import { JavaRegexError } from "./error.js";
import { type GroupTable, canBeEmpty } from "./measure.js";
import { type RegexNode, type Repeat, childrenOf } from "./node.js";
import { repeatsByRounds } from "./study.js";

/** A node on the way from the root to another, and which of its children the way takes. */
interface Step {
  readonly node: RegexNode;
  readonly child: number;
}

interface Place {
  readonly node: RegexNode;
  readonly way: readonly Step[];
}

const RETRIED = "Java keeps it from an attempt that was given up";

/**
 * Refuses references that may meet a group that is not set: Java then fails, JavaScript matches nothing.
 *
 * @returns the groups whose text at the end of a match may differ between Java and JavaScript, with the reason.
 *   Java keeps what an earlier round of a loop or a discarded lookahead captured, JavaScript forgets it.
 */
export function checkCaptures(root: RegexNode, groups: GroupTable): ReadonlyMap<number, string> {
  const places: Place[] = [];
  collect(root, [], places);
  const byNumber = new Map(places.flatMap((place) => (place.node.kind === "group" ? [[place.node.number, place] as const] : [])));
  for (const place of places) {
    if (place.node.kind === "reference") {
      checkReference(place, place.node, byNumber.get(place.node.group), groups);
    }
  }
  const uncertain = new Map<number, string>();
  for (const [number, place] of byNumber) {
    const reason = doubtAbout(place, 0, groups) ?? (isMandatory(place.way) || !hasOneWay(place) ? undefined : RETRIED);
    if (reason !== undefined) {
      uncertain.set(number, reason);
    }
  }
  return uncertain;
}

function collect(node: RegexNode, way: readonly Step[], places: Place[]): void {
  if (node.kind === "reference" || (node.kind === "group" && node.number > 0)) {
    places.push({ node, way });
  }
  childrenOf(node).forEach((inner, child) => collect(inner, [...way, { node, child }], places));
}

function checkReference(
  place: Place,
  reference: Extract<RegexNode, { kind: "reference" }>,
  target: Place | undefined,
  groups: GroupTable,
): void {
  const refuse = (reason: string): never => {
    throw new JavaRegexError(`Expected a reference to a group that is certainly set, found one to group ${reference.group}: ${reason}`, reference.column);
  };
  if (target === undefined) {
    return refuse("there is none");
  }
  let depth = 0;
  while (target.way[depth] !== undefined && sameStep(target.way[depth], place.way[depth])) {
    depth += 1;
  }
  const [toGroup, toReference] = [target.way[depth], place.way[depth]];
  if (toGroup === undefined || toReference === undefined || toGroup.node !== toReference.node) {
    return refuse("it stands inside that group");
  }
  if (toGroup.node.kind !== "sequence") {
    return refuse("it stands in another alternative");
  }
  if (toGroup.child > toReference.child) {
    return refuse("the group comes later");
  }
  if (!isMandatory(target.way.slice(depth))) {
    return refuse("the group may be left out");
  }
  const doubt = doubtAbout(target, depth, groups);
  if (doubt !== undefined) {
    refuse(doubt);
  }
}

function sameStep(left: Step | undefined, right: Step | undefined): boolean {
  return left !== undefined && left.node === right?.node && left.child === right.child;
}

/** Whether every way through the first node of `way` passes its last. */
function isMandatory(way: readonly Step[]): boolean {
  return way.every(({ node }) => {
    if (node.kind === "repeat") {
      return node.min > 0;
    }
    return node.kind !== "alternatives" && !(node.kind === "look" && (node.negative || node.behind));
  });
}

/** Why a group may hold something else in Java when the part of the pattern at `depth` of its way has matched. */
function doubtAbout(place: Place, depth: number, groups: GroupTable): string | undefined {
  const way = place.way;
  for (let at = depth; at < way.length; at += 1) {
    const { node } = way[at] as Step;
    if (node.kind === "look" && node.behind) {
      return "it is captured in a lookbehind";
    }
    if (node.kind === "look" && node.negative) {
      return "it is captured in a negative lookahead";
    }
    if (node.kind !== "repeat") {
      continue;
    }
    if ((node.max > 1 || node.body.kind !== "group") && canBeEmpty(node.body, groups)) {
      return "a round of its loop can be empty";
    }
    if (node.max > 1 && node.body !== place.node) {
      if (!isMandatory(way.slice(at + 1))) {
        return "it need not take part in every round of its loop";
      }
      if (givesBackRounds(node)) {
        return "Java does not restore it when its loop gives a round back";
      }
    }
  }
  const firstLoop = way.findIndex(({ node }) => node.kind === "repeat" && node.max > 1);
  const lastOneWay = lastIndex(way, depth, (step) => isOneWay(step, place.node));
  return firstLoop >= 0 && firstLoop < lastOneWay ? RETRIED : undefined;
}

/** Whether a finished part on the way is never entered again, so that Java restores no captures in it. */
function hasOneWay(place: Place): boolean {
  return place.way.some((step) => isOneWay(step, place.node));
}

function isOneWay({ node }: Step, target: RegexNode): boolean {
  if (node.kind === "atomic" || node.kind === "look") {
    return true;
  }
  if (node.kind !== "repeat" || (node.min === 0 && node.max === 1 && node.mode !== "possessive")) {
    return false;
  }
  if (node.mode === "possessive" || node.body.kind !== "group") {
    return true;
  }
  return node.body !== target && repeatsByRounds(node);
}

function givesBackRounds(node: Repeat): boolean {
  if (node.mode !== "greedy" || node.min === node.max) {
    return false;
  }
  return node.body.kind !== "group" || repeatsByRounds(node);
}

function lastIndex(way: readonly Step[], from: number, test: (step: Step) => boolean): number {
  for (let at = way.length - 1; at >= from; at -= 1) {
    if (test(way[at] as Step)) {
      return at;
    }
  }
  return -1;
}
