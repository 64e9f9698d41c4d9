import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../dist/cli/logback.js", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/frameworks", import.meta.url));

function run(script: string, environment: Readonly<Record<string, string>> = {}): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script, process.execPath, command], {
    cwd: fixtures,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], TZ: "UTC", ...environment },
  });
  return { status, stdout, stderr };
}

test("the built command checks a file: the report on the standard output, without colours in a pipe, and an exit code", () => {
  const { status, stdout, stderr } = run('"$0" "$1" check kubernetes.xml');

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/\n {2}ROOT {2}INFO {3}\[TEXT\]\n/);
  expect(stdout).not.toContain("\x1b");
});

test("FORCE_COLOR colours in a pipe too, and NO_COLOR wins", () => {
  expect(run('"$0" "$1" check kubernetes.xml', { FORCE_COLOR: "1" }).stdout).toContain("\x1b[1m");
  expect(run('"$0" "$1" check kubernetes.xml', { FORCE_COLOR: "1", NO_COLOR: "1" }).stdout).not.toContain("\x1b");
});

test("the environment decides about conditions as it does in a program", () => {
  expect(run('"$0" "$1" explain kubernetes.xml com.acme.Cart', { KUBERNETES_SERVICE_HOST: "10.0.0.1", LOG_LEVEL: "WARN" }).stdout).toMatch(/^INFO of com\.acme\.Cart is not logged\n/);
});

test("a reader that has enough ends it without a word", () => {
  const { stderr } = run('"$0" "$1" explain open-xchange.xml | true');

  expect(stderr).toBe("");
});

test("wrong use is exit code 2, with a line on the standard error", () => {
  expect(run('"$0" "$1" chekc kubernetes.xml')).toEqual({ status: 2, stdout: "", stderr: 'logback: Expected the command check, explain or migrate, got "chekc". Try "logback --help".\n' });
});
