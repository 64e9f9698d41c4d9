import { expect, test } from "vitest";
import type { Layout } from "../../src/core/encoder.js";
import { LayoutWrappingEncoder, layoutWrappingEncoder } from "../../src/encoder/layout-wrapping-encoder.js";
import { patternLayout } from "../../src/encoder/pattern-layout.js";
import { buildFrom } from "../support/build.js";
import { anEvent } from "../support/events.js";

const page: Layout = {
  doLayout: ({ formattedMessage }) => `<p>${formattedMessage}</p>`,
  fileHeader: () => "<html>",
  presentationHeader: () => "<body>",
  presentationFooter: () => "</body>",
  fileFooter: () => "</html>",
};

test("LayoutWrappingEncoder prints its layout's headers, events and footers", () => {
  const encoder = new LayoutWrappingEncoder(page);

  expect([encoder.header(), encoder.encode(anEvent()), encoder.footer()]).toEqual(["<html><body>\n", "<p>started</p>", "</body></html>"]);
});

test("LayoutWrappingEncoder prints no header of a layout that has none", () => {
  const encoder = new LayoutWrappingEncoder({ doLayout: () => "" });

  expect([encoder.header(), encoder.footer()]).toEqual(["", ""]);
});

test("layoutWrappingEncoder builds the layout inside it", () => {
  const properties = { layout: { class: "ch.qos.logback.classic.PatternLayout", pattern: "%level%n" }, charset: "US-ASCII" };
  const { built, statuses } = buildFrom(layoutWrappingEncoder, properties, { components: [patternLayout] });

  expect(built?.encode(anEvent())).toBe("INFO\n");
  expect(built).toMatchObject({ charset: "US-ASCII" });
  expect(statuses).toEqual([]);
});

test("layoutWrappingEncoder without a layout prints nothing and says so", () => {
  const { built, statuses } = buildFrom(layoutWrappingEncoder, {});

  expect([built?.header?.(), built?.encode(anEvent()), built?.footer?.()]).toEqual(["", "", ""]);
  expect(statuses).toEqual(["ERROR No layout is set for the encoder; it prints nothing."]);
});
