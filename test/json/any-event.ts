import fc from "fast-check";
import { Level } from "../../src/core/level.js";
import { LoggingEvent } from "../../src/core/logging-event.js";
import { Marker } from "../../src/core/marker.js";

/** Any text; no half of a surrogate pair. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", '"', "\\", "\\{}", "{}", "</script>", "a\r\nb", "\u2028", "\x1b[2J", "\x7f\x9b", "\u202e", "😀", "__proto__", "message", "level", "@timestamp", "tags", "arg0"),
);

const anyKey: fc.Arbitrary<string> = fc.oneof(anyText, fc.constantFrom("user", "mdc_message", "kvp_message", "mdc_user"));

const throwable = fc.oneof(
  fc.constant({}),
  anyText.map((message) => ({ throwable: new Error(message, { cause: new TypeError(message) }) })),
  fc.record({ class: anyText, message: fc.option(anyText), frames: fc.array(anyText) }).map((throwableInit) => ({ throwableInit })),
);

/** Any event that an application could make. */
export const anyEvent: fc.Arbitrary<LoggingEvent> = fc
  .record({
    init: fc.record({
      loggerName: anyText,
      level: fc.constantFrom(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR),
      message: fc.oneof(anyText, fc.array(fc.oneof(fc.constant("{}"), anyText)).map((parts) => parts.join(""))),
      args: fc.array(fc.oneof(anyText, fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true, withTypedArray: true, withNullPrototype: true, withBoxedValues: true }))),
      timestamp: fc.oneof(fc.integer(), fc.double()),
      nanos: fc.nat({ max: 999_999 }),
      threadName: anyText,
      mdc: fc.array(fc.tuple(anyKey, anyText)),
      markers: fc.array(anyText.filter((name) => name !== "").map((name) => new Marker(name))),
      keyValuePairs: fc.array(fc.record({ key: anyKey, value: fc.oneof(anyText, fc.anything({ withMap: true, withSet: true })) })),
      sequenceNumber: fc.oneof(fc.nat(), fc.double()),
    }),
    context: fc.record({ name: anyText, birthTime: fc.double(), properties: fc.array(fc.tuple(anyKey, anyText)).map((entries) => new Map(entries)) }),
    throwable,
  })
  .map((parts) => LoggingEvent.of({ ...parts.init, ...parts.throwable, context: parts.context }));
