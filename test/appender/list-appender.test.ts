import { expect, test } from "vitest";
import { ListAppender, listAppender } from "../../src/appender/list-appender.js";
import type { ComponentDefinition } from "../../src/core/component.js";
import type { Filter } from "../../src/core/filter.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

test("ListAppender keeps the events themselves, in order, until it is cleared", () => {
  const appender = new ListAppender("LIST", new LoggerContext());
  appender.start();
  const [one, two] = [anEvent({ message: "one" }), anEvent({ message: "two" })];

  appender.doAppend(one);
  appender.doAppend(two);
  expect(appender.list).toEqual([one, two]);
  expect(appender.list[0]).toBe(one);

  appender.clear();
  expect(appender.list).toEqual([]);
  expect(appender.counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
});

test("ListAppender keeps nothing before it is started", () => {
  const appender = new ListAppender("LIST", new LoggerContext());

  appender.doAppend(anEvent());

  expect(appender.list).toEqual([]);
  expect(appender.counters).toEqual({ logged: 1, written: 0, queued: 0, dropped: 1 });
});

test("listAppender is built with its name and its filters", () => {
  const denyAll = { kind: "filter", classNames: ["DenyAll"], properties: {}, create: (): Filter => ({ decide: () => "DENY" }) } satisfies ComponentDefinition<Filter>;
  const { built, statuses } = buildFrom(listAppender, { filter: { class: "DenyAll" } }, { name: "LIST", components: [denyAll] });

  built?.start();
  built?.doAppend(anEvent());

  expect(built?.name).toBe("LIST");
  expect(built?.list).toEqual([]);
  expect(statuses).toEqual([]);
});
