import { expect, test } from "vitest";
import { printed } from "../../support/patterns.js";

test("%logger is the name of the logger, in full unless a length is given", () => {
  expect(printed("%c %lo{0} %logger{-1} %logger{}")).toEqual({ text: "com.example.Main Main com.example.Main com.example.Main", started: true, problems: [] });
});

for (const option of ["abc", "1.5", "0x10", "99999999999"]) {
  test(`%logger{${option}} prints the name in full, with an error`, () => {
    expect(printed(`%logger{${option}}`)).toEqual({ text: "com.example.Main", started: true, problems: [`ERROR 1 "${option}" is no length, such as 36; names are printed in full.`] });
  });
}
