import { expect, test } from "vitest";
import { unreferencedAppender } from "../../../src/config/checks/unreferenced-appender.js";
import { found } from "../../support/checks.js";

const APPENDER = '<appender name="A" class="ListAppender"/>';

test("an appender that nobody refers to is warned of", () => {
  expect(found(unreferencedAppender, `<configuration>\n${APPENDER}</configuration>`)).toEqual(["WARN 2:1 Appender named [A] is not referenced; it is not made."]);
});

test("one that only an unused appender refers to is warned of as well", () => {
  expect(found(unreferencedAppender, `<configuration>${APPENDER}\n<appender name="B" class="AsyncAppender"><appender-ref ref="A"/></appender></configuration>`)).toEqual([
    "INFO 1:16 Appender named [A] is referenced only where it does not count now; it is not made.",
    "WARN 2:1 Appender named [B] is not referenced; it is not made.",
  ]);
});

test("one that the other branch refers to gets a note", () => {
  const xml = `<configuration>${APPENDER}<condition class="ExpressionPropertyCondition"><expression>false</expression></condition>
<if><then><root><appender-ref ref="A"/></root></then></if></configuration>`;

  expect(found(unreferencedAppender, xml)).toEqual(["INFO 1:16 Appender named [A] is referenced only where it does not count now; it is not made."]);
});

for (const more of ['<root><appender-ref ref="A"/></root>', '<appender name="B" class="AsyncAppender"><appender-ref ref="A"/></appender><logger name="x"><appender-ref ref="B"/></logger>']) {
  test(`it is in use with ${more}`, () => {
    expect(found(unreferencedAppender, `<configuration>${APPENDER}${more}</configuration>`)).toEqual([]);
  });
}
