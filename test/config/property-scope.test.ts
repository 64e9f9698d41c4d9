import { expect, test } from "vitest";
import { PropertyScope, type PropertyTarget } from "../../src/config/property-scope.js";

const everywhere = { program: new Map([["P", "program"]]), environment: { P: "environment" } };
const scope = (context: ReadonlyMap<string, string> = new Map(), outer: Partial<typeof everywhere> = everywhere): PropertyScope =>
  new PropertyScope({ context, program: new Map(), environment: {}, ...outer, contextName: () => "name" });

const order: readonly { readonly title: string; readonly found: string | undefined; readonly given: PropertyScope }[] = [
  { title: "local before all others", found: "local", given: scope(new Map([["P", "old"]])).with("P", "system", "system").with("P", "context", "context").with("P", "local", "local") },
  { title: "the context of this file before the context before it", found: "context", given: scope(new Map([["P", "old"]])).with("P", "system", "system").with("P", "context", "context") },
  { title: "the context before the system", found: "old", given: scope(new Map([["P", "old"]])).with("P", "system", "system") },
  { title: "what the file gives the system before the program", found: "system", given: scope().with("P", "system", "system") },
  { title: "the program before the environment", found: "program", given: scope() },
  { title: "the environment last", found: "environment", given: scope(new Map(), { environment: { P: "environment" } }) },
  { title: "nothing where there is nothing", found: undefined, given: scope(new Map(), {}) },
];

for (const { title, found, given } of order) {
  test(`a property is looked up: ${title}`, () => {
    expect(given.get("P")).toBe(found);
  });
}

test("HOSTNAME is the context's in any letter case, and its first value stays", () => {
  const outside = scope(new Map(), { program: new Map([["HOSTNAME", "program"]]), environment: { HOSTNAME: "environment" } as never });

  const named = outside.with("hostname", "a", "context").with("HOSTNAME", "b", "context");

  expect([outside.get("HOSTNAME"), named.get("HOSTNAME"), named.get("HostName"), named.with("HOSTNAME", "c", "local").get("HOSTNAME")]).toEqual([undefined, "a", "a", "c"]);
});

for (const target of ["local", "context", "system"] satisfies PropertyTarget[]) {
  test(`a definition in the scope ${target} makes a new scope and leaves the old one`, () => {
    const before = scope(new Map(), {});

    const after = before.with("P", "v", target);

    expect([before.get("P"), after.get("P")]).toEqual([undefined, "v"]);
    expect(after.contextProperties.has("P")).toBe(target === "context");
  });
}

test("CONTEXT_NAME is the context's name, whatever is defined", () => {
  expect(scope().with("CONTEXT_NAME", "other", "local").get("CONTEXT_NAME")).toBe("name");
});

test("T8: the environment has no properties but its own", () => {
  expect(scope().get("toString")).toBe(undefined);
  expect(scope().with("__proto__", "v", "local").get("__proto__")).toBe("v");
});
