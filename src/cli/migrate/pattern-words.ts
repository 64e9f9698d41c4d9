/** Whose pattern it is. */
export type Dialect = "Log4j" | "Log4j 2" | typeof WITHOUT_ANSI;

/** A pattern that prints no colours. */
export const WITHOUT_ANSI = "Log4j 2 without ANSI";

/** Tells what of a pattern is lost, or changed. */
export interface PatternRemarks {
  readonly lost: (what: string) => void;
  readonly changed: (what: string) => void;
}

interface Translation extends PatternRemarks {
  /** Of a pattern inside the options. */
  readonly translate: (pattern: string) => string;
}

/** What stands behind `%` and the modifier in Logback; `(...)` is a group. `undefined` where there is nothing of the kind. */
type Word = (options: readonly string[], translation: Translation) => string | undefined;

/** Names that stand for a date pattern. */
type DateNames = ReadonlyMap<string, string>;

const DATES_OF_LOG4J: DateNames = new Map([
  ["ISO8601", "yyyy-MM-dd HH:mm:ss,SSS"],
  ["ABSOLUTE", "HH:mm:ss,SSS"],
  ["DATE", "dd MMM yyyy HH:mm:ss,SSS"],
]);

const DATES_OF_LOG4J_2: DateNames = new Map([
  ["DEFAULT", "yyyy-MM-dd HH:mm:ss,SSS"],
  ["DEFAULT_MICROS", "yyyy-MM-dd HH:mm:ss,SSSSSS"],
  ["DEFAULT_NANOS", "yyyy-MM-dd HH:mm:ss,SSSSSSSSS"],
  ["DEFAULT_PERIOD", "yyyy-MM-dd HH:mm:ss.SSS"],
  ["ISO8601", "yyyy-MM-dd'T'HH:mm:ss,SSS"],
  ["ISO8601_BASIC", "yyyyMMdd'T'HHmmss,SSS"],
  ["ISO8601_BASIC_PERIOD", "yyyyMMdd'T'HHmmss.SSS"],
  ["ISO8601_OFFSET_DATE_TIME_HH", "yyyy-MM-dd'T'HH:mm:ss,SSSX"],
  ["ISO8601_OFFSET_DATE_TIME_HHMM", "yyyy-MM-dd'T'HH:mm:ss,SSSXX"],
  ["ISO8601_OFFSET_DATE_TIME_HHCMM", "yyyy-MM-dd'T'HH:mm:ss,SSSXXX"],
  ["ISO8601_PERIOD", "yyyy-MM-dd'T'HH:mm:ss.SSS"],
  ["ABSOLUTE", "HH:mm:ss,SSS"],
  ["ABSOLUTE_PERIOD", "HH:mm:ss.SSS"],
  ["COMPACT", "yyyyMMddHHmmssSSS"],
  ["DATE", "dd MMM yyyy HH:mm:ss,SSS"],
  ["DATE_PERIOD", "dd MMM yyyy HH:mm:ss.SSS"],
]);

function date(names: DateNames): Word {
  return ([pattern = "", zone]) => {
    const letters = names.get(pattern.toUpperCase()) ?? pattern;
    if (letters === "UNIX" || letters === "UNIX_MILLIS") {
      return letters === "UNIX" ? "epoch{seconds}" : "epoch";
    }
    // Without a pattern all of them print what Logback prints.
    return letters === "" && zone === undefined ? "d" : `d{${[`"${letters === "" ? "yyyy-MM-dd HH:mm:ss,SSS" : letters}"`, ...(zone === undefined ? [] : [zone])].join(", ")}}`;
  };
}

/** A length that leaves one letter of each package, and does not look like Log4j's number of parts. */
const SHORTEST = 5;

/** `%c{1}` is the last part of a name in Log4j, and a length in Logback. */
function named(word: "logger" | "class"): Word {
  return ([precision], { changed }) => {
    if (precision === undefined || precision === "" || /^\d{2,}$/.test(precision)) {
      // No name has so many parts: {36} is a length that was meant for Logback.
      return word;
    }
    if (precision === "1") {
      return `${word}{0}`;
    }
    if (precision === "1.") {
      return `${word}{${SHORTEST}}`;
    }
    changed(`{${precision}} of %${word} has no equivalent; the whole name is printed`);
    return word;
  };
}

function plain(word: string): Word {
  return (options, { changed }) => {
    const [first] = options;
    if (first !== undefined && first !== "" && first !== "nolookups") {
      changed(`{${first}} of %${word} has no equivalent`);
    }
    return word;
  };
}

const mdc: Word = ([key], { changed }) => {
  if (key?.includes(",") === true) {
    changed(`%X prints the whole MDC instead of {${key}}`);
    return "X";
  }
  return key === undefined || key === "" ? "X" : `X{${key}}`;
};

function throwable(word: "ex" | "xEx" | "rEx"): Word {
  return ([first = "", ...others], { changed }) => {
    if (first === "none" || first === "0") {
      return "nopex";
    }
    if (others.length > 0) {
      changed(`only the first option of %${word} counts`);
    }
    if (/^(?:|full|short|\d+)$/.test(first)) {
      return first === "" ? word : `${word}{${first}}`;
    }
    changed(`{${first}} of %${word} has no equivalent`);
    return word;
  };
}

function group(word: string): Word {
  return ([inner = ""], { translate }) => `${word}(${translate(inner)})`;
}

const nothing: Word = () => undefined;

/** Line breaks are escaped as there; what other kinds escape is printed as it is. */
const encoded: Word = ([inner = "", kind = "HTML"], { lost, translate }) => {
  const text = translate(inner);
  if (kind.toUpperCase() !== "CRLF") {
    lost(`%enc{${kind}}`);
    return `(${text})`;
  }
  return `replace(%replace(${text}){'\\r', '\\\\r'}){'\\n', '\\\\n'}`;
};

/** The group stays, what it did does not. */
function lostGroup(name: string): Word {
  return ([inner = ""], { changed, translate }) => {
    changed(`%${name} has no equivalent; what is in it is printed as it is`);
    return `(${translate(inner)})`;
  };
}

const COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

const style: Word = ([inner = "", styles = ""], { changed, translate }) => {
  const wanted = styles.toLowerCase().split(/[\s,]+/);
  const colour = wanted.map((name) => name.replace(/^(?:fg_|bright_|bright)/, "")).find((name) => COLOURS.includes(name));
  if (colour === undefined) {
    changed(`{${styles}} of %style has no equivalent`);
    return `(${translate(inner)})`;
  }
  const isBright = wanted.some((name) => name === "bold" || name.startsWith("bright"));
  return `${isBright ? bright(colour) : colour}(${translate(inner)})`;
};

function bright(colour: string): string {
  return colour === "black" ? "gray" : `bold${colour.charAt(0).toUpperCase()}${colour.slice(1)}`;
}

/** Spring Boot's: without a colour that of the level. */
const clr: Word = ([inner = "", colour = ""], { translate }) => {
  const word = colour === "" ? "highlight" : COLOURS.includes(colour) ? colour : "gray";
  return `${word}(${translate(inner)})`;
};

const highlight: Word = ([inner = "", styles], { changed, translate }) => {
  if (styles !== undefined) {
    changed("%highlight has Logback's colours");
  }
  return `highlight(${translate(inner)})`;
};

/** The word behind `%` that replaces in what a pattern of Logback prints. */
export function replacing(inner: string, regex: string, replacement: string): string {
  return `replace(${inner}){'${regex.replaceAll("'", "\\'")}', '${replacement.replaceAll("'", "\\'")}'}`;
}

const replace: Word = ([inner = "", regex = "", replacement = ""], { translate }) => replacing(translate(inner), regex, replacement);

const location: Word = () => "(%class.%method\\(%file:%line\\))";

type Row = readonly [words: readonly string[], word: Word];

const COMMON: readonly Row[] = [
  [["C"], named("class")],
  [["F"], plain("file")],
  [["L"], plain("line")],
  [["M"], plain("method")],
  [["X"], mdc],
  [["c"], named("logger")],
  [["l"], location],
  [["m"], plain("msg")],
  [["n"], plain("n")],
  [["p"], plain("level")],
  [["r"], plain("relative")],
  [["sn"], plain("lsn")],
  [["t"], plain("thread")],
  [["throwable"], throwable("ex")],
];

const OF_LOG4J_2: readonly Row[] = [
  [["class"], named("class")],
  [["clr"], clr],
  [["d", "date"], date(DATES_OF_LOG4J_2)],
  [["enc", "encode"], encoded],
  [["ex", "exception"], throwable("ex")],
  [["file"], plain("file")],
  [["highlight"], highlight],
  [["level"], plain("level")],
  [["line"], plain("line")],
  [["location"], location],
  [["logger"], named("logger")],
  [["marker", "markerSimpleName"], plain("marker")],
  [["maxLen", "maxLength"], lostGroup("maxLen")],
  [["mdc", "MDC"], mdc],
  [["message", "msg"], plain("msg")],
  [["method"], plain("method")],
  [["notEmpty", "varsNotEmpty", "variablesNotEmpty"], lostGroup("notEmpty")],
  [["rEx", "rException", "rThrowable"], throwable("rEx")],
  [["relative"], plain("relative")],
  [["replace"], replace],
  [["sequenceNumber"], plain("lsn")],
  [["style"], style],
  [["thread", "threadName", "tn"], plain("thread")],
  [["xEx", "xException", "xThrowable"], throwable("xEx")],
  [["wEx", "xwEx"], throwable("ex")],
  ...COLOURS.map((colour): Row => [[colour], group(colour)]),
  // Each begins with a word from above, which would be taken for it.
  [["MAP", "N", "NDC", "endOfBatch", "equals", "equalsIgnoreCase", "fqcn", "map", "nano", "ndc", "pid", "processId", "repeat", "threadId", "threadPriority", "tid", "tp", "uuid"], nothing],
];

/** As they are where `disableAnsi` is set. */
const WITHOUT_COLOURS: readonly Row[] = [[["clr", "highlight", "style", ...COLOURS], ([inner = ""], { translate }) => `(${translate(inner)})`]];

function table(...rows: readonly Row[]): ReadonlyMap<string, Word> {
  return new Map(rows.flatMap(([words, word]) => words.map((one) => [one, word] as const)));
}

/** What the words of a pattern are in Logback. */
export const DIALECTS: Readonly<Record<Dialect, ReadonlyMap<string, Word>>> = {
  Log4j: table(...COMMON, [["d"], date(DATES_OF_LOG4J)]),
  "Log4j 2": table(...COMMON, ...OF_LOG4J_2),
  [WITHOUT_ANSI]: table(...COMMON, ...OF_LOG4J_2, ...WITHOUT_COLOURS),
};
