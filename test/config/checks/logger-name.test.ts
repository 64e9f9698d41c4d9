import { expect, test } from "vitest";
import { loggerName } from "../../../src/config/checks/logger-name.js";
import { found } from "../../support/checks.js";

const mistakes = [
  ["com.acme.*", 'A logger\'s name has no wildcards; "com.acme" is enough, all loggers below it inherit.'],
  ["*", 'A logger\'s name has no wildcards; "root" is enough, all loggers below it inherit.'],
  [" com.acme", "White space around the name is a part of it, so no logger of the program has this name."],
  ["com.acme.", 'The name ends with a dot. "com.acme" is enough, all loggers below it inherit.'],
  [".acme", "The name has an empty part, so no logger of the program has this name."],
  ["com.acme.Orders.java", 'The name is that of a file; a logger\'s is "com.acme.Orders".'],
] as const;

for (const [name, message] of mistakes) {
  test(`the name "${name}" is warned of`, () => {
    expect(found(loggerName, `<configuration>\n<logger name="${name}" level="INFO"/></configuration>`)).toEqual([`WARN 2:9 Logger "${name}": ${message}`]);
  });
}

for (const name of ["com.acme", "com.acme.Orders$Line", "ROOT", "jdbc", "@scope/package:lib/a.b"]) {
  test(`the name "${name}" is taken as meant`, () => {
    expect(found(loggerName, `<configuration><logger name="${name}" level="INFO"/></configuration>`)).toEqual([]);
  });
}
