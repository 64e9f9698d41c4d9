import { defineComponent, stringProperty, type ComponentDefinition } from "../core/component.js";
import type { CssBuilder } from "./css-builder.js";
import { escapeMarkup } from "./markup.js";

const DEFAULT_URL = "http://logback.qos.ch/css/classic.css";

/**
 * Links to a style sheet.
 *
 * Source: Logback, `ch.qos.logback.classic.html.UrlCssBuilder`.
 */
export class UrlCssBuilder implements CssBuilder {
  readonly url: string;

  constructor(url: string = DEFAULT_URL) {
    this.url = url;
  }

  css(): string {
    return `<link REL=StyleSheet HREF="${escapeMarkup(this.url)}" TITLE="Basic" />`;
  }
}

/**
 * `<cssBuilder class="ch.qos.logback.classic.html.UrlCssBuilder">`
 *
 * - `<url>`: of the style sheet; Logback's own unless given.
 */
export const urlCssBuilder: ComponentDefinition<CssBuilder> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.classic.html.UrlCssBuilder"],
  properties: { url: stringProperty({ fallback: DEFAULT_URL }) },
  create: ({ url }) => new UrlCssBuilder(url),
});
