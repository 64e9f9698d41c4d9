import { execFile } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { tempDir } from "../support/temp-dir.js";

const LIBRARY = fileURLToPath(new URL("../..", import.meta.url));

/** What an author of an appender publishes; `NAME` is filled in. */
const DEFINITION = `class ShoutAppender extends BaseAppender {
  #written = 0;
  append(event) {
    this.#written++;
    process.stdout.write(this.mark + event.formattedMessage.toUpperCase() + "\\n");
  }
  delivery() {
    return { written: this.#written, queued: 0, dropped: 0 };
  }
}
const shoutAppender = defineComponent({
  kind: "appender",
  classNames: ["com.acme.ShoutAppender"],
  properties: { mark: stringProperty({ fallback: "NAME: " }) },
  create: ({ mark }, { name, context }) => Object.assign(new ShoutAppender(name, context), { mark }),
});
`;

/** An application with both kinds of package installed, and this library beside them. */
function application(program: string, isModule: boolean): string {
  const folder = tempDir();
  mkdirSync(path.join(folder, "node_modules/@acme"), { recursive: true });
  symlinkSync(LIBRARY, path.join(folder, "node_modules/logback-node"), "dir");
  const install = (name: string, manifest: object, code: string): void => {
    const at = path.join(folder, "node_modules", name);
    mkdirSync(at);
    writeFileSync(path.join(at, "package.json"), JSON.stringify({ name, exports: "./main.js", ...manifest }));
    writeFileSync(path.join(at, "main.js"), code.replaceAll("NAME", name));
  };
  install("@acme/esm", { type: "module" }, `import { BaseAppender, defineComponent, stringProperty } from "logback-node";\n${DEFINITION}export { shoutAppender };\n`);
  install("@acme/cjs", {}, `const { BaseAppender, defineComponent, stringProperty } = require("logback-node");\n${DEFINITION}exports.shoutAppender = shoutAppender;\n`);
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: "app", type: isModule ? "module" : "commonjs" }));
  writeFileSync(
    path.join(folder, "logback.xml"),
    `<configuration>
      <appender name="ESM" class="@acme/esm"/>
      <appender name="CJS" class="@acme/cjs/ShoutAppender"><mark>cjs=</mark></appender>
      <root level="INFO"><appender-ref ref="ESM"/><appender-ref ref="CJS"/></root>
    </configuration>`,
  );
  const file = path.join(folder, "main.js");
  writeFileSync(file, program);
  return file;
}

const USE = `configure({ file: new URL("logback.xml", base).pathname, packages: ["@acme/esm", "@acme/cjs"] });
LoggerFactory.getLogger("a").info("{} sold", "tea");
`;

const applications = [
  { title: "an ES module", isModule: true, program: `import { configure, LoggerFactory } from "logback-node";\nconst base = import.meta.url;\n${USE}` },
  { title: "a CommonJS module", isModule: false, program: `const { configure, LoggerFactory } = require("logback-node");\nconst base = require("node:url").pathToFileURL(__filename);\n${USE}` },
];

for (const { title, isModule, program } of applications) {
  test(`in an application that is ${title}, a configuration names appenders of packages of both kinds`, async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [application(program, isModule)]);

    expect(stderr).toBe("");
    expect(stdout).toBe("@acme/esm: TEA SOLD\ncjs=TEA SOLD\n");
  });
}
