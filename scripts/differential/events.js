/**
 * Makes up events, as plain data that both sides build theirs from.
 *
 * Left out is what Logback 1.2 prints otherwise than 1.6: throwables without a message, several markers. A null message is
 * the text "null" to this library, which a modifier can cut and pad; to Logback it is nothing.
 */

const LOGGERS = ["com.example.Main", "com.openexchange.http.grizzly.service.http.HttpServiceImpl", "ROOT", "a.b.c.d", "Single", "x..y.", ".a.b", "de.bücher.Größe", "org.hibernate.engine.jdbc.spi.SqlExceptionHelper"];
const MESSAGES = ["started", "order {} took {} ms", "line one\nline two", "", "100% (of {}) \\{} $1 %n", "Größe 10€ – 日本語 😀", "a\tb", "to be or not to be"];
const THREADS = ["main", "http-8080-exec-12", "Thread-Ü", "", "w(1)"];
const TIMES = [1710498600123, 1709210096007, 0, 951782400000, 1735689599999, 1710498600124, 1710499200000, -86_400_001];
/** One for all: Logback 1.2 remembers what `%r` printed for a time, whatever the context. */
const BIRTH_TIME = 1_710_498_600_000;
/** Their order is that of Java's HashMap, which prints them. */
const MDC_KEYS = ["a", "b", "k1", "id"];
const VALUES = ["1", "", "ünï", "v(1) {x} %m", "two words"];
const CLASSES = ["java.lang.RuntimeException", "java.io.IOException", "java.lang.IllegalStateException"];
const FRAMES = [
  ["com.acme.web.OrderController", "place", "OrderController.java", 42],
  ["com.acme.db.Repo", "save", "Repo.java", 77],
  ["com.acme.web.OrderController$$Lambda$14", "apply", null, -1],
  ["jdk.internal.reflect.NativeMethodAccessorImpl", "invoke0", "NativeMethodAccessorImpl.java", -2],
  ["java.lang.Thread", "run", "Thread.java", 829],
  ["Main", "main", "Main.java", 3],
  ["com.acme.App", "start", "App.java", -1],
];

/** What `%logger` and `%class` abbreviate. */
export const NAMES = [...LOGGERS, ...FRAMES.map(([type]) => type)];

/**
 * @typedef {readonly [type: string, method: string, file: string | null, line: number]} Frame
 * @typedef {{ type: string, message: string, frames: readonly Frame[], cause?: Thrown, suppressed: readonly Thrown[] }} Thrown
 */

/** @param {ReturnType<import("./random.js").randomFrom>} random */
export function eventMaker(random) {
  const { pick, chance, below, list } = random;

  /** @returns {Thrown} */
  const thrown = (depth) => ({
    type: pick(CLASSES),
    message: pick(["boom", "", "two\nlines", "no: {}", "ä"]),
    frames: list(0, 4, () => pick(FRAMES)),
    ...(depth < 3 && chance(0.35) ? { cause: thrown(depth + 1) } : {}),
    suppressed: depth < 2 && chance(0.2) ? list(1, 2, () => thrown(depth + 2)) : [],
  });

  return () => ({
    logger: pick(LOGGERS),
    level: pick(["TRACE", "DEBUG", "INFO", "WARN", "ERROR"]),
    message: pick(MESSAGES),
    thread: pick(THREADS),
    timestamp: pick(TIMES),
    birthTime: BIRTH_TIME,
    contextName: pick([null, "shop", "ctx é"]),
    properties: Object.fromEntries(MDC_KEYS.slice(0, below(3)).map((key) => [key, pick(VALUES)])),
    mdc: Object.fromEntries(MDC_KEYS.filter(() => chance(0.4)).map((key) => [key, pick(VALUES)])),
    args: list(0, 2, () => pick(["x", "", "42", null, "{}"])),
    markers: chance(0.4) ? pick([["AUDIT"], ["A", "B"], ["A", "B", "C"], ["m(1)"]]) : [],
    caller: list(1, 4, () => pick(FRAMES.filter(([, , file, line]) => file !== null && line > 0))),
    throwable: chance(0.35) ? thrown(0) : undefined,
  });
}

/** As Java writes it behind `at `. */
export function frameText([type, method, file, line]) {
  const place = line === -2 ? "Native Method" : file === null ? "Unknown Source" : line < 0 ? file : `${file}:${line}`;
  return `${type}.${method}(${place})`;
}
