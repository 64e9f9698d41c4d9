import path from "node:path";
import { expect, test } from "vitest";
import { isInside } from "../../src/util/is-inside.js";

const cases = [
  { file: "/srv/app/logs", inside: true },
  { file: "/srv/app", inside: true },
  { file: "/srv/app/..data/logback.xml", inside: true },
  { file: "/srv/application", inside: false },
  { file: "/srv", inside: false },
  { file: "/srv/app/../other", inside: false },
];

for (const { file, inside } of cases) {
  test(`${file} is ${inside ? "" : "not "}inside /srv/app`, () => {
    expect(isInside(path.normalize(file), "/srv/app")).toBe(inside);
  });
}
