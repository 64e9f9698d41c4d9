import { JavaRegexError } from "./error.js";
import type { JavaRegex } from "./java-regex.js";

/** A replacement text that has been read: literal text and JavaScript group numbers, in order. */
export interface JavaReplacement {
  readonly parts: readonly (string | number)[];
}

/**
 * Reads a replacement as `Matcher.appendReplacement` does: `$1`, `${name}`, `\$`, `\\`.
 *
 * After `$` and its first digit, further digits belong to the number only while such a group exists.
 * Java finds a wrong replacement only when the regex first matches; this function finds it at once.
 *
 * @throws {@link JavaRegexError} for a replacement that is wrong, and for a group whose text may differ between Java and JavaScript.
 */
export function compileJavaReplacement(text: string, regex: JavaRegex): JavaReplacement {
  const parts: (string | number)[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "\\") {
      if (at + 1 === text.length) {
        throw new JavaRegexError('Expected a character after "\\", found the end of the replacement', at + 1);
      }
      literal += text.charAt(at + 1);
      at += 2;
    } else if (char === "$") {
      const reference = text.charAt(at + 1) === "{" ? readName(text, at, regex) : readNumber(text, at, regex);
      if (literal !== "") {
        parts.push(literal);
      }
      literal = "";
      parts.push(groupIndex(reference.group, regex, at + 1));
      at = reference.end;
    } else {
      literal += char;
      at += 1;
    }
  }
  if (literal !== "") {
    parts.push(literal);
  }
  return { parts };
}

interface Reference {
  readonly group: number;
  readonly end: number;
}

function readName(text: string, at: number, regex: JavaRegex): Reference {
  const name = /^[A-Za-z0-9]*/.exec(text.slice(at + 2))?.[0] ?? "";
  const end = at + 2 + name.length;
  if (name === "" || text.charAt(end) !== "}") {
    throw new JavaRegexError(`Expected a group name and "}" after "\${", found ${cameAt(text, end)}`, end + 1);
  }
  const group = regex.groupNames.get(name);
  if (group === undefined) {
    throw new JavaRegexError(`Expected the name of a group, found "${name}"`, at + 3);
  }
  return { group, end: end + 1 };
}

function readNumber(text: string, at: number, regex: JavaRegex): Reference {
  if (!isDigit(text.charAt(at + 1))) {
    throw new JavaRegexError(`Expected a group number or "{" after "$", found ${cameAt(text, at + 1)}`, at + 2);
  }
  let group = Number(text.charAt(at + 1));
  let end = at + 2;
  while (isDigit(text.charAt(end))) {
    const longer = group * 10 + Number(text.charAt(end));
    if (longer > regex.groupCount) {
      break;
    }
    group = longer;
    end += 1;
  }
  if (group > regex.groupCount) {
    throw new JavaRegexError(`Expected a group number of at most ${regex.groupCount}, found ${group}`, at + 2);
  }
  return { group, end };
}

function groupIndex(group: number, regex: JavaRegex, column: number): number {
  if (group === 0) {
    return 0;
  }
  const reason = regex.uncertainGroups.get(group);
  if (reason !== undefined) {
    throw new JavaRegexError(`Expected a group that Java and JavaScript set alike, found group ${group}: ${reason}`, column);
  }
  return regex.groupIndex.get(group) ?? 0;
}

function isDigit(char: string): boolean {
  return char >= "0" && char <= "9" && char.length === 1;
}

function cameAt(text: string, at: number): string {
  return at < text.length ? `"${text.charAt(at)}"` : "the end of the replacement";
}
