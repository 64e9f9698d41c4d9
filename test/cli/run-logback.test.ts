import { expect, test } from "vitest";
import { USAGE } from "../../src/cli/usage.js";
import { logback } from "../support/cli.js";

for (const option of ["--help", "-h"]) {
  test(`${option} prints how the command is used`, () => {
    expect(logback([option])).toEqual({ code: 0, output: USAGE, complaints: "" });
  });
}

test("--version prints the version", () => {
  expect(logback(["--version"])).toEqual({ code: 0, output: "1.2.3\n", complaints: "" });
});

const misunderstood = [
  { args: [], complaint: "Expected a command: check, explain or migrate." },
  { args: ["chekc", "logback.xml"], complaint: 'Expected the command check, explain or migrate, got "chekc".' },
  { args: ["check"], complaint: "Expected a file to check, such as: logback check logback.xml." },
  { args: ["explain"], complaint: "Expected a file to explain, such as: logback explain logback.xml." },
  { args: ["migrate"], complaint: "Expected a file to migrate, such as: logback migrate log4j.xml." },
  { args: ["migrate", "--json", "log4j.xml"], complaint: "--json belongs to check and explain; migrate prints XML." },
  { args: ["check", "--define", "nothing", "logback.xml"], complaint: 'Expected key=value, got "nothing".' },
  { args: ["explain", "logback.xml", "com.acme", "LOUD"], complaint: 'Expected TRACE, DEBUG, INFO, WARN or ERROR, got "LOUD".' },
  { args: ["explain", "logback.xml", "com.acme", "INFO", "user"], complaint: 'Expected key=value, got "user".' },
];

for (const { args, complaint } of misunderstood) {
  test(`"logback ${args.join(" ")}" is wrong use`, () => {
    expect(logback(args)).toEqual({ code: 2, output: "", complaints: `logback: ${complaint} Try "logback --help".\n` });
  });
}

test("an unknown option is wrong use", () => {
  expect(logback(["check", "--strickt", "logback.xml"])).toMatchObject({ code: 2, output: "", complaints: expect.stringContaining("'--strickt'") as string });
});
