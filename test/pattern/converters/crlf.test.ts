import { expect, test } from "vitest";
import { Marker } from "../../../src/core/marker.js";
import { crlf } from "../../../src/pattern/converters/crlf.js";
import { complaints, configured } from "../../support/configured.js";
import { textOf, WORDS } from "../../support/patterns.js";

const words = new Map([...WORDS, ["crlf", crlf] as const]);
const forged = "paid\r\n2026-11-22 INFO refunded\tall";
const safe = new Marker("CRLF_SAFE");

const cases = [
  { pattern: "%crlf(%m)", init: { message: forged }, text: "paid__2026-11-22 INFO refunded_all" },
  { pattern: "%crlf(%m)", init: { message: "paid" }, text: "paid" },
  { pattern: "%crlf(%logger: %m){red}|", init: { loggerName: "shop", message: "a\nb" }, text: "shop: a\x1b[31m_\x1b[0;39mb|" },
  { pattern: "%crlf(%m){nocolour}", init: { message: "a\nb" }, text: "a_b" },
  { pattern: "%crlf(%m)", init: { message: "a\nb", markers: [safe] }, text: "a\nb" },
  { pattern: "%crlf(%m)", init: { message: "a\nb", markers: [new Marker("BANNER").add(safe)] }, text: "a\nb" },
  { pattern: "%crlf(%m)", init: { message: "a\nb", markers: [new Marker("BANNER")] }, text: "a_b" },
] as const;

for (const { pattern, init, text } of cases) {
  test(`${pattern} prints ${JSON.stringify(init.message)}${"markers" in init ? ` marked ${String(init.markers[0])}` : ""} as ${JSON.stringify(text)}`, () => {
    expect(textOf(pattern, init, { words })).toBe(text);
  });
}

test("a project's own CRLFLogConverter, in whatever package, is known without a complaint", () => {
  const { configure } = configured();
  const { statuses } = configure(`
    <configuration>
      <conversionRule conversionWord="crlf" class="com.acme.gateway.config.CRLFLogConverter"/>
      <conversionRule conversionWord="breaks" class="com.acme.gateway.config.GatewayCRLFLogConverter"/>
      <appender name="C" class="ConsoleAppender"><encoder><pattern>%crlf(%m){red} %breaks(%m) %n</pattern></encoder></appender>
      <root><appender-ref ref="C"/></root>
    </configuration>`);

  expect(complaints(statuses)).toEqual([]);
});
