import { builtinModules } from "node:module";
import { expect, test } from "vitest";
import { onDemand } from "../../src/util/on-demand.js";

for (const name of Object.keys(onDemand) as readonly (keyof typeof onDemand)[]) {
  test(`onDemand.${name} is the module that node:${name} gives to everybody`, async () => {
    const { default: imported } = (await import(/* @vite-ignore */ `node:${name}`)) as { readonly default: unknown };

    expect(builtinModules).toContain(name);
    expect(onDemand[name]).toBe(imported);
  });
}
