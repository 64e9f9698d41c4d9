import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { WithLayoutListAppender } from "../../src/appender/with-layout-list-appender.js";
import { complaints, configured, type Configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const appender = (name: string, content: string): string => `<appender name="${name}" class="ch.qos.logback.classic.helpers.WithLayoutListAppender">${content}</appender>`;

/** What the appenders A and B print once `xml` is in force. */
function printed(xml: string, root = '<root level="INFO"><appender-ref ref="A"/><appender-ref ref="B"/></root>'): { readonly lines: readonly unknown[]; readonly says: readonly string[] } & Configured {
  const made = configured({ baseDir: tempDir() });
  onTestFinished(() => made.context.stop());
  const { statuses } = made.configure(`<configuration>\n${xml}\n${root}\n</configuration>`);
  made.context.getLogger("a").error("m");
  const lines = ["A", "B"].map((name) => (made.context.findAppender(name) as Partial<WithLayoutListAppender> | undefined)?.list?.[0]);
  return { ...made, lines, says: complaints(statuses) };
}

test("a property inside an appender counts from its place on, in the appenders behind it too", () => {
  const [define, print] = ['<property name="X" value="x"/>', "<pattern>[${X:-none}]</pattern>"];

  expect(printed(appender("A", print + define) + appender("B", print))).toMatchObject({ lines: ["[none]", "[x]"], says: [] });
  expect(printed(appender("A", print) + appender("B", define + print))).toMatchObject({ lines: ["[none]", "[x]"], says: [] });
});

test("a property inside an appender hides one outside from its place on", () => {
  const { lines } = printed(
    `<property name="X" value="outer"/>${appender("A", '<pattern>${X}</pattern><variable name="X" value="${X} inner"/>')}${appender("B", "<pattern>${X}</pattern>")}`,
  );

  expect(lines).toEqual(["outer", "outer inner"]);
});

test("a property inside an appender counts for a logger behind it, and not in what stands directly in <configuration>", () => {
  const { context, says } = printed(`<property name="OUT" value="\${X:-none}" scope="context"/>
    ${appender("A", '<property name="X" value="WARN"/><pattern>%m</pattern>')}<logger name="b" level="\${X}"/><contextName>\${X:-none}</contextName>`, '<root><appender-ref ref="A"/></root>');

  expect(context.getLogger("b").level?.name).toBe("WARN");
  expect([context.getProperty("OUT"), context.name]).toEqual(["none", "none"]);
  expect(says).toEqual([]);
});

test("a property inside <logger> and <root> counts for what comes behind", () => {
  const { context, says } = printed(
    '<logger name="a"><property name="L" value="WARN"/></logger>',
    '<root level="${L}"><variable name="REF" value="A"/><property name="CTX" value="c" scope="context"/><appender-ref ref="${REF}"/></root>' + appender("A", "<pattern>%m</pattern>"),
  );

  expect(context.root.level?.name).toBe("WARN");
  expect(context.root.appenders.map(({ name }) => name)).toEqual(["A"]);
  expect(context.getProperty("CTX")).toBe("c");
  expect(says).toEqual([]);
});

const deep = [
  { place: "an encoder", xml: '<appender name="A" class="FileAppender"><file>a.log</file><encoder><property name="X" value="x"/><pattern>%m</pattern></encoder></appender>' },
  { place: "a turbo filter", xml: '<turboFilter class="MarkerFilter"><property name="X" value="x"/><marker>M</marker></turboFilter>' },
  { place: "a branch inside an appender", xml: '<appender name="A" class="NOPAppender"><springProfile name="default"><property name="X" value="x"/></springProfile></appender>' },
];

for (const { place, xml } of deep) {
  test(`a property inside ${place} counts behind it`, () => {
    expect(printed(xml + appender("B", "<pattern>${X}</pattern>")).lines[1]).toBe("x");
  });
}

test("a property inside an appender is checked as any other", () => {
  expect(printed(appender("A", '<property name="X" valeu="x"/><pattern>%m</pattern>'), '<root><appender-ref ref="A"/></root>').says).toEqual([
    'WARN logback.xml:2:101 Unknown attribute [valeu] of <property> is ignored. Did you mean "value"?',
    expect.stringMatching(/^ERROR logback\.xml:2:82 In <property> element, either the "file" attribute alone/),
  ]);
});

test("a property inside the appender of <sift> may depend on the key", () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  onTestFinished(() => context.stop());
  const { statuses } = configure(`<configuration><appender name="SIFT" class="ch.qos.logback.classic.sift.SiftingAppender">
    <discriminator><key>user</key><defaultValue>none</defaultValue></discriminator>
    <sift><appender name="F" class="FileAppender"><property name="X" value="of-\${user}"/><file>\${user}/\${X}.log</file><encoder><pattern>\${X} %msg</pattern></encoder></appender></sift>
  </appender><root><appender-ref ref="SIFT"/></root></configuration>`);

  for (const user of ["joe", "ann"]) {
    context.mdc.run({ user }, () => {
      context.getLogger("a").info("m");
    });
  }

  expect(["joe", "ann"].map((user) => readFileSync(path.join(folder, user, `of-${user}.log`), "utf8"))).toEqual(["of-joe m", "of-ann m"]);
  expect(complaints(statuses)).toEqual([]);
});

test("at a reload, an appender is made anew when a file of properties inside it says otherwise, and else goes on", () => {
  const folder = tempDir();
  const { context, configure } = configured({ baseDir: folder });
  onTestFinished(() => context.stop());
  const xml = `<configuration>${appender("A", '<property file="a.properties"/><pattern>${X}</pattern>')}<root><appender-ref ref="A"/></root></configuration>`;
  const configuredWith = (value: string): unknown => {
    writeFileSync(path.join(folder, "a.properties"), `X=${value}\n`);
    configure(xml);
    return context.findAppender("A");
  };

  const first = configuredWith("1");
  expect(configuredWith("1")).toBe(first);
  expect(configuredWith("2")).not.toBe(first);
});
