import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { CATEGORIES } from "../../src/core/category.js";
import { configured } from "../support/configured.js";
import { steered } from "../support/control.js";
import { tempDir } from "../support/temp-dir.js";

test("T11 whoever changes all that can be changed reaches no mask and no filter of an appender, and hides no error", async () => {
  const folder = tempDir();
  const file = (name: string): string => readFileSync(path.join(folder, name), "utf8");
  const appender = (name: string, pattern: string, inside = ""): string =>
    `<appender name="${name}" class="FileAppender"><file>${path.join(folder, name)}</file>${inside}<encoder><pattern>${pattern}</pattern></encoder></appender>`;
  const { context, configure } = configured();
  configure(`<configuration>
    ${appender("masked.log", "%level %replace(%msg){'secret','***'}%n%ex")}
    ${appender("grave.log", "%level%n%nopex", '<filter class="ThresholdFilter"><level>ERROR</level></filter>')}
    <root level="WARN"><appender-ref ref="masked.log"/><appender-ref ref="grave.log"/></root>
  </configuration>`);
  const { ask } = steered(context);

  const replies = [
    ask("filterContext", { contextId: 1 }),
    ask("filterContext", { contextId: 1, loggers: [["com.openexchange", "ALL"]] }),
    ask("modifyLogLevels", { loggers: [["ROOT", "ALL"], ["com.openexchange", "ALL"]] }),
    ask("overrideExceptionCategories", { categories: CATEGORIES }),
  ];
  const logger = context.getLogger("com.openexchange.login");
  context.mdc.run({ "com.openexchange.session.contextId": "1" }, () => {
    logger.trace("a secret");
    logger.error("a secret", new RangeError("what happened"));
  });
  await context.stop();

  expect(replies.map(({ type }) => type)).toEqual(Array<string>(4).fill("messages"));
  expect(file("masked.log")).toMatch(/^TRACE a \*\*\*\nERROR a \*\*\*\nRangeError: what happened\n\tat .*floor\.test\.ts/);
  expect(file("grave.log")).toBe("ERROR\n");
});
