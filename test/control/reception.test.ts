import { expect, test } from "vitest";
import { Reception } from "../../src/control/reception.js";

test("clients that the system does not give are said at the first, second and fourth time, with the reason", () => {
  const said: string[] = [];
  const reception = new Reception({
    answer: () => ({ type: "text", text: "" }),
    report: { warn: () => {}, error: (message, cause) => { said.push(`${message} ${(cause as Error).message}`); } },
  });

  for (let index = 0; index < 5; index++) {
    reception.sayNotTaken(new Error("accept EMFILE"));
  }

  expect(said).toEqual([1, 2, 4].map((times) => `A client of the control server could not be taken in; ${times} so far. accept EMFILE`));
});
