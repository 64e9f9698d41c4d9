import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SiftedPaths } from "../../src/config/sifted-paths.js";
import { parseXml } from "../../src/config/xml/parse.js";
import { tempDir } from "../support/temp-dir.js";

/** The path that leads out, relative to the folder; `prepare` puts links into it. */
function leadingOut(content: string, user: string, prepare: (folder: string) => void = () => {}): string | undefined {
  const folder = tempDir();
  prepare(folder);
  const replace = (value: string) => (text: string) => text.replaceAll("${user}", value);
  const found = new SiftedPaths(parseXml(`<appender>${content}</appender>`), "user").leadingOut({
    withValue: replace(user),
    withMark: replace(SiftedPaths.MARK),
    resolvePath: (file) => path.resolve(folder, file),
  });
  return found === undefined ? undefined : path.relative(folder, found);
}

const linked = (folder: string): void => {
  mkdirSync(path.join(folder, "by"));
  symlinkSync(tempDir(), path.join(folder, "by", "joe"));
};

test("the names of files that do not mention the key are found, however deep", () => {
  const element = parseXml(`<appender><file>a.log</file><File>\${user}.log</File><rollingPolicy><fileNamePattern>%d.log</fileNamePattern></rollingPolicy>
    <fileNamePattern>\${user:-x}.%d</fileNamePattern><param name="File" value="b.log"/><encoder><pattern>%msg</pattern></encoder></appender>`);

  expect(new SiftedPaths(element, "user").withoutKey.map(({ text }) => text)).toEqual(["a.log", "%d.log", "b.log"]);
  expect(new SiftedPaths(element, "use").withoutKey).toHaveLength(5);
});

for (const content of ["<file>by/${user}.log</file>", "<file>by/${user}/app.log</file>", "<file>${user}</file>", "<file>by/x-${user}/${user}/a.log</file>", "<file>../${user}.log</file>"]) {
  test(`without links ${content} stays inside`, () => {
    expect(leadingOut(content, "joe")).toBe(undefined);
  });
}

test("a link below the value leads out", () => {
  expect(leadingOut("<file>by/${user}/app.log</file>", "joe", linked)).toBe("by/joe/app.log");
  expect(leadingOut("<file>by/${user}/deep/app.log</file>", "joe", linked)).toBe("by/joe/deep/app.log");
  expect(leadingOut("<file>by/${user}/app.log</file>", "ann", linked)).toBe(undefined);
});

test("a link below the value leads out of a pattern for names of archives", () => {
  expect(leadingOut("<rollingPolicy><fileNamePattern>by/${user}/app.%d{yyyy/MM}.log</fileNamePattern></rollingPolicy>", "joe", linked)).toBe("by/joe/app.");
});

test("a value that is also the name of a folder above does not widen what is allowed", () => {
  const content = "<file>by/by/${user}/app.log</file>";

  expect(
    leadingOut(content, "by", (folder) => {
      mkdirSync(path.join(folder, "by", "by"), { recursive: true });
      symlinkSync("../..", path.join(folder, "by", "by", "by"));
    }),
  ).toBe("by/by/by/app.log");
});

test("links above the value are the operator's", () => {
  expect(
    leadingOut("<file>by/${user}/app.log</file>", "joe", (folder) => {
      symlinkSync(tempDir(), path.join(folder, "by"));
    }),
  ).toBe(undefined);
});
