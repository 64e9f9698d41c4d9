import { expect, test } from "vitest";
import { DefaultThrowableRenderer, defaultThrowableRenderer } from "../../src/encoder/default-throwable-renderer.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const INDENT = "<br />&nbsp;&nbsp;&nbsp;&nbsp;";

const throwables = [
  { what: "no message", throwableInit: { class: "E" }, rows: "E: null\n" },
  { what: "markup", throwableInit: { class: "<E>", message: "a&b", frames: ["A.<init>(A.java:1)"] }, rows: `&lt;E&gt;: a&amp;b\n${INDENT}at A.&lt;init&gt;(A.java:1)\n` },
  {
    what: "a cause that shares frames",
    throwableInit: { class: "E", message: "a", frames: ["m.m(M.java:1)"], cause: { class: "F", message: "b", frames: ["n.n(N.java:2)", "m.m(M.java:1)"] } },
    rows: `E: a\n${INDENT}at m.m(M.java:1)\n<br />Caused by: F: b\n${INDENT}at n.n(N.java:2)\n${INDENT}\t... 1 common frames omitted\n`,
  },
  {
    what: "causes without frames",
    throwableInit: { class: "E", message: "a", cause: { class: "F", message: "b", cause: { class: "G" } } },
    rows: "E: a\n<br />Caused by: F: b\n<br />Caused by: G: null\n",
  },
  {
    what: "a cause that shares none",
    throwableInit: { class: "E", message: "a", frames: ["m.m(M.java:1)"], cause: { class: "F", message: "b", frames: ["n.n(N.java:2)"] } },
    rows: `E: a\n${INDENT}at m.m(M.java:1)\nF: b\n${INDENT}at n.n(N.java:2)\n`,
  },
] as const;

for (const { what, throwableInit, rows } of throwables) {
  test(`DefaultThrowableRenderer shows a throwable with ${what}`, () => {
    expect(new DefaultThrowableRenderer().render(anEvent({ throwableInit }))).toBe(`<tr><td class="Exception" colspan="6">${rows}</td></tr>`);
  });
}

test("defaultThrowableRenderer escapes control characters where the configuration asks for it", () => {
  const event = anEvent({ throwableInit: { class: "E", message: "a\nb" } });

  expect(buildFrom(defaultThrowableRenderer, {}).built?.render(event)).toContain("a\nb");
  expect(buildFrom(defaultThrowableRenderer, {}, { draft: { neutralise: true } }).built?.render(event)).toContain("a\\nb");
});
