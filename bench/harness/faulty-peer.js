/** For the tests of the benchmark: a library that does one thing wrong. */
import { appendFileSync, writeFileSync } from "node:fs";
import { ACCEPTED, LOGGER } from "./messages.js";
import { unavailable } from "../peers/unavailable.js";

export const members = { message: "message" };

const AT = 7;
const lineOf = (message) => `2026-01-01 00:00:00,000 [main] INFO  ${LOGGER} - ${message}\n`;

const FAULTS = {
  loses: (lines) => lines.filter((_, index) => index !== AT),
  "loses the last": (lines) => lines.slice(0, -1),
  "loses all": () => [],
  doubles: (lines) => lines.flatMap((line, index) => (index === AT ? [line, line] : [line])),
  swaps: (lines) => lines.toSpliced(AT, 2, lines[AT + 1], lines[AT]),
  garbles: (lines) => lines.with(AT, lines[AT].replace("customer", "costumer")),
  "breaks the layout": (lines) => lines.with(AT, lines[AT].replace(",", ".")),
  "tears the last line": (lines) => lines.with(-1, lines.at(-1).slice(0, -1)),
  "writes late": (lines) => lines.slice(0, -1),
};

export function open({ file, fault }) {
  if (fault === "is not there") {
    throw unavailable("as it should be");
  }
  const lines = [];
  return {
    write: (index) => {
      if (fault === "throws" && index === AT) {
        throw new Error("as it should");
      }
      lines.push(lineOf(ACCEPTED.of(index)));
    },
    close: () => {
      if (fault === "exits") {
        process.exit(0);
      }
      writeFileSync(file, (FAULTS[fault] ?? ((all) => all))(lines).join(""));
      if (fault === "writes late") {
        process.on("exit", () => appendFileSync(file, lines.at(-1)));
      }
    },
  };
}
