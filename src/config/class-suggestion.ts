import type { ComponentKind } from "../core/component.js";
import { closest } from "../util/did-you-mean.js";
import { lastPart } from "../util/last-part.js";

/** ` Did you mean "x"?` with the class of another package, or the one whose own part of the name is near; or nothing. */
export function classSuggestion(className: string, kind: ComponentKind, candidates: readonly string[]): string {
  const own = lastPart(className);
  const elsewhere = candidates.find((candidate) => candidate !== own && lastPart(candidate) === own);
  const near = elsewhere ?? closest(className, candidates);
  return near !== undefined && areAlike(own, lastPart(near), kind) ? ` Did you mean "${near}"?` : "";
}

/** What all classes of a kind end with makes no two of them alike: a StenoEncoder is no EchoEncoder. */
function areAlike(own: string, near: string, kind: ComponentKind): boolean {
  const ending = kind.charAt(0).toUpperCase() + kind.slice(1);
  const length = own.endsWith(ending) && near.endsWith(ending) && own !== near ? ending.length : 0;
  return closest(own.slice(0, own.length - length), [near.slice(0, near.length - length)]) !== undefined;
}
