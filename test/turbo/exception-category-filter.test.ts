import { afterEach, expect, test } from "vitest";
import { CategorisedError } from "../../src/core/categorised-error.js";
import { SUPPRESSED_CATEGORIES } from "../../src/core/frame-suppression.js";
import { LogProperties } from "../../src/core/log-properties.js";
import { LOGGER_WHITELIST } from "../../src/core/trace-filters.js";
import { ExceptionCategoryFilter } from "../../src/turbo/exception-category-filter.js";
import { TraceFilter } from "../../src/turbo/trace-filter.js";
import { complaintsOf, recording, type Recording } from "../support/recording.js";
import { textOf } from "../support/patterns.js";

const userError = (): CategorisedError => new CategorisedError("bad name", { categories: "USER_INPUT" });

interface Suppressing extends Recording {
  readonly filter: ExceptionCategoryFilter;
  /** Whether the frames are left out of an event with that throwable. */
  hides(throwable: unknown): boolean;
}

function suppressing(configured?: string): Suppressing {
  const { context, appender } = recording();
  if (configured !== undefined) {
    context.putProperty(SUPPRESSED_CATEGORIES, configured);
  }
  const filter = new ExceptionCategoryFilter(context);
  context.frameSuppression = filter;
  return {
    context,
    appender,
    filter,
    hides: (throwable) => {
      context.getLogger("com.acme").error("failed", throwable);
      return appender.events.at(-1)?.throwableInfo?.frames.length === 0;
    },
  };
}

const { stackTraceLimit } = Error;
afterEach(() => {
  Error.stackTraceLimit = stackTraceLimit;
});

test("USER_INPUT errors have no frames unless something else is said; others have", () => {
  const { filter, hides } = suppressing();

  expect(filter.categories).toEqual(["USER_INPUT"]);
  expect(hides(userError())).toBe(true);
  expect(hides(new CategorisedError("x", { categories: "CONFLICT" }))).toBe(false);
  expect(hides(new CategorisedError("x", { categories: ["USER_INPUT", "ERROR"] }))).toBe(false);
  expect(hides(new Error("x"))).toBe(false);
});

test("NONE suppresses nothing, as an empty value does, and nothing is said of it", () => {
  for (const configured of ["", "NONE"]) {
    const { context, filter, hides } = suppressing(configured);

    expect(hides(userError())).toBe(false);
    expect(filter.categories).toEqual([]);
    expect(complaintsOf(context)).toEqual([]);
  }
});

test("T7: an error that logs itself while its categories, or what it says, are read makes a bounded number of events", () => {
  const { context, appender } = suppressing();
  const log = context.getLogger("com.acme");
  class OfCategories extends Error {
    get categories(): string {
      log.error("again", this);
      return "USER_INPUT";
    }
  }
  class OfMessage extends Error {
    readonly categories = "USER_INPUT";
    override get message(): string {
      log.error("again", this);
      return "said";
    }
  }
  log.error("failed", new OfCategories("x"));

  expect(appender.messages.at(-1)).toBe("failed");
  expect(appender.events).toHaveLength(8);
  expect(appender.events.at(-1)?.throwableInfo?.frames).toEqual([]);
  log.error("failed", new OfMessage());
  expect(appender.events.length).toBeLessThan(8 + 2 ** 9);
  expect(context.nestedCalls).toBe(0);
});

test("any error with categories counts, but not one that only has such a cause", () => {
  const { hides } = suppressing();

  expect(hides(Object.assign(new RangeError("x"), { categories: ["USER_INPUT"] }))).toBe(true);
  expect(hides(new Error("outer", { cause: userError() }))).toBe(false);
});

test("header lines stay, the frames of causes and suppressed errors go too", () => {
  const { context, appender } = suppressing();
  const error = Object.assign(new AggregateError([new TypeError("first"), new Error("second", { cause: "why" })], "several", { cause: new RangeError("too long") }), { categories: ["USER_INPUT"] });
  context.root.error("failed", error);

  const event = appender.events[0];
  expect(textOf("%msg%n%ex", { message: event?.formattedMessage ?? "", throwable: error })).toContain("\tat ");
  expect(event?.throwableInfo).toMatchObject({ className: "AggregateError", message: "several", frames: [], commonFrames: 0 });
  expect(event?.throwableInfo?.cause).toMatchObject({ className: "RangeError", message: "too long", frames: [], commonFrames: 0 });
  expect(event?.throwableInfo?.suppressed.map(({ className, message, frames }) => [className, message, frames.length])).toEqual([["TypeError", "first", 0], ["Error", "second", 0]]);
  expect(event?.throwableInfo?.suppressed[1]?.cause?.message).toBe("why");
});

test("the code of the error is still there", () => {
  const { context, appender } = suppressing();
  context.root.error("failed", new CategorisedError("x", { categories: "USER_INPUT", code: "FLD-1" }));

  expect(new Map(appender.events[0]?.throwableInfo?.fields).get("code")).toBe("FLD-1");
});

test("the error itself is never changed", () => {
  const { context } = suppressing();
  const error = Object.freeze(userError());
  const { stack } = error;
  context.root.error("failed", error);

  expect(error.stack).toBe(stack);
  expect(stack).toContain("\n    at ");
});

test("the fluent API does the same", () => {
  const { context, appender } = suppressing();
  context.root.atError().setCause(userError()).log("failed");

  expect(appender.events[0]?.throwableInfo).toMatchObject({ message: "bad name", frames: [] });
});

const configured = [
  { text: "CONFLICT, TRY_AGAIN", categories: ["CONFLICT", "TRY_AGAIN"], complaints: [] },
  { text: "", categories: [], complaints: [] },
  {
    text: "CONFLICT,user_input,FOO",
    categories: ["CONFLICT"],
    complaints: [
      'WARN [com.openexchange.log.suppressedCategories]: there is no category "user_input", "FOO"; expected names of ERROR, USER_INPUT, CONFIGURATION, PERMISSION_DENIED, TRY_AGAIN, CONNECTIVITY, SERVICE_DOWN, TRUNCATED, CONFLICT, CAPACITY, WARNING. The others are suppressed.',
    ],
  },
];

for (const { text, categories, complaints } of configured) {
  test(`"${text}" in the configuration suppresses ${categories.join(" and ") || "nothing"}`, () => {
    const { context, filter, hides } = suppressing(text);

    expect(filter.categories).toEqual(categories);
    expect(hides(new CategorisedError("x", { categories: "CONFLICT" }))).toBe(categories.includes("CONFLICT"));
    expect(hides(userError())).toBe(false);
    expect(complaintsOf(context)).toEqual(complaints);
  });
}

test("what operators set holds until the configuration says something new", () => {
  const { context, filter, hides } = suppressing("USER_INPUT");

  expect(filter.override(["configuration, connectivity", "NULL", "CONNECTIVITY", ""])).toBe("Setting suppressed Exception Categories to CONFIGURATION,CONNECTIVITY");
  expect(filter.categories).toEqual(["CONFIGURATION", "CONNECTIVITY"]);
  expect(hides(userError())).toBe(false);
  context.putProperty(SUPPRESSED_CATEGORIES, "USER_INPUT");
  expect(hides(userError())).toBe(false);
  context.putProperty(SUPPRESSED_CATEGORIES, "USER_INPUT,CONFLICT");
  expect(hides(userError())).toBe(true);
  expect(filter.override([""])).toBe("Setting suppressed Exception Categories to ");
  expect(filter.categories).toEqual([]);
  expect(context.statusManager.statuses.at(-1)).toMatchObject({ level: "INFO", message: "Setting suppressed Exception Categories to " });
});

test("a word that is no category is refused and changes nothing", () => {
  const { filter } = suppressing();

  expect(() => filter.override(["CONFLICT", "nonsense"])).toThrow(/got "NONSENSE"\.$/);
  expect(filter.categories).toEqual(["USER_INPUT"]);
});

test("the properties file counts before the context property, and no more when it says nothing", () => {
  const { filter } = suppressing("CONFLICT");
  filter.useProperty("CAPACITY");
  expect(filter.categories).toEqual(["CAPACITY"]);
  filter.useProperty(undefined);

  expect(filter.categories).toEqual(["CONFLICT"]);
});

test("users of the exemption list keep their frames", () => {
  const { context, filter, hides } = suppressing();
  filter.use({ rules: [], exempted: new Set(["5@1"]) });
  const within = (userId: string, contextId: string): boolean =>
    context.mdc.run({ [LogProperties.SESSION_USER_ID]: userId, [LogProperties.SESSION_CONTEXT_ID]: contextId }, () => hides(userError()));

  expect(within("5", "1")).toBe(false);
  expect(within("1", "5")).toBe(true);
  expect(hides(userError())).toBe(true);
});

test("traced events keep their frames", () => {
  const { context, appender } = recording();
  context.putProperty(LOGGER_WHITELIST, "com.acme");
  const traces = new TraceFilter(context);
  context.frameSuppression = new ExceptionCategoryFilter(context, (logger, level) => traces.isTraced(logger, level));
  traces.add({ sessionId: "s" });
  context.mdc.run({ [LogProperties.SESSION_SESSION_ID]: "s" }, () => {
    context.getLogger("com.acme").error("traced", userError());
    context.getLogger("org.x").error("beside the whitelist", userError());
  });
  context.getLogger("com.acme").error("not traced", userError());

  expect(appender.events.map(({ throwableInfo }) => throwableInfo?.frames.length !== 0)).toEqual([true, false, false]);
});

for (const thrown of ["text", 7, null, undefined, Symbol("s")]) {
  test(`${String(thrown)} as a throwable is let alone`, () => {
    const { filter, context } = suppressing();

    expect(filter.hidesFrames(thrown, context.root, (context.root).effectiveLevel)).toBe(false);
  });
}
