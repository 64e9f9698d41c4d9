import fc from "fast-check";
import { expect, test } from "vitest";
import { joinFamilies, type FilterReply, type TurboFilter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { MDCFilter } from "../../src/turbo/mdc-filter.js";
import { MdcLookUp } from "../../src/turbo/mdc-look-up.js";
import { recording } from "../support/recording.js";

const context = new LoggerContext();
const ask = (filters: readonly TurboFilter[]): FilterReply => {
  const replies = filters.map((filter) => filter.decide(undefined, context.root, Level.INFO, undefined, undefined, undefined));
  return replies.find((reply) => reply !== "NEUTRAL") ?? "NEUTRAL";
};

const reply = fc.constantFrom<FilterReply>("ACCEPT", "NEUTRAL", "DENY");
const word = fc.constantFrom("user", "tenant", "__proto__", "a");
const filter = fc
  .record({ key: fc.option(word, { nil: undefined }), value: fc.option(word, { nil: undefined }), onMatch: reply, onMismatch: fc.oneof({ weight: 6, arbitrary: fc.constant<FilterReply>("NEUTRAL") }, { weight: 1, arbitrary: reply }) })
  .map((options) => new MDCFilter(options));

test("MDCFilters that are joined reply as they do one by one", () => {
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 12 }), fc.array(fc.tuple(word, word), { maxLength: 4 }), (filters, entries) => {
      context.mdc.setContextMap(entries);

      expect(ask(joinFamilies(filters))).toBe(ask(filters));
    }),
  );
});

test("a thousand MDCFilters are one look-up", () => {
  const filters = Array.from({ length: 1_000 }, (_, index) => new MDCFilter({ key: "user", value: `user-${String(index)}`, onMatch: "ACCEPT" }));

  expect(joinFamilies(filters)).toEqual([expect.any(MdcLookUp)]);
});

test("a filter of another kind, or one that settles everything, keeps its place between them", () => {
  const match = new MDCFilter({ key: "user", value: "joe", onMatch: "ACCEPT" });
  const all = new MDCFilter({ key: "user", value: "joe", onMismatch: "DENY" });
  const own: TurboFilter = { decide: () => "NEUTRAL" };
  class OwnFilter extends MDCFilter {
    override decide(): FilterReply {
      return "DENY";
    }
  }
  const derived = new OwnFilter({ key: "user", value: "joe" });

  expect(joinFamilies([match, own, match, all, match, derived, match])).toEqual([match, own, match, all, match, derived, match]);
});

test("filters that are added and removed later are asked and no longer asked", () => {
  const { context: shop, appender } = recording();
  const [joe, ann] = ["joe", "ann"].map((value) => new MDCFilter({ key: "user", value, onMatch: "DENY" })) as [MDCFilter, MDCFilter];
  const log = shop.getLogger("shop");
  const logAll = (when: string): void => {
    for (const user of ["joe", "ann", "eve"]) {
      shop.mdc.run({ user }, () => { log.info("{} {}", user, when); });
    }
  };
  shop.addTurboFilter(joe);
  shop.addTurboFilter(ann);
  logAll("first");
  shop.removeTurboFilter(joe);
  logAll("then");

  expect(appender.messages).toEqual(["eve first", "joe then", "eve then"]);
  expect(shop.turboFilters).toEqual([ann]);
});
