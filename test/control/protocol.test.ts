import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_REPLY_BYTES, MOST_REQUEST_BYTES, ProtocolError, readReply, readRequest, replyFrame, requestFrame, type ControlReply } from "../../src/control/protocol.js";

test("a request is read as it was sent", () => {
  const request = { version: 1, op: "filterUser", args: { userId: 5, loggers: [["com.acme", "DEBUG"]] }, operator: "ada", user: "adm", password: "s\n\u2028" };

  expect(readRequest(requestFrame(request))).toEqual(request);
});

const replies: readonly ControlReply[] = [
  { type: "messages", messages: [{ type: "INFO", text: "Removed all filters" }, { type: "WARNING", text: "\n" }] },
  { type: "set", elements: ["a", "b\n\tc"] },
  { type: "text", text: "" },
  { type: "process", process: { pid: 1, context: "default", program: "/srv/a.js", folder: "/srv", startedAt: 0 } },
  { type: "refused", code: "failed", reason: "no" },
];
for (const reply of replies) {
  test(`an answer of type "${reply.type}" is read as it was sent, in one line`, () => {
    const frame = replyFrame(reply);

    expect(frame.indexOf("\n")).toBe(frame.length - 1);
    expect(readReply(frame)).toEqual(reply);
  });
}

test("a request that is too long is not sent", () => {
  expect(() => requestFrame({ version: 1, op: "ä".repeat(MOST_REQUEST_BYTES / 2), args: {} })).toThrow(ProtocolError);
});

const tooLong = { "16 MiB": ["x".repeat(MOST_REPLY_BYTES)], "more than a text may have": Array.from({ length: 40 }, () => "x".repeat(MOST_REPLY_BYTES - 100)) };
for (const [what, elements] of Object.entries(tooLong)) {
  test(`an answer of ${what} is refused instead`, () => {
    expect(readReply(replyFrame({ type: "set", elements }))).toEqual({ type: "refused", code: "failed", reason: "The answer has more than 16777216 bytes, which is what goes at a time." });
  });
}

const noRequests = ["", "x", "[]", "null", "7", "{}", '{"version":"1","op":"a"}', '{"version":1,"op":7}', '{"version":1,"op":"a","args":[]}', '{"version":1,"op":"a","user":{}}'];
for (const text of noRequests) {
  test(`${JSON.stringify(text)} is no request`, () => {
    expect(() => readRequest(text)).toThrow(ProtocolError);
  });
}

const noReplies = ["", "x", "{}", '{"type":"messages","messages":[{"type":"LOUD","text":"a"}]}', '{"type":"set","elements":[7]}', '{"type":"text"}', '{"type":"process","process":{}}', '{"type":"refused"}'];
for (const text of noReplies) {
  test(`${JSON.stringify(text)} is no answer`, () => {
    expect(() => readReply(text)).toThrow(ProtocolError);
  });
}

test("whatever comes, it is a request or refused, never anything else", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const read of [readRequest, readReply]) {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }
    }),
  );
});
