import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import { AllowedPackages } from "../../src/config/allowed-packages.js";
import { defineComponent } from "../../src/core/component.js";
import { complaints, configured, type Configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

/** An appender's definition as a package would export it, and a class to look through. */
const DEFINITION = (className: string): string => `{
  kind: "appender",
  classNames: ["${className}"],
  properties: { topic: { shape: "text", repeatable: false, required: true, fallback: undefined, parse: (text) => text } },
  create: ({ topic }, { name }) => {
    let events = [];
    return {
      name, topic, events,
      isStarted: true,
      start() {},
      stop() {},
      doAppend(event) { events.push(event.message); },
      counters: { logged: 0, written: 0, queued: 0, dropped: 0 },
    };
  },
}`;

interface TopicAppender {
  readonly topic: string;
  readonly events: readonly string[];
}

/** Makes an application with packages in its `node_modules`; its `package.json` is where they are resolved from. */
function application(packages: Readonly<Record<string, { readonly type?: "module"; readonly code: string }>>): string {
  const folder = tempDir();
  writeFileSync(path.join(folder, "package.json"), "{}");
  for (const [name, { type, code }] of Object.entries(packages)) {
    const at = path.join(folder, "node_modules", name);
    mkdirSync(at, { recursive: true });
    writeFileSync(path.join(at, "package.json"), JSON.stringify({ name, type, exports: "./main.js" }));
    writeFileSync(path.join(at, "main.js"), code);
  }
  return path.join(folder, "package.json");
}

function allowing(names: readonly string[], from: string | URL): Configured {
  const packages = new AllowedPackages();
  packages.allow(names, from);
  return configured({ packages });
}

const naming = (className: string): string => `<configuration>
  <appender name="TOPIC" class="${className}"><topic>orders</topic></appender>
  <root level="INFO"><appender-ref ref="TOPIC"/></root>
</configuration>`;

const packages = {
  "@acme/esm": { type: "module", code: `export const kafkaAppender = ${DEFINITION("com.acme.KafkaAppender")};\nexport const other = 7;` },
  "@acme/cjs": { code: `exports.kafkaAppender = ${DEFINITION("com.acme.KafkaAppender")};` },
  "@acme/whole": { code: `module.exports = { kafkaAppender: ${DEFINITION("com.acme.KafkaAppender")} };` },
  "@acme/itself": { code: `module.exports = ${DEFINITION("com.acme.KafkaAppender")};` },
  "plain-name": { type: "module", code: `const a = ${DEFINITION("com.acme.A")};\nconst b = ${DEFINITION("com.acme.B")};\nexport { a, b, a as alias };` },
  "default-only": { type: "module", code: `export default { kafkaAppender: ${DEFINITION("com.acme.KafkaAppender")} };` },
} as const;

const found = [
  { className: "@acme/esm" },
  { className: "@acme/esm/kafkaAppender" },
  { className: "@acme/esm/KafkaAppender" },
  { className: "@acme/cjs" },
  { className: "@acme/cjs/KafkaAppender" },
  { className: "@acme/whole" },
  { className: "@acme/itself" },
  { className: "plain-name/B" },
  { className: "plain-name/alias" },
  { className: "plain-name/A" },
  { className: "default-only" },
] as const;

for (const { className } of found) {
  test(`class="${className}" is the component of a package that the program allows`, () => {
    const { context, configure } = allowing(Object.keys(packages), application(packages));

    const { statuses } = configure(naming(className));
    context.root.info("sent");

    const appender = context.findAppender("TOPIC") as unknown as TopicAppender;
    expect(complaints(statuses)).toEqual([]);
    expect(appender.topic).toBe("orders");
    expect(appender.events).toEqual(["sent"]);
  });
}

test("a package is looked for where the module that allows it would find it, also by URL", () => {
  const { configure } = allowing(["@acme/esm"], pathToFileURL(application(packages)));

  expect(complaints(configure(naming("@acme/esm")).statuses)).toEqual([]);
});

const KNOWS_NONE = (className: string): string => `ERROR logback.xml:2:3 No appender of class [${className}] is known; it is left out.`;
const PATH = "A class is no path and no URL: expected the name of a class, or of a package that the program allows by configure({ packages }).";

const refused = [
  { title: "a package that is not allowed", className: "@acme/other", says: 'The program allows no package of this name: configure({ packages: ["@acme/other"] }) would.' },
  { title: "a package that is nearly allowed", className: "@acme/esn", says: 'Did you mean "@acme/esm"?' },
  { title: "a path below an allowed package", className: "@acme/esm/lib/inner", says: PATH },
  { title: "a file of an allowed package", className: "@acme/esm/main.js", says: PATH },
  { title: "a path upwards through an allowed package", className: "@acme/esm/../cjs", says: PATH },
  { title: "a relative path", className: "./appender.js", says: PATH },
  { title: "a path upwards", className: "../../evil", says: PATH },
  { title: "an absolute path", className: "/srv/upload/x.mjs", says: PATH },
  { title: "a file URL", className: "file:///srv/upload/x.mjs", says: PATH },
  { title: "a data URL", className: "data:text/javascript,process.exit()", says: PATH },
  { title: "a built-in module", className: "node:child_process", says: PATH },
  { title: "an export that is not there", className: "plain-name/C", says: "The package plain-name exports none of that name, only a, alias, b." },
  { title: "a package with several, without the name of one", className: "plain-name", says: 'The package plain-name exports several: write "plain-name/" and one of a, alias, b.' },
  { title: "an inherited name", className: "@acme/cjs/toString", says: "The package @acme/cjs exports none of that name, only kafkaAppender." },
] as const;

for (const { title, className, says } of refused) {
  test(`${title} is refused with its place, and nothing is loaded`, () => {
    const { configure } = allowing(Object.keys(packages), application(packages));

    expect(complaints(configure(naming(className)).statuses).slice(0, 1)).toEqual([`${KNOWS_NONE(className)} ${says}`]);
  });
}

const broken = [
  { title: "is not installed", code: undefined, says: /^The package broken is not installed where .*package\.json would find it\.$/, cause: /Cannot find module 'broken'/ },
  { title: "throws while it is loaded", code: 'throw new Error("no broker");', says: /^The package broken could not be loaded\.$/, cause: /no broker/ },
  { title: "has a mistake", code: "export const = 1;", says: /^The package broken could not be loaded\.$/, cause: /Unexpected token/ },
  { title: "awaits at its top level", code: "await 1; export const a = 1;", says: /^The package broken cannot be loaded at once: it, or what it imports, has an await at its top level\.$/, cause: /./ },
  { title: "imports what is not installed", code: 'import "nowhere";', says: /^The package broken could not be loaded\.$/, cause: /nowhere/ },
  { title: "exports something else", code: "export const appender = class {};", says: /^The package broken exports no definition of a component of kind appender; defineComponent makes one\.$/, cause: /^undefined$/ },
  { title: "throws when its exports are looked at", code: 'export default { get appender() { throw new Error("not yet"); } };', says: /^The package broken could not be loaded\.$/, cause: /not yet/ },
] as const;

for (const { title, code, says, cause } of broken) {
  test(`a package that ${title} costs only its component, and the status says why`, () => {
    const { configure } = allowing(["broken"], application(code === undefined ? {} : { broken: { type: "module", code } }));

    const [status] = configure(naming("broken")).statuses.filter(({ level }) => level === "ERROR");

    const [, reason = ""] = status?.message.split("it is left out. ") ?? [];
    expect(reason).toMatch(says);
    expect(String(status?.cause)).toMatch(cause);
    expect(status?.position).toEqual({ file: "logback.xml", line: 2, column: 3 });
  });
}

for (const name of ["../evil", "./local", "/abs", "file:///x", "node:fs", "fs", "@acme", "@acme/x/y", "a..b", "UPPER", "", 7, null]) {
  test(`${JSON.stringify(name)} cannot be allowed: it is no package's name`, () => {
    expect(() => {
      new AllowedPackages().allow([name as string], "/app/package.json");
    }).toThrow(TypeError);
  });
}

test("packages are looked for from a place that means the same everywhere", () => {
  expect(() => {
    new AllowedPackages().allow(["@acme/esm"], "./package.json");
  }).toThrow(TypeError);
});

test("packages are a list", () => {
  expect(() => {
    new AllowedPackages().allow("@acme/esm" as never, "/app/package.json");
  }).toThrow(new TypeError("packages: expected a list of package names, got string."));
});

const piece = fc.constantFrom("@acme", "esm", "/", "..", ".", "\\", ":", "node", "fs", "@", "__proto__", "%2e", "\0", "KafkaAppender", "evil", " ", "file://", "\u002e", "#", "?");
const className = fc.oneof(fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join("")), fc.string({ unit: "binary", maxLength: 30 }));

test("whatever a class is called, only the allowed package itself and its exports are ever found", () => {
  const allowedOnes = new AllowedPackages();
  allowedOnes.allow(["@acme/esm"], application({ "@acme/esm": packages["@acme/esm"], "@acme/evil": { code: "globalThis.evil = true;" }, evil: { code: "globalThis.evil = true;" } }));

  fc.assert(
    fc.property(className, (name) => {
      const found = allowedOnes.find("appender", name);

      expect(found?.definition === undefined || ["@acme/esm", "@acme/esm/KafkaAppender", "@acme/esm/kafkaAppender"].includes(name)).toBe(true);
      expect("evil" in globalThis).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("what is registered comes before a package of the same name", () => {
  const queue = defineComponent({ kind: "appender", classNames: ["queue"], properties: {}, create: (_, { name, context }) => new ListAppender(name, context) });
  const allowed = new AllowedPackages();
  allowed.allow(["queue"], application({ queue: { code: "throw new Error();" } }));
  const { context, configure } = configured({ packages: allowed, more: [queue] });

  configure('<configuration><appender name="Q" class="queue"/><root><appender-ref ref="Q"/></root></configuration>');

  expect(context.findAppender("Q")).toBeInstanceOf(ListAppender);
});
