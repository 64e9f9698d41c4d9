import { expect, test } from "vitest";
import { askTurboFilters } from "../../src/core/ask-turbo-filters.js";
import type { FilterReply, TurboFilter } from "../../src/core/filter.js";
import { Level } from "../../src/core/level.js";
import { LoggerContext } from "../../src/core/logger-context.js";

const replying = (reply: unknown): TurboFilter => ({ decide: () => reply as FilterReply });
const throwing: TurboFilter = {
  decide: () => {
    throw new Error("EIO");
  },
};

/** What filters say of a call, and whether a logger at INFO lets a DEBUG and an INFO message through. */
function asked(...filters: readonly TurboFilter[]): { readonly reply: FilterReply; readonly debug: boolean; readonly info: boolean } {
  const context = new LoggerContext();
  context.root.setLevel("INFO");
  for (const filter of filters) {
    context.addTurboFilter(filter);
  }
  const { root } = context;
  return { reply: askTurboFilters(root, undefined, Level.DEBUG, "m", [], undefined), debug: root.isDebugEnabled(), info: root.isInfoEnabled() };
}

const cases = [
  { filters: "none", list: [], reply: "NEUTRAL", debug: false, info: true },
  { filters: "one that accepts", list: [replying("ACCEPT")], reply: "ACCEPT", debug: true, info: true },
  { filters: "one that denies", list: [replying("DENY")], reply: "DENY", debug: false, info: false },
  { filters: "one that is neutral", list: [replying("NEUTRAL")], reply: "NEUTRAL", debug: false, info: true },
  { filters: "one that throws", list: [throwing], reply: "NEUTRAL", debug: false, info: true },
  { filters: "one that is neutral and one that accepts", list: [replying("NEUTRAL"), replying("ACCEPT")], reply: "ACCEPT", debug: true, info: true },
  { filters: "one that throws and one that denies", list: [throwing, replying("DENY")], reply: "DENY", debug: false, info: false },
  { filters: "one that denies and one that accepts", list: [replying("DENY"), replying("ACCEPT")], reply: "DENY", debug: false, info: false },
  { filters: "two that are neutral", list: [replying("NEUTRAL"), replying("NEUTRAL")], reply: "NEUTRAL", debug: false, info: true },
] as const;

for (const { filters, list, ...expected } of cases) {
  test(`of turbo filters, ${filters}: ${expected.reply}, and the level decides unless one of them did`, () => {
    expect(asked(...list)).toEqual(expected);
  });
}

for (const reply of [undefined, null, 1, "accept"]) {
  test(`a reply ${String(reply)}, which no TypeScript could give, decides nothing`, () => {
    expect(asked(replying(reply))).toMatchObject({ debug: false, info: true });
    expect(asked(replying(reply), replying("DENY"))).toMatchObject({ debug: false, info: false });
  });
}
