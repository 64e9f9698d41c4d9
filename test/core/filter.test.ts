import { expect, test } from "vitest";
import { decideAll, isConcerned, isDecisive, ranked, type Filter, type FilterReply, type TurboFilter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { recording } from "../support/recording.js";
import { anEvent } from "../support/events.js";

const lists: readonly { readonly replies: readonly FilterReply[]; readonly reply: FilterReply; readonly asked: number }[] = [
  { replies: [], reply: "NEUTRAL", asked: 0 },
  { replies: ["NEUTRAL", "NEUTRAL"], reply: "NEUTRAL", asked: 2 },
  { replies: ["NEUTRAL", "DENY", "ACCEPT"], reply: "DENY", asked: 2 },
  { replies: ["ACCEPT", "DENY"], reply: "ACCEPT", asked: 1 },
  { replies: [undefined as never, "DENY"], reply: "DENY", asked: 2 },
  { replies: ["deny" as never], reply: "NEUTRAL", asked: 1 },
];

for (const { replies, reply, asked } of lists) {
  test(`filters that reply [${replies.join(", ")}] decide ${reply}, and ${String(asked)} of them are asked`, () => {
    let count = 0;
    const filters = replies.map((each): Filter => ({
      decide: () => {
        count++;
        return each;
      },
    }));

    expect(decideAll(filters, anEvent())).toBe(reply);
    expect(count).toBe(asked);
  });
}

test("ACCEPT and DENY settle the matter, NEUTRAL does not", () => {
  expect((["ACCEPT", "DENY", "NEUTRAL"] as const).map(isDecisive)).toEqual([true, true, false]);
});

test("turbo filters are asked by their ranking, the highest first, equals in their order", () => {
  const filter = (ranking?: number): TurboFilter => ({ decide: () => "NEUTRAL", ...(ranking === undefined ? {} : { ranking }) });
  const [low, plain, zero, high] = [filter(-10), filter(), filter(0), filter(10)];

  expect(ranked([low, plain, zero, high])).toEqual([high, plain, zero, low]);
});

test("a turbo filter has to be asked unless it says that it need not be", () => {
  const { root } = recording().context;
  const filter = (concerns?: TurboFilter["concerns"]): TurboFilter => ({ decide: () => "NEUTRAL", ...(concerns === undefined ? {} : { concerns }) });
  const failing = filter(() => {
    throw new Error("no idea");
  });

  expect([filter(), filter(() => true), filter(() => false), failing].map((each) => isConcerned(each, root, Level.DEBUG))).toEqual([true, true, false, true]);
});
