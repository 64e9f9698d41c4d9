import { withControls } from "./controls.js";
import { DIALECTS, type Dialect, type PatternRemarks } from "./pattern-words.js";
import { type OldPart, scanPattern } from "./scan-pattern.js";

/** A pattern of Logback for one of Log4j or Log4j 2. Words without an equivalent are left out. */
export function logbackPattern(pattern: string, library: Dialect, remarks: PatternRemarks): string {
  return patternOfParts(scanPattern(pattern, (word) => DIALECTS[library].has(word)), library, remarks);
}

/** As `logbackPattern`, of a pattern that has been taken apart. */
export function patternOfParts(parts: readonly OldPart[], library: Dialect, remarks: PatternRemarks): string {
  const translate = (inner: string): string => logbackPattern(inner, library, remarks);
  return join(
    parts.flatMap((part): Piece[] => {
      if ("text" in part) {
        return literal(part.text, library).split(/(\r?\n)/).map((text) => (text.endsWith("\n") ? { isText: false, text: "%n" } : { isText: true, text: escaped(text) }));
      }
      const { word, modifier, options, cut = "" } = part;
      if (cut !== "") {
        remarks.changed(`%${word}${cut} is %${word} with the text "${cut}" behind it, as it was`);
      }
      const translated = DIALECTS[library].get(word)?.(options, { ...remarks, translate });
      if (translated === undefined) {
        remarks.lost(`%${word}`);
        return [];
      }
      return [{ isText: false, text: withModifier(translated, modifier) }];
    }),
  );
}

/** Log4j 2 reads backslashes in text itself; Log4j 1 leaves that to the file. */
function literal(text: string, library: Dialect): string {
  return library === "Log4j" ? text : withControls(text);
}

/** `(...)` is a group of its own, which only a modifier needs. */
function withModifier(translated: string, modifier: string): string {
  if (translated.startsWith("(") && modifier === "") {
    return translated.slice(1, -1);
  }
  // Logback pads with blanks only.
  return `%${modifier.replace(/^(-?)0+/, "$1")}${translated}`;
}

interface Piece {
  readonly isText: boolean;
  readonly text: string;
}

/** Keeps a word from taking the text behind it for a part of itself. */
function join(pieces: readonly Piece[]): string {
  let joined = "";
  let isBehindWord = false;
  for (const { isText, text } of pieces.filter((piece) => piece.text !== "")) {
    if (isBehindWord && /[^\\]\)$/.test(joined) && text.startsWith("%")) {
      // Logback takes a percent sign directly behind a closing parenthesis for text.
      joined += "{}";
    } else if (isBehindWord && isText && /^(?!\$\{)[\p{L}\p{Nd}_${]/u.test(text)) {
      joined += "\\_";
    }
    joined += text;
    isBehindWord = !isText;
  }
  return joined;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

function escaped(text: string): string {
  return text.replace(/[%()\\\r\t]/g, (character) => ESCAPES.get(character) ?? `\\${character}`);
}
