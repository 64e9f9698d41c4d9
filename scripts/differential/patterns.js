/**
 * Makes up patterns: most are what an operator could write, some have a slip of the finger in them.
 *
 * Left out is what Logback 1.2 cannot or 1.6 does otherwise by design: date patterns that `SimpleDateFormat` and
 * `DateTimeFormatter` read differently, time zones that only one of them knows, languages.
 */

const PLAIN = ["p", "le", "level", "t", "thread", "m", "msg", "message", "n", "cn", "contextName", "marker", "r", "relative", "M", "method", "L", "line", "F", "file", "nopex", "nopexception"];
const WITH_LENGTH = ["c", "lo", "logger", "C", "class"];
const THROWABLE = ["ex", "exception", "throwable", "xEx", "xException", "xThrowable", "rEx", "rootException"];
const COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray", "boldRed", "boldGreen", "boldYellow", "boldBlue", "boldMagenta", "boldCyan", "boldWhite", "highlight"];
const UNKNOWN = ["foo", "Msg", "levels", "msg1", "$x", "_", "d2", "größe", "日"];

const MODIFIERS = ["1", "5", "-5", ".1", ".5", ".-5", "20.30", "-20.-30", "10.10", "-10.10", "0", "-0", ".0", "5.2", "-1.-1", "08", "2.-1"];
const BAD_MODIFIERS = [".", "5.", "-", "--5", "5.5.5", " 5", "5 ", "+5", "%", ",", "{", "1e3", "٣", "-.5", ".+5", "-5.", "5-"];

const TEXTS = [" ", " ", " - ", " [", "] ", ": ", "|", ":", "{", "}", "a", "msg=", ",", "'", '"', "é", "😀", ".", "#", "$", "5", "-", "/", "<", "=\t", "x y"];
const ESCAPES = ["\\(", "\\)", "\\%", "\\\\", "\\n", "\\t", "\\r", "\\_", "\\{", "\\}"];
const SLIPS = ["%", "(", ")", "{", "}", "\\", ",", "'", '"', ".", "-", "5", " ", "a", "%(", "%)", "\\x", "{}", "({", "%%", "\\", "é", "\u0001", "\ud83d"];

const LENGTHS = ["0", "1", "2", "3", "5", "8", "13", "17", "21", "33", "50", "-1", "x", "", "1.5", " 8 "];
/** Both understand them alike. */
export const DATES = ["", "HH:mm:ss", "HH:mm:ss.SSS", "yyyy-MM-dd", "ISO8601", "'HH:mm:ss,SSS'", '"yyyy-MM-dd HH:mm:ss,SSS"', "yyyy-MM-dd'T'HH:mm:ss.SSS", "dd MMM yyyy", "EEE", "yyyyMMddHHmmss", "\"EEE, dd MMM\"", "HH 'o''clock'"];
export const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "GMT+2"];
const KEYS = ["a", "b", "id", "k1", "none", "a:-x", "none:-x", "none:-", ":-", "none:-a:-b", "a b"];
const FRAMES = ["full", "short", "0", "1", "2", "3", "100", "FULL", "Short"];
const CALLER = ["1", "2", "0", "5", "0..1", "1..2", "1..9", "2..3"];
const REGEXES = ["o", "\\s", "[aeiou]+", "(\\w+)", "'\\d+'", "'(.)(.)'", "'\\bt'", "'^'", "'$'", "''", "'[^a-z]'", "(?i)E", "'.'", "'e|o'", "'x*'", "\\(", "a.c"];
const REPLACEMENTS = ["", "x", "'<$0>'", "'$1'", "' '", "'\\\\n'", "_", "'\\$'", "'$2$1'", "'${x}'", "'\\'", "''"];

/** @param {ReturnType<import("./random.js").randomFrom>} random */
export function patternMaker(random) {
  const { pick, chance, below, list } = random;

  const options = (...values) => `{${values.join(pick([", ", ",", " , "]))}}`;
  const maybe = (share, make) => (chance(share) ? make() : "");
  const modifier = () => maybe(0.4, () => (chance(0.03) ? pick(BAD_MODIFIERS) : pick(MODIFIERS)));

  const word = () => {
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return pick(PLAIN) + maybe(0.2, () => options(pick(["", "x", "5"])));
      case 4:
      case 5:
        return pick(WITH_LENGTH) + maybe(0.7, () => options(pick(LENGTHS)));
      case 6:
        return pick(["d", "date"]) + maybe(0.8, () => options(pick(DATES), ...list(0, 1, () => pick(ZONES))));
      case 7:
        return pick(["X", "mdc"]) + maybe(0.7, () => options(pick(KEYS)));
      case 8:
        return pick(THROWABLE) + maybe(0.5, () => options(pick(FRAMES), ...list(0, 2, () => pick(["acme", "java", "Order", "x"]))));
      case 9:
        return `caller${maybe(0.8, () => options(pick(CALLER)))}`;
      case 10:
        return `property${maybe(0.9, () => options(pick(KEYS)))}`;
      default:
        return pick(UNKNOWN) + maybe(0.3, () => options("x"));
    }
  };

  const group = (depth) => {
    const inner = parts(depth + 1, 0, 4);
    if (chance(0.35)) {
      return `replace(${inner})${maybe(0.95, () => options(...list(2, 2, () => "").map((_, index) => pick(index === 0 ? REGEXES : REPLACEMENTS)), ...maybe(0.05, () => "x")))}`;
    }
    return `${chance(0.4) ? "" : pick(COLOURS)}(${inner})${maybe(0.2, () => options(pick(["", "x"])))}`;
  };

  const part = (depth) => {
    if (chance(0.45)) {
      return chance(0.12) ? pick(ESCAPES) : pick(TEXTS);
    }
    return `%${modifier()}${depth < 3 && chance(0.25) ? group(depth) : word()}`;
  };

  const parts = (depth, least, most) => list(least, most, () => part(depth)).join("");

  const slip = (pattern) => {
    const at = below(pattern.length + 1);
    switch (below(3)) {
      case 0:
        return pattern.slice(0, at) + pattern.slice(at + 1);
      case 1:
        return pattern.slice(0, at) + pick(SLIPS) + pattern.slice(at);
      default:
        return pattern.slice(0, at) + pick(SLIPS) + pattern.slice(at + 1);
    }
  };

  /** Pieces in any order, most of them no pattern. */
  const soup = () => list(1, 10, () => pick([pick(SLIPS), pick(TEXTS), pick(ESCAPES), pick(MODIFIERS), pick(PLAIN), pick(COLOURS), `%${word()}`, "%replace(", "){o,0}", "%(", ")"])).join("");

  return () => {
    if (chance(0.15)) {
      return soup();
    }
    let pattern = parts(0, 1, 7);
    if (chance(0.25)) {
      for (const make of list(1, 3, () => slip)) {
        pattern = make(pattern);
      }
    }
    return pattern;
  };
}
