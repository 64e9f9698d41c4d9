import { expect, test } from "vitest";
import { undefinedVariable } from "../../../src/config/checks/undefined-variable.js";
import { found, withAppender } from "../../support/checks.js";

const XML = withAppender("FileAppender", "\n<file>${LOG_DIR}/app.log</file><encoder><pattern>${LOG_DIR} %msg%n</pattern></encoder>");

test("a variable that nobody defines is warned of, once", () => {
  expect(found(undefinedVariable, XML)).toEqual([
    'WARN 3:7 Nobody defines ${LOG_DIR}; the text becomes "LOG_DIR_IS_UNDEFINED/app.log". Give it a default, ${LOG_DIR:-value}, or define it by <property>, in the environment or with --define.',
  ]);
});

test("a property whose value holds an undefined variable is defined itself", () => {
  const xml = '<configuration>\n<property name="LOGS" value="${HOME_OF_APP}/logs"/>\n<property name="FILE" value="${LOGS}/app.log"/></configuration>';

  expect(found(undefinedVariable, xml)).toEqual([expect.stringContaining("WARN 2:23 Nobody defines ${HOME_OF_APP};")]);
});

test("a default that is not needed may be undefined", () => {
  const xml = '<configuration><property name="FILE" value="${LOGS:-${TEMP_LOGS}}/app.log"/></configuration>';

  expect(found(undefinedVariable, xml, { environment: { LOGS: "/logs" } })).toEqual([]);
  expect(found(undefinedVariable, xml)).toEqual([expect.stringContaining('Nobody defines ${TEMP_LOGS}; the text becomes "TEMP_LOGS_IS_UNDEFINED/app.log".')]);
});

test("a variable from the environment, from the program or with a default is defined", () => {
  expect(found(undefinedVariable, XML, { environment: { LOG_DIR: "/logs" } })).toEqual([]);
  expect(found(undefinedVariable, XML, { properties: { LOG_DIR: "/logs" } })).toEqual([]);
  expect(found(undefinedVariable, XML.replaceAll("${LOG_DIR}", "${LOG_DIR:-/logs}"))).toEqual([]);
});

test("what stands in a branch that does not count is left alone", () => {
  const xml = `<configuration><condition class="ExpressionPropertyCondition"><expression>isDefined("X")</expression></condition>
<if><then><property name="A" value="\${MISSING}"/></then><else><property name="B" value="\${ALSO}"/></else></if></configuration>`;

  expect(found(undefinedVariable, xml)).toEqual([expect.stringContaining("Nobody defines ${ALSO};")]);
});

test("a variable that is defined below its use is warned of", () => {
  const xml = '<configuration>\n<property name="FILE" value="${DIR}/app.log"/><property name="DIR" value="/logs"/></configuration>';

  expect(found(undefinedVariable, xml)).toEqual(['WARN 2:1 ${DIR} is defined only further down, so "FILE" is "DIR_IS_UNDEFINED/app.log". Define it above.']);
});

test("the variable of a discriminator is defined", () => {
  const discriminator = '<discriminator class="MDCBasedDiscriminator"><key>user</key><defaultValue>none</defaultValue></discriminator>';

  expect(found(undefinedVariable, withAppender("SiftingAppender", `${discriminator}<sift><appender name="x" class="FileAppender"><file>/logs/\${user}.log</file></appender></sift>`))).toEqual([]);
});

for (const [written, right] of [
  ["${LOGS:=/logs}", "${LOGS:-/logs}"],
  ["${LOGS:/logs}", "${LOGS:-/logs}"],
  ["${logging.dir:?unset}", "${logging.dir:-unset}"],
] as const) {
  test(`${written} has no default, which is warned of with the way to write it`, () => {
    expect(found(undefinedVariable, withAppender("FileAppender", `\n<file>${written}/app.log</file>`))).toEqual([
      `WARN 3:7 Nobody defines ${written}; the text becomes "${written.slice(2, -1)}_IS_UNDEFINED/app.log". A default is written with ":-", ${right}.`,
    ]);
  });
}
