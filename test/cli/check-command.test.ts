import { once } from "node:events";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import path from "node:path";
import { expect, test } from "vitest";
import { logback } from "../support/cli.js";
import { tempDir } from "../support/temp-dir.js";

function fileWith(xml: string, folder: string = tempDir()): string {
  const file = path.join(folder, "logback.xml");
  writeFileSync(file, xml);
  return file;
}

function consoleWith(pattern: string, root = 'level="INFO"'): string {
  return `<configuration>
  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender"><encoder>
    <pattern>${pattern}</pattern>
  </encoder></appender>
  <root ${root}><appender-ref ref="OUT"/></root>
</configuration>`;
}

test("a file without problems gives its loggers and appenders, and exit code 0", () => {
  const file = fileWith(consoleWith("%msg%n"));

  expect(logback(["check", file])).toEqual({
    code: 0,
    output: `${file}
  ROOT  INFO   [OUT]
  [OUT]  ConsoleAppender

No problems.
`,
    complaints: "",
  });
});

test("errors come with file, line and column, and exit code 1", () => {
  const file = fileWith(consoleWith("%mesage%n"));
  const { code, output } = logback(["check", file]);

  expect(code).toBe(1);
  expect(output).toContain(`${file}:3:14: error: There is no conversion word "%mesage"; did you mean "%message"? It is printed as an error.\n`);
  expect(output).toMatch(/\n1 error\n$/);
});

test("what one file makes known of conversion words does not count for the next, in whatever order they come", () => {
  const teaching = fileWith(
    '<configuration><appender name="OUT" class="ConsoleAppender"><encoder class="com.openexchange.logback.extensions.encoders.ExtendedPatternLayoutEncoder"><pattern>%lmdc%n</pattern></encoder></appender><root><appender-ref ref="OUT"/></root></configuration>',
  );
  const asking = fileWith(consoleWith("%lmdc %msg%n"));
  const alone = logback(["check", asking]).output;

  expect(alone).toContain('error: There is no conversion word "%lmdc".');
  for (const files of [[teaching, asking], [asking, teaching]]) {
    const { output } = logback(["check", ...files]);
    expect(output).toContain(`${asking}:3:14: error: There is no conversion word "%lmdc".`);
    expect(output).not.toContain(`${teaching}:1`);
  }
});

test("warnings pass, unless they are to count", () => {
  const file = fileWith(consoleWith("%msg%n", 'level=""'));

  expect(logback(["check", file])).toMatchObject({ code: 0, output: expect.stringMatching(/\n1 warning\n$/) as string });
  expect(logback(["check", "--strict", file]).code).toBe(1);
});

test("notes never count", () => {
  const file = fileWith(
    '<configuration><appender name="F" class="FileAppender"><file>relative.log</file><encoder><pattern>%level%n</pattern></encoder></appender><root><appender-ref ref="F"/></root></configuration>',
  );

  expect(logback(["check", "--strict", file])).toMatchObject({ code: 0, output: expect.stringMatching(/note: "relative.log" starts in the working directory.* \[relative-file\]\n[^]*\n1 note\n$/) as string });
});

test("a file that is no XML is an error with its place", () => {
  const file = fileWith("<configuration>\n<root>\n</configuration>");
  const { code, output } = logback(["check", file]);

  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`^${file}:3:1: error: Not well-formed XML: .*\n\n${file}\n {2}nothing of this file can be used\n\n1 error\n$`));
});

test("a file that is missing is an error with its reason", () => {
  expect(logback(["check", "/nowhere/logback.xml"])).toMatchObject({ code: 1, output: expect.stringMatching(/^\/nowhere\/logback\.xml: error: Could not read .*\n {4}ENOENT/) as string });
});

test("several files are checked one after the other, the worst decides", () => {
  const good = fileWith(consoleWith("%msg%n"));
  const bad = fileWith(consoleWith("%nothing"));
  const { code, output } = logback(["check", good, bad]);

  expect(code).toBe(1);
  expect(output.indexOf(`${good}\n`)).toBeLessThan(output.indexOf(`${bad}:3:14: error`));
  expect(output).toMatch(/\n1 error, 1 warning\n$/);
});

test("--define and --profile say what the program would know", () => {
  const file = fileWith(`<configuration><springProfile name="prod"><logger name="a" level="\${LEVEL}"/></springProfile>
<appender name="L" class="ListAppender"/><root><appender-ref ref="L"/></root></configuration>`);

  expect(logback(["check", "--profile", "dev,prod", "-DLEVEL=WARN", file]).output).toContain("  a     WARN   [L] of ROOT\n");
  expect(logback(["check", "--define", "LEVEL=WARN", "--profile=dev", file]).output).not.toContain("  a ");
});

test("--json prints problems as data", () => {
  const file = fileWith(consoleWith("%d{YYYY} %msg%n"));
  const { code, output } = logback(["check", "--json", file]);

  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({
    files: [
      {
        file,
        isUsable: true,
        problems: [
          {
            level: "WARN",
            message: expect.stringContaining('"YYYY" is the year that the week belongs to') as string,
            origin: "pattern",
            file,
            line: 3,
            column: 14,
            check: "date-letters",
          },
        ],
      },
    ],
    errors: 0,
    warnings: 1,
    notes: 0,
  });
});

test("problems of an included file stand at its own lines", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "more.xml"), '<included>\n  <logger name="a" levle="INFO"/>\n</included>');
  const file = fileWith(`<configuration><include file="${folder}/more.xml"/></configuration>`, folder);

  expect(logback(["check", file]).output).toContain(`${folder}/more.xml:2:20: warning: Unknown attribute [levle] of <logger> is ignored. Did you mean "level"?\n`);
});

test("so do problems inside the text of one", () => {
  const folder = tempDir();
  writeFileSync(path.join(folder, "more.xml"), '<included><appender name="A" class="ConsoleAppender">\n<encoder><pattern>%msg %nothing%n</pattern></encoder></appender></included>');
  const file = fileWith(`<configuration><include file="${folder}/more.xml"/><root><appender-ref ref="A"/></root></configuration>`, folder);

  expect(logback(["check", file]).output).toContain(`${folder}/more.xml:2:24: error: There is no conversion word "%nothing".`);
});

test("colours are used when they are wanted, and never otherwise", () => {
  const file = fileWith(consoleWith("%nothing"));

  expect(logback(["check", file], { hasColours: true }).output).toContain("\x1b[31merror\x1b[39m");
  expect(logback(["check", file]).output).not.toContain("\x1b");
});

test("a control character in the file does not reach the terminal", () => {
  const file = fileWith('<configuration><logger name="a&#x9b;31m" levle="x"/></configuration>');

  expect(logback(["check", file]).output).not.toContain("\x9b");
});

test("nothing is opened, made, connected or printed by what is checked", async () => {
  const folder = tempDir();
  const connections: unknown[] = [];
  const server = createServer((socket) => connections.push(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  mkdirSync(path.join(folder, "conf"));
  const file = fileWith(
    `<configuration debug="true" scan="true">
  <statusListener class="ch.qos.logback.core.status.OnFileStatusListener"><filename>${folder}/status.txt</filename></statusListener>
  <statusListener class="ch.qos.logback.core.status.OnConsoleStatusListener"/>
  <appender name="FILE" class="ch.qos.logback.core.FileAppender"><file>${folder}/logs/app.log</file><append>false</append><encoder><pattern>%msg%n</pattern></encoder></appender>
  <appender name="ROLL" class="ch.qos.logback.core.rolling.RollingFileAppender"><file>${folder}/logs/roll.log</file>
    <rollingPolicy class="ch.qos.logback.core.rolling.TimeBasedRollingPolicy"><fileNamePattern>${folder}/logs/roll.%d.log.gz</fileNamePattern><maxHistory>3</maxHistory><cleanHistoryOnStart>true</cleanHistoryOnStart></rollingPolicy>
    <encoder><pattern>%msg%n</pattern></encoder></appender>
  <appender name="TCP" class="net.logstash.logback.appender.LogstashTcpSocketAppender"><destination>127.0.0.1:${port}</destination><encoder class="net.logstash.logback.encoder.LogstashEncoder"/></appender>
  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender"><appender-ref ref="FILE"/></appender>
  <root level="INFO"><appender-ref ref="ASYNC"/><appender-ref ref="ROLL"/><appender-ref ref="TCP"/></root>
</configuration>`,
    path.join(folder, "conf"),
  );

  const { output } = logback(["check", file]);
  logback(["explain", file]);
  logback(["explain", file, "com.acme"]);
  // A connection that was begun before this one would have arrived before it.
  const probe = connect(port, "127.0.0.1");
  await once(server, "connection");
  probe.destroy();
  server.close();

  expect(connections).toHaveLength(1);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(["conf", "conf/logback.xml"]);
  expect(output).toContain("[FILE]");
});
