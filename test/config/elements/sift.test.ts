import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { SiftingAppender } from "../../../src/appender/sifting-appender.js";
import { elementsFromCode } from "../../../src/config/from-code.js";
import type { LoggerContext } from "../../../src/core/logger-context.js";
import { complaints, configured, type Configured } from "../../support/configured.js";
import { tempDir } from "../../support/temp-dir.js";

const ENCODER = "<encoder><pattern>%msg%n</pattern></encoder>";
const FILE = `<appender name="F-\${user}" class="ch.qos.logback.core.FileAppender"><file>by/\${user}.log</file>${ENCODER}</appender>`;

const sift = (content = FILE, settings = ""): string => `<appender name="SIFT" class="ch.qos.logback.classic.sift.SiftingAppender">${settings}
  <discriminator><key>user</key><defaultValue>none</defaultValue></discriminator>
  <sift>${content}</sift>
</appender>`;

const configuration = (...appenders: readonly string[]): string => `<configuration>
${appenders.join("\n")}
<root level="INFO">${appenders.map((text) => `<appender-ref ref="${/name="(\w+)/.exec(text)?.[1] ?? ""}"/>`).join("")}</root>
</configuration>`;

interface Sifting extends Configured {
  readonly folder: string;
  /** What was said from WARN on. */
  said(): string[];
  /** Logs `message` with each of these values in the MDC. */
  log(message: string, ...users: readonly (string | undefined)[]): void;
  /** Path in the folder, and content. */
  files(): Record<string, string>;
  sifting(): SiftingAppender;
}

function sifting(xml: string): Sifting {
  const folder = tempDir();
  const made = configured({ baseDir: folder });
  onTestFinished(() => made.context.stop());
  made.configure(xml);
  const { context } = made;
  return {
    ...made,
    folder,
    said: () => complaints(context.statusManager.statuses),
    log: (message, ...users) => {
      logAs(context, message, users);
    },
    files: () => contentsOf(folder),
    sifting: () => context.findAppender("SIFT") as SiftingAppender,
  };
}

function logAs(context: LoggerContext, message: string, users: readonly (string | undefined)[]): void {
  for (const user of users) {
    context.mdc.run(user === undefined ? {} : { user }, () => {
      context.getLogger("a").info(message);
    });
  }
}

function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [path.relative(folder, path.join(parentPath, name)), readFileSync(path.join(parentPath, name), "utf8")]));
}

test("each value of the MDC has a file of its own", () => {
  const { log, files, said } = sifting(configuration(sift()));

  log("1", "joe", "ann");
  log("2", "joe", undefined);

  expect(files()).toEqual({ "by/joe.log": "1\n2\n", "by/ann.log": "1\n", "by/none.log": "2\n" });
  expect(said()).toEqual([]);
});

test("the key is a property everywhere in the appender", () => {
  const content = `<appender name="F-\${user}" class="FileAppender"><file>\${user}/\${user:-x}-\${other:-\${user}}.log</file>
    <encoder><pattern>\${user} %msg%n</pattern></encoder></appender>`;
  const { log, files, sifting: appender } = sifting(configuration(sift(content)));

  log("m", "joe");

  expect(files()).toEqual({ "joe/joe-joe.log": "joe m\n" });
  expect(appender().appenders.map(({ name }) => name)).toEqual(["F-joe"]);
});

test("a property inside <sift> may depend on the key; that the file does not name it is said", () => {
  const content = `<property name="X" value="\${user}-x"/><appender name="F-\${X}" class="FileAppender"><file>by/\${X}.log</file>${ENCODER}</appender>`;
  const { log, files, said } = sifting(configuration(sift(content)));

  log("m", "joe", "ann");

  expect(files()).toEqual({ "by/joe-x.log": "m\n", "by/ann-x.log": "m\n" });
  expect(said()).toEqual([expect.stringMatching(/^WARN logback\.xml:\d+:\d+ <file> of the appender inside \[SIFT\] does not name \$\{user\}/)]);
});

test("properties of the configuration are found, those that come after the appender too", () => {
  const { log, files } = sifting(configuration(sift(FILE.replace("by/", "${DIR}/")), '<property name="DIR" value="logs"/>'));

  log("m", "joe");

  expect(files()).toEqual({ "logs/joe.log": "m\n" });
});

test("an <if> inside <sift> is settled when the file is read", () => {
  const content = `<condition class="PropertyEqualityCondition"><key>KIND</key><value>file</value></condition>
    <if><then>${FILE}</then><else><appender name="N" class="NOPAppender"/></else></if>`;
  const { log, files } = sifting(configuration('<property name="KIND" value="file"/>', sift(content)));

  log("m", "joe");

  expect(files()).toEqual({ "by/joe.log": "m\n" });
});

for (const missing of ["class", "name"]) {
  test(`an appender without a ${missing} counts as none, as in Logback`, () => {
    const { said, sifting: appender } = sifting(configuration(sift(FILE.replace(new RegExp(`${missing}="[^"]*"`), ""))));

    expect(appender().isStarted).toBe(false);
    expect(said().slice(0, 2)).toEqual([
      `ERROR logback.xml:4:9 Expected an attribute "${missing}" on <appender>; the appender is left out.`,
      "ERROR logback.xml:4:3 Expected one <appender> in <sift>, found none. No appender is made.",
    ]);
  });
}

const HOSTILE = [
  "../../etc/cron.d/x", "..", ".", "", "/", "/etc/passwd", "C:\\x", "CON", "a\0b", "x".repeat(300), "a.", "a ", "%d{yyyy}", "%i", "$(touch x).log", "${HOME}", "joe\n", "..\\..\\x",
]; // prettier-ignore

test("whatever a value holds, its file lies in the folder that is configured, and no two share one", () => {
  const { folder, log, files } = sifting(configuration(sift()));

  log("m", ...HOSTILE, "joe", "Joe");

  const names = Object.keys(files());
  expect(names).toHaveLength(HOSTILE.length + 2);
  expect(names.filter((name) => !/^by\/[A-Za-z0-9._@-]{1,104}$/.test(name))).toEqual([]);
  expect(Object.values(files()).every((text) => text === "m\n")).toBe(true);
  expect(readdirSync(folder)).toEqual(["by"]);
});

test("the same holds where the value is a folder", () => {
  const { folder, log, files } = sifting(configuration(sift(FILE.replace("by/${user}.log", "by/${user}/app.log"))));

  log("m", ...HOSTILE);

  expect(Object.keys(files()).filter((name) => !/^by\/[A-Za-z0-9._@-]{1,100}\/app\.log$/.test(name))).toEqual([]);
  expect(Object.keys(files())).toHaveLength(HOSTILE.length);
  expect(readdirSync(folder)).toEqual(["by"]);
});

test("a symbolic link of the value's name leads nowhere", () => {
  const { folder, log, files, said } = sifting(configuration(sift(FILE.replace("by/${user}.log", "by/${user}/app.log"))));
  const elsewhere = tempDir();
  mkdirSync(path.join(folder, "by"));
  symlinkSync(elsewhere, path.join(folder, "by", "joe"));
  symlinkSync("ann", path.join(folder, "by", "alias"));

  log("m", "joe", "ann", "alias");

  expect(readdirSync(elsewhere)).toEqual([]);
  expect(files()).toMatchObject({ "by/ann/app.log": "m\nm\n" });
  expect(said()[0]).toMatch(/^ERROR logback\.xml:\d+:\d+ \[.*\/by\/joe\/app\.log\] leads out of the folder that the configuration names; the appender for \[joe\] is not made\.$/);
});

test("a link of the file's own name is not followed", () => {
  const { folder, log, sifting: appender } = sifting(configuration(sift()));
  const elsewhere = path.join(tempDir(), "target");
  mkdirSync(path.join(folder, "by"));
  symlinkSync(elsewhere, path.join(folder, "by", "joe.log"));

  log("m", "joe");

  expect(existsSync(elsewhere)).toBe(false);
  expect(appender().counters).toMatchObject({ logged: 1, dropped: 1 });
});

test("a file that cannot be opened is said at the place of the appender, and tried again later", () => {
  const { folder, log, said, files } = sifting(configuration(sift()));
  writeFileSync(path.join(folder, "by"), "in the way");

  log("1", "joe");

  expect(said()).toEqual([expect.stringMatching(/^ERROR logback\.xml:4:9 Appender \[F-joe\] could not be started/), expect.stringContaining("There is no appender for the value [joe]")]);

  rmSync(path.join(folder, "by"));
  log("2", "joe");

  expect(files()).toEqual({ "by/joe.log": "2\n" });
});

test("a folder above the value may be a symbolic link", () => {
  const { folder, log, said } = sifting(configuration(sift()));
  const real = tempDir();
  symlinkSync(real, path.join(folder, "by"));

  log("m", "joe");

  expect(readdirSync(real)).toEqual(["joe.log"]);
  expect(said()).toEqual([]);
});

test("open files are bounded, however many values come", () => {
  const { folder, log, files } = sifting(configuration(sift(FILE, "<maxAppenderCount>5</maxAppenderCount>")));

  log("m", ...Array.from({ length: 100 }, (_, index) => `u${String(index)}`));
  log("n", "u0");

  expect(Object.keys(files())).toHaveLength(100);
  expect(files()["by/u0.log"]).toBe("m\nn\n");
  if (existsSync("/proc/self/fd")) {
    const open = readdirSync("/proc/self/fd").flatMap((fd) => (existsSync(`/proc/self/fd/${fd}`) ? readlinkSync(`/proc/self/fd/${fd}`) : []));
    expect(open.filter((file) => file.startsWith(folder))).toHaveLength(5);
  }
});

for (const { title, content, said: expected } of [
  { title: "no appender", content: "", said: /^ERROR logback\.xml:4:3 Expected one <appender> in <sift>, found none/ },
  { title: "two appenders", content: FILE + FILE, said: /^ERROR logback\.xml:4:3 Expected one <appender> in <sift>, found 2/ },
]) {
  test(`with ${title} in <sift> nothing is ever built, and the sifting appender does not start`, () => {
    const { said, sifting: appender } = sifting(configuration(sift(content)));

    expect(appender().isStarted).toBe(false);
    expect(said()[0]).toMatch(expected);
  });
}

test("an unknown class is said once, at its place; events are dropped and counted", () => {
  const { log, said, sifting: appender } = sifting(configuration(sift('<appender name="A" class="ch.qos.logback.core.FileApender"/>')));

  log("m", "joe", "ann");

  expect(appender().isStarted).toBe(true);
  expect(appender().counters).toEqual({ logged: 2, written: 0, queued: 0, dropped: 2 });
  expect(said().filter((line) => line.includes("is known"))).toEqual([expect.stringMatching(/^ERROR logback\.xml:4:9 No appender of class \[ch\.qos\.logback\.core\.FileApender\] is known; it is left out\. Did you mean/)]);
});

test("what is wrong inside the appender is said once, not once for each value", () => {
  const { log, said } = sifting(configuration(sift(FILE.replace("<file>", "<apend>true</apend><file>"))));

  log("m", "joe", "ann", "bob");

  expect(said()).toEqual([expect.stringMatching(/^WARN logback\.xml:\d+:\d+ Ignoring unknown property \[apend\].*Did you mean "append"\?$/)]);
});

test("without a discriminator, files are not asked to name its key", () => {
  const { said } = sifting(configuration(sift().replace("<discriminator>", '<discriminator class="com.acme.ByTask">')));

  expect(said()).toEqual([
    expect.stringContaining("No discriminator of class [com.acme.ByTask] is known; it is left out."),
    expect.stringContaining("Appender [SIFT] could not be started"),
  ]);
});

test("other elements in <sift>, unknown attributes and references are answered", () => {
  const { log, said } = sifting(configuration(sift('<root/><appender name="A" class="AsyncAppender" bogus="1"><appender-ref ref="SIFT"/></appender>')));

  log("m", "joe");

  expect(said()).toEqual([
    expect.stringContaining("Ignoring <root>: only <appender> and <property> may stand in <sift>."),
    expect.stringContaining("Unknown attribute [bogus] of <appender> is ignored."),
    expect.stringContaining("The appender inside [SIFT] cannot refer to others; the reference to [SIFT] is ignored."),
    expect.stringContaining("Appender [A] could not be started"),
    expect.stringContaining("There is no appender for the value [joe]"),
  ]);
});

test("a <sift> inside the sifted appender is refused", () => {
  const { log, said } = sifting(configuration(sift(sift().replace("SIFT", "INNER"))));

  log("m", "joe");

  expect(said().join("\n")).toContain("<sift> cannot stand here; it is left out.");
});

test("when every value means one file, the appenders of all values append to it, as in Logback", () => {
  const { log, files, said, sifting: appender } = sifting(configuration(sift(`<appender name="F" class="FileAppender"><file>all.log</file>${ENCODER}</appender>`)));

  log("m", "joe", "ann");

  expect(files()).toEqual({ "all.log": "m\nm\n" });
  expect(appender().counters).toEqual({ logged: 2, written: 2, queued: 0, dropped: 0 });
  expect(said()).toEqual([expect.stringContaining("<file> of the appender inside [SIFT] does not name ${user}")]);
});

test("when every value means one file that each would empty, the second value's appender is left out, and its events are counted", () => {
  const { log, files, said, sifting: appender } = sifting(configuration(sift(`<appender name="F" class="FileAppender"><file>all.log</file><append>false</append>${ENCODER}</appender>`)));

  log("m", "joe", "ann");

  expect(files()).toEqual({ "all.log": "m\n" });
  expect(appender().counters).toEqual({ logged: 2, written: 1, queued: 0, dropped: 1 });
  expect(said()).toEqual([
    expect.stringContaining("<file> of the appender inside [SIFT] does not name ${user}"),
    expect.stringContaining('The appender [F] is left out: its file "all.log" is that of the appender [SIFT[joe]].'),
    expect.stringContaining("There is no appender for the value [ann]"),
  ]);
});

test("a file that another appender has is not taken from it", () => {
  const other = `<appender name="OTHER" class="FileAppender"><file>by/joe.log</file>${ENCODER}</appender>`;
  const { log, files, said } = sifting(configuration(other, sift()));

  log("m", "joe", "ann");

  expect(files()).toEqual({ "by/joe.log": "m\nm\n", "by/ann.log": "m\n" });
  expect(said().join("\n")).toContain('The appender [F-joe] is left out: its file "by/joe.log" is that of the appender [OTHER].');
});

test("a file is free again when its appender was stopped", () => {
  const { log, files } = sifting(configuration(sift(FILE, "<maxAppenderCount>1</maxAppenderCount>")));

  log("1", "joe", "ann");
  log("2", "joe", "ann");

  expect(files()).toEqual({ "by/joe.log": "1\n2\n", "by/ann.log": "1\n2\n" });
});

test("a reload that leaves the sifting appender as it is leaves its appenders running, with their files", () => {
  const { configure, log, files, sifting: appender, said } = sifting(configuration(sift()));
  log("1", "joe");
  const before = appender();
  const nested = before.appenders;

  configure(configuration(sift(), `<appender name="OTHER" class="FileAppender"><file>by/ann.log</file>${ENCODER}</appender>`));
  log("2", "joe", "ann");

  expect(appender()).toBe(before);
  expect(appender().appenders[0]).toBe(nested[0]);
  expect(files()).toEqual({ "by/joe.log": "1\n2\n", "by/ann.log": "2\n2\n" });
  expect(said()).toEqual([
    expect.stringContaining('The appender [F-ann] is left out: its file "by/ann.log" is that of the appender [OTHER].'),
    expect.stringContaining("There is no appender for the value [ann]"),
  ]);
});

test("a file of an appender that goes on is kept from a new one", () => {
  const { configure, log, said } = sifting(configuration(sift()));
  log("1", "joe");

  configure(configuration(sift(), `<appender name="NEW" class="FileAppender"><file>by/joe.log</file>${ENCODER}</appender>`));

  expect(said()).toEqual([expect.stringContaining('The appender [NEW] is left out: its file "by/joe.log" is that of the appender [SIFT[joe]].')]);
});

test("a file whose appender was stopped is free for a new one", () => {
  const settings = "<maxAppenderCount>1</maxAppenderCount>";
  const { configure, log, files } = sifting(configuration(sift(FILE, settings)));
  log("1", "joe", "ann");

  configure(configuration(sift(FILE, settings), `<appender name="NEW" class="FileAppender"><file>by/joe.log</file>${ENCODER}</appender>`));
  log("2", "ann");

  expect(files()).toEqual({ "by/joe.log": "1\n2\n", "by/ann.log": "1\n2\n" });
});

test("a reload that changes the sifted appender stops those that were made", () => {
  const { configure, log, files, sifting: appender, said } = sifting(configuration(sift()));
  log("1", "joe");
  const [before] = appender().appenders;

  configure(configuration(sift(FILE.replace("%msg", "new %msg"))));
  log("2", "joe");

  expect(before?.isStarted).toBe(false);
  expect(files()).toEqual({ "by/joe.log": "1\nnew 2\n" });
  expect(said()).toEqual([]);
});

test("a registered discriminator sifts too", () => {
  const folder = tempDir();
  const more = [{ kind: "discriminator", classNames: ["com.acme.ByLevel"], properties: {}, create: () => ({ key: "level", getDiscriminatingValue: (event: { level: { name: string } }) => event.level.name }) }] as const;
  const { context, configure } = configured({ baseDir: folder, more });
  onTestFinished(() => context.stop());
  configure(`<configuration><appender name="SIFT" class="SiftingAppender"><discriminator class="com.acme.ByLevel"/>
    <sift>${FILE.replaceAll("user", "level")}</sift></appender><root level="INFO"><appender-ref ref="SIFT"/></root></configuration>`);

  context.getLogger("a").info("i");
  context.getLogger("a").error("e");

  expect(contentsOf(folder)).toEqual({ "by/INFO.log": "i\n", "by/ERROR.log": "e\n" });
});

test("a configuration in code sifts too", () => {
  const folder = tempDir();
  const { context, configurator } = configured({ baseDir: folder });
  onTestFinished(() => context.stop());
  const { root } = elementsFromCode({
    appenders: {
      SIFT: {
        class: "SiftingAppender",
        discriminator: { key: "user", defaultValue: "none" },
        sift: { appender: { class: "FileAppender", file: "by/${user}.log", encoder: { pattern: "%msg%n" } } },
      },
    },
    root: { level: "INFO", appenders: ["SIFT"] },
  });

  const { statuses } = configurator.configure({ file: "<code>", baseDir: folder, content: root });
  logAs(context, "m", ["joe"]);

  expect(complaints(statuses)).toEqual([]);
  expect(contentsOf(folder)).toEqual({ "by/joe.log": "m\n" });
  expect((context.findAppender("SIFT") as SiftingAppender).appenders.map(({ name }) => name)).toEqual(["SIFT-joe"]);
});

test("a folder that others may write to is said once, not for each value", () => {
  const { folder, log, said } = sifting(configuration(sift()));
  mkdirSync(path.join(folder, "by"));
  chmodSync(path.join(folder, "by"), 0o777);

  log("m", "joe", "ann", "bob");

  expect(said()).toEqual([expect.stringContaining("can be written by others")]);
});
