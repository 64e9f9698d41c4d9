import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { saidOf } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const text = readFileSync(new URL("../../docs/nodejs.md", import.meta.url), "utf8");

/** The block that a chapter begins with, and the output shown behind it. */
function shownIn(chapter: string): { readonly code: string; readonly output: string } {
  const [, code = "", rest = ""] = new RegExp(`^## ${chapter}$[^]*?^\`\`\`js\n([^]*?)^\`\`\`$([^]*)`, "m").exec(text) ?? [];
  return { code, output: /^```\n([^]*?)^```$/m.exec(rest)?.[1] ?? "" };
}

/** Runs a program as a user would, in a folder that has the packages installed. */
async function run(code: string, pattern: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const folder = tempDir();
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(root, path.join(folder, "node_modules/logback-node"));
  symlinkSync(path.join(root, "node_modules/fastify"), path.join(folder, "node_modules/fastify"));
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, "program.js"), code);
  writeFileSync(
    path.join(folder, "logback.xml"),
    `<configuration>
      <appender name="CONSOLE" class="ConsoleAppender"><encoder><pattern>${pattern}</pattern></encoder></appender>
      <root level="INFO"><appender-ref ref="CONSOLE"/></root>
    </configuration>`,
  );
  return await promisify(execFile)(process.execPath, ["program.js"], { cwd: folder, env: { PATH: process.env["PATH"] } });
}

for (const chapter of ["One id in all lines of a request", "Tests", "An appender of your own"]) {
  test(`docs/nodejs.md shows what the program under "${chapter}" prints`, async () => {
    const { code, output } = shownIn(chapter);

    expect(output).not.toBe("");
    expect(await run(code, "[%X{request}] %msg%n")).toEqual({ stdout: output, stderr: "" });
  });
}

test("docs/nodejs.md shows how Fastify logs through this library", async () => {
  const driven = `
    app.get("/", async (request) => { request.log.info("in a handler"); return "ok"; });
    app.get("/broken", async () => { throw new Error("on purpose"); });
    app.get("/more", async (request) => { request.log.debug("a level that was set later"); return "ok"; });
    await app.inject("/");
    await app.inject("/broken");
    log.setLevel("DEBUG");
    await app.inject("/more");
  `;

  // Once the library is configured, a logger's methods are those of its level.
  const configured = 'import { LoggerFactory as Configured } from "logback-node"; Configured.getLogger("start").info("configured");\n';
  const { stdout, stderr } = await run(configured + shownIn("Fastify's own logger").code + driven, "%level %logger %msg%n%nopex");

  expect(stderr).toBe("");
  expect(stdout).toBe("INFO start configured\nINFO com.acme.http in a handler\nERROR com.acme.http GET /broken failed\nDEBUG com.acme.http a level that was set later\n");
});

test("docs/nodejs.md shows how NestJS logs through this library", async () => {
  const driven = `
    nestLogger.log("started", "NestApplication");
    nestLogger.error("failed", "Error: on purpose\\n    at Cart", "Cart");
    nestLogger.error("thrown", "Error: on purpose\\n    at Cart");
    nestLogger.error(new Error("in a handler"), undefined, "ExceptionsHandler");
    nestLogger.error("with its cause", new Error("late"), "Cart");
    nestLogger.error({ err: new Error("in an object") });
    nestLogger.log("paid", { order: 7 }, "Cart");
    nestLogger.fatal("at the end");
    nestLogger.warn("without a class");
    nestLogger.debug("below the level", "Cart");
  `;

  const { stdout, stderr } = await run(shownIn("NestJS's own logger").code + driven, "%level %logger %msg|%kvp|%ex{0}%n");

  expect(stderr).toBe("");
  expect(stdout.split("\n")).toEqual([
    "INFO nest.NestApplication started||",
    "ERROR nest.Cart failed",
    "Error: on purpose",
    "    at Cart||",
    "ERROR nest.App thrown",
    "Error: on purpose",
    "    at Cart||",
    "ERROR nest.ExceptionsHandler in a handler||Error: in a handler",
    "",
    "ERROR nest.Cart with its cause||Error: late",
    "",
    "ERROR nest.App in an object||Error: in an object",
    "",
    'INFO nest.Cart paid|order="7"|',
    "ERROR nest.App at the end||",
    "WARN nest.App without a class||",
    "",
  ]);
});

test("docs/nodejs.md shows a configuration that works", () => {
  const [, xml = ""] = /```xml\n([^]*?)```/.exec(text) ?? [];

  expect(saidOf(xml)).toEqual([]);
});
