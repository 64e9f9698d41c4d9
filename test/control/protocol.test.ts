import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_REPLY_BYTES, MOST_REQUEST_BYTES, ProtocolError, readReply, readRequest, replyFrame, requestFrame, type ControlReply, type ControlRequest } from "../../src/control/protocol.js";

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

/** Mostly what a member is to be, so that whole lines are good and others nearly so. */
const mostly = (good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 12, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue() });
const anyText = mostly(fc.string());
const anyRequest = fc.record({ version: mostly(fc.integer()), op: anyText, args: mostly(fc.dictionary(fc.string(), fc.jsonValue())), operator: anyText, user: anyText, password: anyText, more: fc.jsonValue() }, { requiredKeys: ["version", "op"] });
const anyMessage = fc.record({ type: mostly(fc.constantFrom("ERROR", "INFO", "WARNING")), text: anyText });
const anyProcess = fc.record({ pid: mostly(fc.integer()), context: anyText, program: anyText, folder: anyText, startedAt: mostly(fc.integer()) });
const anyReply = fc.record({
  type: mostly(fc.constantFrom("messages", "set", "text", "process", "refused")),
  messages: mostly(fc.array(anyMessage)),
  elements: mostly(fc.array(anyText)),
  text: anyText,
  process: mostly(anyProcess),
  code: anyText,
  reason: anyText,
});
const comings = { request: { read: readRequest, good: anyRequest }, answer: { read: readReply, good: anyReply } };
for (const [what, { read, good }] of Object.entries(comings)) {
  test(`whatever comes for ${what === "answer" ? "an" : "a"} ${what}, it is one, which reads the same when it is sent on, or refused`, () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), good.map((value) => JSON.stringify(value))), (text) => {
        let result: ControlRequest | ControlReply;
        try {
          result = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
          return;
        }
        taken++;
        expect(read(JSON.stringify(result))).toEqual(result);
      }),
      { numRuns: 500 },
    );

    expect(taken).toBeGreaterThan(0);
  });
}
