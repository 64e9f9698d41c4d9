import { parseDatePattern, type DateElement } from "../util/date-pattern.js";
import type { DateToken, FileNameToken, IndexToken } from "./file-name-token.js";

/** Something of a name that is not literal. */
export type NameField = { readonly token: IndexToken } | { readonly token: DateToken; readonly element: DateElement };

/** What stands between two slashes of a pattern. */
export interface NameSegment {
  readonly pieces: readonly (string | NameField)[];
  /** The text, where it is literal throughout. */
  readonly literal: string | undefined;
  readonly hasDate: boolean;
}

/** Parts a pattern at its slashes, those in date patterns too. */
export function segmentsOf(tokens: readonly FileNameToken[]): readonly NameSegment[] {
  const segments: (string | NameField)[][] = [[]];
  const addText = (text: string): void => {
    const [first = "", ...more] = text.split("/");
    segments.at(-1)?.push(first);
    segments.push(...more.map((each) => [each]));
  };
  for (const token of tokens) {
    if (token.kind === "text") {
      addText(token.text);
    } else if (token.kind === "index") {
      segments.at(-1)?.push({ token });
    } else {
      for (const element of parseDatePattern(token.datePattern)) {
        if (element.kind === "literal") {
          addText(element.text);
        } else {
          segments.at(-1)?.push({ token, element });
        }
      }
    }
  }
  return segments.map((pieces) => ({
    pieces,
    literal: pieces.every((piece) => typeof piece === "string") ? pieces.join("") : undefined,
    hasDate: pieces.some((piece) => typeof piece !== "string" && "element" in piece),
  }));
}

/** A regular expression for the whole of a text made of pieces, with a group for each field that is not literal. */
export function expressionOf(pieces: readonly (string | NameField)[]): RegExp {
  let source = "";
  let groups = 0;
  const indexGroups = new Map<number, number>();
  for (const piece of pieces) {
    if (typeof piece === "string") {
      source += piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      continue;
    }
    groups++;
    if ("element" in piece) {
      source += `(${shapeOf(piece.element)})`;
      continue;
    }
    // The same index twice must be the same text; without this, where one number ends would be a guess.
    const { minDigits } = piece.token;
    const same = indexGroups.get(minDigits);
    source += same === undefined ? "(\\d+)" : `(\\${String(same)})`;
    indexGroups.set(minDigits, same ?? groups);
  }
  return new RegExp(`^${source}$`, "su");
}

function shapeOf(element: DateElement): string {
  const pad = element.pad === undefined ? "" : " *";
  switch (element.kind) {
    case "number":
      return pad + digits(element.letter, element.width);
    case "twoDigitYear":
      return `${pad}\\d{2}`;
    case "fraction":
      return `${pad}\\d{${String(element.digits)}}`;
    default:
      return "[^/]+?";
  }
}

function digits(letter: string, width: number): string {
  const [least, most] = "yuY".includes(letter) ? [Math.max(width, 4), Math.max(width, 4)] : [width, Math.max(width, "DAnNg".includes(letter) ? 19 : 2)];
  return `\\d{${String(least)},${String(most)}}`;
}
