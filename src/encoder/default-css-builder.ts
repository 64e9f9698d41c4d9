import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { CssBuilder } from "./css-builder.js";

/** Byte for byte what Logback's pages have. */
const STYLE = `<style  type="text/css">
table { margin-left: 2em; margin-right: 2em; border-left: 2px solid #AAA; }
TR.even { background: #FFFFFF; }
TR.odd { background: #EAEAEA; }
TR.warn TD.Level, TR.error TD.Level, TR.fatal TD.Level {font-weight: bold; color: #FF4040 }
TD { padding-right: 1ex; padding-left: 1ex; border-right: 2px solid #AAA; }
TD.Time, TD.Date { text-align: right; font-family: courier, monospace; font-size: smaller; }
TD.Thread { text-align: left; }
TD.Level { text-align: right; }
TD.Logger { text-align: left; }
TR.header { background: #596ED5; color: #FFF; font-weight: bold; font-size: larger; }
TD.Exception { background: #A2AEE8; font-family: courier, monospace;}
</style>
`;

/**
 * Writes the style into the page.
 *
 * Source: Logback, `ch.qos.logback.classic.html.DefaultCssBuilder`.
 */
export class DefaultCssBuilder implements CssBuilder {
  css(): string {
    return STYLE;
  }
}

/** `<cssBuilder class="ch.qos.logback.classic.html.DefaultCssBuilder"/>` */
export const defaultCssBuilder: ComponentDefinition<CssBuilder> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.classic.html.DefaultCssBuilder"],
  properties: {},
  create: () => new DefaultCssBuilder(),
});
