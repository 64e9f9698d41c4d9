import { expect, test } from "vitest";
import { bareVariable } from "../../../src/config/checks/bare-variable.js";
import { found, withAppender, withRolling } from "../../support/checks.js";

test("$NAME in a file, a file name pattern and a level is warned of", () => {
  const policy = '<rollingPolicy class="TimeBasedRollingPolicy"><fileNamePattern>\n/logs/$APP.%d.log</fileNamePattern></rollingPolicy>';

  expect(found(bareVariable, withRolling(`<file>\n$LOG_DIR/app.log</file>${policy}`))).toEqual(["WARN 3:1 $LOG_DIR is not replaced; write ${LOG_DIR}.", "WARN 4:7 $APP is not replaced; write ${APP}."]);
  expect(found(bareVariable, '<configuration>\n<logger name="a" level="$LEVEL"/><root level="INFO"/></configuration>')).toEqual(["WARN 2:18 $LEVEL is not replaced; write ${LEVEL}."]);
});

test("$NAME that comes from a property is warned of where it is used", () => {
  const xml = withAppender("FileAppender", "\n<file>${DIR}/app.log</file>").replace("<configuration>", '<configuration><property name="DIR" value="$HOME/logs"/>');

  expect(found(bareVariable, xml)).toEqual(["WARN 3:7 $HOME is not replaced; write ${HOME}."]);
});

for (const file of ["${DIR:-/logs}/app.log", "/logs/app$1.log", "//server/c$/app.log", "/logs/app$"]) {
  test(`${file} has no such variable`, () => {
    expect(found(bareVariable, withAppender("FileAppender", `<file>${file}</file>`))).toEqual([]);
  });
}
