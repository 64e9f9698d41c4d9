/**
 * The style of an `HTMLLayout`'s pages.
 *
 * Source: Logback, `ch.qos.logback.core.html.CssBuilder`.
 */
export interface CssBuilder {
  /** HTML for the head of a page: a `style` or `link` element. */
  css(): string;
}

/** Whether a component is one. */
export function isCssBuilder(component: unknown): component is CssBuilder {
  return typeof (component as Partial<CssBuilder> | undefined)?.css === "function";
}
