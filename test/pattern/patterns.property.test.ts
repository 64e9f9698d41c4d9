import fc from "fast-check";
import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import type { LoggingEventInit } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";
import { compilePattern } from "../../src/pattern/compiler.js";
import { anEvent } from "../support/events.js";
import { printed, textOf, WORDS } from "../support/patterns.js";

const text = fc.string({ unit: "binary" });
const level = fc.constantFrom(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);
const throwable = fc.oneof(
  fc.constant(undefined),
  text.map((message) => new Error(message)),
  fc.record({ class: text, message: fc.option(text), frames: fc.array(text) }).map((init) => ({ throwableInit: init })),
);

const init: fc.Arbitrary<LoggingEventInit> = fc
  .record({
    loggerName: text,
    level,
    message: fc.option(text),
    args: fc.array(fc.anything()),
    timestamp: fc.oneof(fc.integer(), fc.double()),
    nanos: fc.nat({ max: 999_999 }),
    threadName: text,
    mdc: fc.dictionary(text, text),
    markers: fc.array(fc.string({ minLength: 1 }).map((name) => new Marker(name))),
    keyValuePairs: fc.array(fc.record({ key: text, value: fc.anything() })),
    throwable,
  })
  .map(({ throwable: thrown, ...rest }) => {
    if (thrown === undefined) {
      return rest;
    }
    return thrown instanceof Error ? { ...rest, throwable: thrown } : { ...rest, ...thrown };
  });

const word = fc.constantFrom(...WORDS.keys());
const snippet = fc.oneof(
  fc.constantFrom("%", "%%", "(", ")", "{", "}", "\\", ",", "'", '"', "%(", "%-", ".", "%20.", "{a,b}", "{HH:mm,SSS}", "{'(a+)+', '$1'}", "%d{", "%n", " "),
  fc.tuple(fc.constantFrom("%", "%5", "%-5.8", "%."), word, fc.constantFrom("", "(", "{x}", "{0}", "{short}", ") ")).map((parts) => parts.join("")),
  text,
);
const pattern = fc.array(snippet, { maxLength: 12 }).map((parts) => parts.join(""));

test("no pattern and no event makes compiling or printing throw", () => {
  fc.assert(
    fc.property(pattern, init, init, (someText, first, second) => {
      const { convert } = compilePattern(someText, { words: WORDS });

      expect(typeof convert(anEvent(first))).toBe("string");
      expect(typeof convert(anEvent(second))).toBe("string");
    }),
    { numRuns: 2000 },
  );
});

/** Patterns without a mistake. */
const goodPart: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "-", "[", ":", " ") }),
  fc.constantFrom("%msg{}", "%level{}", "%logger{20}", "%-20.-30logger{}", "%d{HH:mm:ss.SSS}", "%thread{}", "%X{a:-b}", "%n{}", "%5kvp{}", "%marker{}", "%cyan(%.3level){}"),
);

test("a group prints the sum of its parts", () => {
  fc.assert(
    fc.property(fc.array(goodPart), init, (parts, event) => {
      const whole = parts.join("");

      expect(textOf(`%(${whole}){}%nopex`, event)).toBe(parts.map((part) => textOf(`${part}%nopex`, event)).join(""));
      expect(textOf(`%red(${whole}){}%nopex`, event)).toBe(`\x1b[31m${textOf(`${whole}%nopex`, event)}\x1b[0;39m`);
    }),
  );
});

test("a minimum and a maximum bound the length, whatever is printed", () => {
  fc.assert(
    fc.property(word, fc.nat({ max: 40 }), fc.nat({ max: 40 }), fc.boolean(), fc.boolean(), init, (name, a, b, padsRight, cutsRight, event) => {
      const min = Math.min(a, b);
      const max = Math.max(a, b);
      const { text: line } = printed(`%${padsRight ? "-" : ""}${String(min)}.${cutsRight ? "-" : ""}${String(max)}${name}{a}%nopex`, event);

      expect(line.length).toBeGreaterThanOrEqual(min);
      expect(line.length).toBeLessThanOrEqual(max);
    }),
    { numRuns: 1000 },
  );
});

test("an event prints the same whichever events came before it", () => {
  // As in Logback, a pattern whose very first event is one millisecond before 1970 prints "null" for its date.
  const later = init.filter(({ timestamp }) => timestamp !== -1);
  fc.assert(
    fc.property(fc.array(goodPart), fc.array(init), later, (parts, before, event) => {
      const { convert } = compilePattern(parts.join("") + "%nopex", { words: WORDS });
      before.forEach((each) => convert(anEvent(each)));

      expect(convert(anEvent(event))).toBe(textOf(`${parts.join("")}%nopex`, event));
    }),
    { numRuns: 500 },
  );
});
