import { expect, test } from "vitest";
import { parsePattern, type PatternNode } from "../../src/pattern/parser.js";

/** Nodes in short: text as it is, `word`, `word{a|b}`, `word(...)`. */
function shortly(nodes: readonly PatternNode[] | undefined): string {
  return (nodes ?? []).map((node) => {
    if (node.kind === "text") {
      return JSON.stringify(node.text);
    }
    const options = node.optionText === undefined ? "" : `{${node.options.join("|")}}`;
    const format = node.format === undefined ? "" : `${String(node.format.padsLeft ? node.format.min : -node.format.min)}:`;
    return `${format}${node.word}${node.kind === "group" ? `(${shortly(node.parts)})` : ""}${options}@${String(node.column)}`;
  }).join(" ");
}

const patterns = [
  { pattern: "plain", nodes: '"plain"' },
  { pattern: "%level", nodes: "level@1" },
  { pattern: "a%-5level b", nodes: '"a" -5:level@2 " b"' },
  { pattern: "%d{HH:mm, UTC} x", nodes: 'd{HH:mm|UTC}@1 " x"' },
  { pattern: "%d{}", nodes: "d{}@1" },
  { pattern: "%level%msg", nodes: "level@1 msg@7" },
  { pattern: "%20(%level x)|", nodes: '20:BARE(level@5 " x")@1 "|"' },
  { pattern: "%red(%cyan(%msg)){a}", nodes: "red(cyan(msg@12)@6){a}@1" },
  { pattern: "%red()", nodes: "red()@1" },
  { pattern: "100\\% \\(a\\) \\\\ \\_b", nodes: '"100% (a) \\\\ b"' },
  { pattern: "%level\\_x", nodes: 'level@1 "x"' },
  { pattern: "a\\tb\\nc\\rd", nodes: '"a\\tb\\nc\\rd"' },
  { pattern: "end\\", nodes: '"end"' },
  { pattern: "%level$%msg", nodes: "level$@1 msg@8" },
  { pattern: "(%level", nodes: '"(" level@2' },
] as const;

for (const { pattern, nodes } of patterns) {
  test(`${JSON.stringify(pattern)} is read without a problem`, () => {
    const parsed = parsePattern(pattern);

    expect(shortly(parsed.nodes)).toBe(nodes);
    expect(parsed.problems).toEqual([]);
  });
}

const refused = [
  { pattern: "", column: 1, message: /is empty/ },
  { pattern: "100%", column: 4, message: /missing behind the last "%"/ },
  { pattern: "%%", column: 1, message: /missing behind the last "%"/ },
  { pattern: "ab %-5", column: 4, message: /missing behind the last "%"/ },
  { pattern: "%d{HH:mm", column: 3, message: /options are not closed/ },
  { pattern: "x%d{'a}", column: 4, message: /options are not closed/ },
  { pattern: "x %red(%msg", column: 3, message: /"%red\(" is not closed/ },
  { pattern: "%(%(a)", column: 1, message: /"%\(" is not closed/ },
  { pattern: "ab\\d", column: 3, message: /"\\d" is no escape; there are \\\\ \\_ \\% \\\( \\\) \\t \\n \\r\./ },
  { pattern: "%!x %d{", column: 7, message: /options are not closed/ },
] as const;

for (const { pattern, column, message } of refused) {
  test(`${JSON.stringify(pattern)} cannot be used, because of column ${String(column)}`, () => {
    const { nodes, problems } = parsePattern(pattern);

    expect(nodes).toBe(undefined);
    expect(problems.at(-1)).toMatchObject({ level: "ERROR", column });
    expect(problems.at(-1)?.message).toMatch(message);
  });
}

const mended = [
  { pattern: "%-level", nodes: "level@1", column: 1, message: /"-" is no format modifier/ },
  { pattern: "a %5.level", nodes: '"a " level@3', column: 3, message: /"5\." is no format modifier/ },
  { pattern: "a%%b", nodes: '"a" "%b"', column: 2, message: /Write \\%/ },
  { pattern: "100% done: %msg", nodes: '"100" "% done: " msg@12', column: 4, message: /Write \\%/ },
  { pattern: "%5 level", nodes: '"%5 level"', column: 1, message: /Write \\%/ },
  { pattern: "%level%5%msg", nodes: 'level@1 "%5" msg@9', column: 7, message: /Write \\%/ },
  { pattern: "%\\x", nodes: "x@1", column: 1, message: /"\\" is no format modifier/ },
  { pattern: "100% (done) %msg", nodes: '"100" "% " BARE("done")@4 " " msg@13', column: 4, message: /Write \\%/ },
  { pattern: "100%(%%(a)b)", nodes: '"100" BARE("%" BARE("a")@6 "b")@4', column: 6, message: /Write \\%/ },
  { pattern: "100% (done %msg", nodes: '"100" "% (done " msg@12', column: 4, message: /Write \\%/ },
  { pattern: "\\", nodes: "", column: 1, message: /stands for nothing/ },
  { pattern: "%msg %(", nodes: 'msg@1 " "', column: 6, message: /"%\(" is empty and not closed/ },
] as const;

for (const { pattern, nodes, column, message } of mended) {
  test(`${JSON.stringify(pattern)}, at which Logback throws, is mended with an error`, () => {
    const parsed = parsePattern(pattern);

    expect(shortly(parsed.nodes)).toBe(nodes);
    expect(parsed.problems).toHaveLength(1);
    expect(parsed.problems[0]).toMatchObject({ level: "ERROR", column });
    expect(parsed.problems[0]?.message).toMatch(message);
  });
}

const warnings = [
  { pattern: "%level) %msg", nodes: "level@1", column: 7, message: /the rest is not printed/ },
  { pattern: "%red(%level)%n", nodes: 'red(level@6)@1 "%n"', column: 13, message: /"%" right behind "\)" is printed as it is/ },
  { pattern: "%red(%level)(%n)", nodes: 'red(level@6)@1 "(" n@14', column: 13, message: /"\(" right behind/ },
] as const;

for (const { pattern, nodes, column, message } of warnings) {
  test(`${JSON.stringify(pattern)} is read as Logback reads it, with a warning`, () => {
    const parsed = parsePattern(pattern);

    expect(shortly(parsed.nodes)).toBe(nodes);
    expect(parsed.problems[0]).toMatchObject({ level: "WARN", column });
    expect(parsed.problems[0]?.message).toMatch(message);
  });
}

test("a pattern that begins with a closing parenthesis prints nothing, with an error", () => {
  const parsed = parsePattern(") %level");

  expect(parsed.nodes).toEqual([]);
  expect(parsed.problems[0]).toMatchObject({ level: "ERROR", column: 1 });
});

test("empty braces behind a group let a conversion follow it", () => {
  expect(shortly(parsePattern("%red(%level){}%n").nodes)).toBe("red(level@6){}@1 n@15");
});
