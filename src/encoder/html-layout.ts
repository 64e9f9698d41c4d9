import { componentProperty, defineComponent, stringProperty, type ComponentDefinition, type ComponentEnvironment } from "../core/component.js";
import type { Layout } from "../core/encoder.js";
import type { LoggingEvent } from "../core/logging-event.js";
import { compileColumns } from "../pattern/compiler.js";
import { compileDateFormat } from "../util/date-format.js";
import { PATTERN_PROPERTIES, patternOptionsFor } from "./compile-property.js";
import { isCssBuilder, type CssBuilder } from "./css-builder.js";
import { DefaultCssBuilder } from "./default-css-builder.js";
import { DefaultThrowableRenderer } from "./default-throwable-renderer.js";
import { htmlColumns, type HtmlColumn } from "./html-columns.js";
import { escapeMarkup } from "./markup.js";
import { isThrowableRenderer, type ThrowableRenderer } from "./throwable-renderer.js";

const DEFAULT_PATTERN = "%date%thread%level%logger%mdc%msg";
const DEFAULT_TITLE = "Logback Log Messages";
/** Browsers show a table when they have all of it. */
const ROWS_A_TABLE = 10_000;
/** As Java prints a date. */
const SESSION_START = "EEE MMM dd HH:mm:ss zzz yyyy";

/** What an {@link HTMLLayout} is made of. */
export interface HTMLLayoutOptions {
  readonly columns: readonly HtmlColumn[];
  readonly title?: string;
  readonly cssBuilder?: CssBuilder;
  readonly throwableRenderer?: ThrowableRenderer;
  /** Tells when the session began. */
  readonly clock?: { now(): number };
}

/**
 * Prints events as rows of tables in one page of HTML. Whatever was logged stays text: all of it is escaped.
 *
 * Source: Logback manual, "Layouts", HTMLLayout; `ch.qos.logback.classic.html.HTMLLayout`.
 */
export class HTMLLayout implements Layout {
  readonly title: string;
  readonly #columns: readonly HtmlColumn[];
  readonly #headings: string;
  readonly #css: CssBuilder;
  readonly #throwables: ThrowableRenderer;
  readonly #clock: { now(): number };
  #rows = 0;

  constructor({ columns, title = DEFAULT_TITLE, cssBuilder = new DefaultCssBuilder(), throwableRenderer = new DefaultThrowableRenderer(), clock = Date }: HTMLLayoutOptions) {
    this.title = title;
    this.#columns = columns.map(({ name, convert }) => ({ name: escapeMarkup(name), convert }));
    this.#headings = `<tr class="header">\n${this.#columns.map(({ name }) => cell(name, name)).join("")}</tr>\n`;
    this.#css = cssBuilder;
    this.#throwables = throwableRenderer;
    this.#clock = clock;
  }

  fileHeader(): string {
    const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">';
    return `${doctype}\n<html>\n  <head>\n    <title>${escapeMarkup(this.title)}</title>\n${this.#css.css()}\n  </head>\n<body>\n`;
  }

  presentationHeader(): string {
    const start = compileDateFormat(SESSION_START).format(this.#clock.now());
    return `<hr/>\n<p>Log session start time ${start}</p><p></p>\n\n<table cellspacing="0">\n${this.#headings}`;
  }

  doLayout(event: LoggingEvent): string {
    const table = this.#newTable();
    const parity = this.#rows++ % 2 === 0 ? "even" : "odd";
    const cells = this.#columns.map(({ name, convert }) => cell(name, escapeMarkup(convert(event)))).join("");
    const throwable = event.throwableInfo === undefined ? "" : this.#throwables.render(event);
    return `${table}\n<tr class="${event.level.name.toLowerCase()} ${parity}">\n${cells}</tr>\n${throwable}`;
  }

  presentationFooter(): string {
    return "</table>";
  }

  fileFooter(): string {
    return "\n</body></html>";
  }

  /** The end of a table that is full and the beginning of the next; empty while there is room. */
  #newTable(): string {
    if (this.#rows < ROWS_A_TABLE) {
      return "";
    }
    this.#rows = 0;
    return `</table>\n<p></p><table cellspacing="0">\n${this.#headings}`;
  }
}

function cell(name: string, content: string): string {
  return `<td class="${name}">${content}</td>\n`;
}

/**
 * `<layout class="ch.qos.logback.classic.html.HTMLLayout">`
 *
 * - `<pattern>`: one column a conversion word, nothing between them; `%date%thread%level%logger%mdc%msg` unless given.
 * - `<title>`: of the page.
 * - `<cssBuilder class="...">`: `DefaultCssBuilder`, which is the default, or `UrlCssBuilder` with a `<url>`.
 * - `<throwableRenderer class="...">`: `DefaultThrowableRenderer`, which is the default, or `NOPThrowableRenderer`.
 * - `<neutralise>`: whether control characters of logged data are escaped; as `<configuration>` says unless given.
 *
 * Statuses for mistakes in the pattern, with their place. A pattern that cannot be read gives rows without columns, as in Logback.
 * Status ERROR for a component that is none of these: the default is used.
 */
export const htmlLayout: ComponentDefinition<Layout> = defineComponent({
  kind: "layout",
  classNames: ["ch.qos.logback.classic.html.HTMLLayout"],
  properties: {
    pattern: stringProperty({ fallback: DEFAULT_PATTERN }),
    title: stringProperty({ fallback: DEFAULT_TITLE }),
    cssBuilder: componentProperty<unknown>("value", { defaultClassName: "ch.qos.logback.classic.html.DefaultCssBuilder" }),
    throwableRenderer: componentProperty<unknown>("value", { defaultClassName: "ch.qos.logback.classic.html.DefaultThrowableRenderer" }),
    neutralise: PATTERN_PROPERTIES.neutralise,
  },
  create: ({ pattern, title, cssBuilder, throwableRenderer, neutralise }, environment) => {
    const { context } = environment;
    const { columns, needsNanos } = compileColumns(pattern === "" ? DEFAULT_PATTERN : pattern, patternOptionsFor(neutralise, environment));
    context.fineClock ||= needsNanos;
    return new HTMLLayout({
      columns: htmlColumns(columns, new Set(environment.named("converter").keys())),
      title,
      cssBuilder: expected(cssBuilder, isCssBuilder, "cssBuilder", environment) ?? new DefaultCssBuilder(),
      throwableRenderer:
        expected(throwableRenderer, isThrowableRenderer, "throwableRenderer", environment) ?? new DefaultThrowableRenderer({ neutralise: neutralise ?? environment.neutralise }),
      clock: context.clock,
    });
  },
});

function expected<T>(component: unknown, isOne: (component: unknown) => component is T, property: string, environment: ComponentEnvironment): T | undefined {
  if (component === undefined || isOne(component)) {
    return component;
  }
  environment.reportOn(property).error(`This component cannot be a <${property}>; the default is used.`);
  return undefined;
}
