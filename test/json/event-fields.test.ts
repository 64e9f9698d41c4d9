import { expect, test } from "vitest";
import { Level } from "../../src/core/level.js";
import { constant } from "../../src/json/constant.js";
import type { JsonField } from "../../src/json/json-field.js";
import { escapeAsLogback, escapeSafely } from "../../src/json/json-text.js";
import { levelName, levelValue } from "../../src/json/level.js";
import { loggerName } from "../../src/json/logger-name.js";
import { formattedMessage, rawMessage } from "../../src/json/message.js";
import { sequenceNumber } from "../../src/json/sequence-number.js";
import { threadName } from "../../src/json/thread-name.js";
import { anEvent } from "../support/events.js";

const event = anEvent({ level: Level.WARN, loggerName: 'a"b', threadName: "t/1", message: "m {}\n", args: ["x/y"], sequenceNumber: 17 });

const fields: readonly (readonly [title: string, field: JsonField, written: string])[] = [
  ["levelName", levelName("level"), '"level":"WARN"'],
  ["levelValue", levelValue("value"), '"value":30000'],
  ["loggerName", loggerName("logger", escapeSafely), '"logger":"a\\"b"'],
  ["threadName", threadName("thread", escapeAsLogback), '"thread":"t\\/1"'],
  ["sequenceNumber", sequenceNumber("seq"), '"seq":17'],
  ["rawMessage", rawMessage("message", escapeSafely), '"message":"m {}\\n"'],
  ["formattedMessage", formattedMessage("message", escapeAsLogback), '"message":"m x\\/y\\n"'],
  ["constant text", constant("@version", "1"), '"@version":"1"'],
  ["constant data", constant("app", { name: "shop", ports: [80, 443] }), '"app":{"name":"shop","ports":[80,443]}'],
  ["a name with quotes", levelName('"'), '"\\"":"WARN"'],
];

for (const [title, field, written] of fields) {
  test(`${title} writes ${written}`, () => {
    expect(field.write(event)).toBe(written);
  });
}
