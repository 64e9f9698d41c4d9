import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { CategorisedError } from "../src/core/categorised-error.js";
import { configureFromXml, LoggerFactory, resetForTests } from "../src/global.js";
import { OXException } from "../src/ox-exception.js";
import { tempDir } from "./support/temp-dir.js";

afterEach(resetForTests);

test("an OXException says what Open-Xchange's say: code, categories, message and a number of its own", () => {
  const cause = new Error("connection reset");
  const error = new OXException("Mail 99 is gone", { prefix: "MSG", code: 32, categories: ["USER_INPUT", "CONNECTIVITY"], cause });

  expect(error).toBeInstanceOf(CategorisedError);
  expect(error).toMatchObject({ name: "com.openexchange.exception.OXException", code: "MSG-0032", categories: ["USER_INPUT", "CONNECTIVITY"], logMessage: "Mail 99 is gone", cause });
  expect(error.exceptionId).toMatch(/^-?\d+-\d+$/);
  expect(error.message).toBe(`MSG-0032 Categories=CONNECTIVITY,USER_INPUT Message='Mail 99 is gone' exceptionID=${error.exceptionId}`);
});

test("what is not given has the values of Open-Xchange", () => {
  const error = new OXException();

  expect(error.message).toBe(`OX-9999 Categories=ERROR Message=[Not available] exceptionID=${error.exceptionId}`);
});

test("exceptions of one process are counted; one that stands for another keeps that one's number", () => {
  const [first, second] = [new OXException("a"), new OXException("b")];
  const [server, count] = first.exceptionId.split(/-(?=\d+$)/) as [string, string];

  expect(second.exceptionId).toBe(`${server}-${String(Number(count) + 1)}`);
  expect(new OXException("c", { exceptionId: "-1316379722-11" }).message).toContain("exceptionID=-1316379722-11");
});

test("the log has the whole text, and no frames where the category is suppressed", () => {
  const file = path.join(tempDir(), "a.log");
  configureFromXml(`<configuration><appender name="FILE" class="FileAppender"><file>${file}</file><encoder><pattern>%msg%n</pattern></encoder></appender><root level="INFO"><appender-ref ref="FILE"/></root></configuration>`);
  const wrong = new OXException("No such mail", { prefix: "MSG", code: 32, categories: "USER_INPUT", properties: { folder: "INBOX" } });
  const broken = new OXException("Disk", { prefix: "FS", code: 1 });
  LoggerFactory.getLogger("a").error("wrong", wrong);
  LoggerFactory.getLogger("a").error("broken", broken);
  const lines = readFileSync(file, "utf8").split("\n");

  expect(lines.slice(0, 5)).toEqual([
    "wrong",
    `com.openexchange.exception.OXException: MSG-0032 Categories=USER_INPUT Message='No such mail' exceptionID=${wrong.exceptionId}`,
    "\tfolder: INBOX",
    "broken",
    `com.openexchange.exception.OXException: FS-0001 Categories=ERROR Message='Disk' exceptionID=${broken.exceptionId}`,
  ]);
  expect(lines[5]).toMatch(/^\tat /);
});

test("what is no category and no code is refused", () => {
  expect(() => new OXException("x", { categories: "nonsense" as never })).toThrow(/^OXException: expected categories of ERROR, .*, got "nonsense"\.$/);
  expect(() => new OXException("x", { categories: null as never })).not.toThrow();
  for (const code of [-1, 1.5, Number.NaN, "7" as never]) {
    expect(() => new OXException("x", { code })).toThrow(`OXException: expected a code that is an integer from 0 on, got ${String(code)}.`);
  }
});
