import { expect, test } from "vitest";
import { UrlCssBuilder, urlCssBuilder } from "../../src/encoder/url-css-builder.js";
import { buildFrom } from "../support/build.js";

const links = [
  { properties: { url: "style.css" }, href: "style.css" },
  { properties: { url: `a"><b>&` }, href: "a&quot;&gt;&lt;b&gt;&amp;" },
  { properties: {}, href: "http://logback.qos.ch/css/classic.css" },
] as const;

for (const { properties, href } of links) {
  test(`UrlCssBuilder with ${JSON.stringify(properties)} links to ${href}`, () => {
    const link = `<link REL=StyleSheet HREF="${href}" TITLE="Basic" />`;
    const { built, statuses } = buildFrom(urlCssBuilder, properties);

    expect(new UrlCssBuilder("url" in properties ? properties.url : undefined).css()).toBe(link);
    expect(built?.css()).toBe(link);
    expect(statuses).toEqual([]);
  });
}
