import type { Conversion } from "./conversion.js";
import { encoderOf, layoutEncoder, migratedPattern, patternEncoder, remarkLeftovers } from "./encoders.js";
import type { OldComponent } from "./old-component.js";
import { replacing, WITHOUT_ANSI } from "./pattern-words.js";
import type { XmlPart } from "./print-xml.js";

/** What Log4j 2 prints without a pattern. */
const DEFAULT_PATTERN = "%m%n";

const OTHERS = new Map<string, (charset: string | undefined) => XmlPart>([
  ["ecslayout", () => encoderOf("co.elastic.logging.logback.EcsEncoder")],
  ["htmllayout", (charset) => layoutEncoder("ch.qos.logback.classic.html.HTMLLayout", charset)],
  ["jsonlayout", () => encoderOf("net.logstash.logback.encoder.LogstashEncoder")],
  ["jsontemplatelayout", () => encoderOf("net.logstash.logback.encoder.LogstashEncoder")],
]);

const COLOURS = /(?<=(?:^|[^\\])(?:\\\\)*)%[-.\d]*(?:highlight|gray|black|red|green|yellow|blue|magenta|cyan|white|bold[A-Z]\w+)\(/;

/** What prints the stack trace, or keeps it away. */
const EXCEPTION = /(?<=(?:^|[^\\])(?:\\\\)*)%[-.\d]*(?:ex|xEx|rEx|nopex)(?![A-Za-z])/;

/** The pattern of an appender of Log4j 2 in Logback's words; `undefined` where its layout has none. */
export function patternOfLog4j2(appender: OldComponent, conversion: Conversion): string | undefined {
  const { remarks } = conversion;
  const layout = layoutOf(appender);
  if (layout !== undefined && layout.kind.toLowerCase() !== "patternlayout") {
    return undefined;
  }
  const find = (kind: RegExp): OldComponent | undefined => layout?.children.find((one) => kind.test(one.kind));
  const [child, replace, selector] = [find(/^pattern$/i), find(/^replace$/i), find(/PatternSelector$/i)];
  for (const { line, className } of layout?.children.filter((one) => one !== child && one !== replace) ?? []) {
    remarks.warn(line, `<${className}> in the layout of appender [${appender.name}] is not carried over${/selector$/i.test(className) ? "; its defaultPattern is taken for all" : ""}.`);
  }
  const line = selector?.line ?? child?.line ?? layout?.lineOf("pattern") ?? appender.line;
  const written = selector?.takeUntrimmed("defaultPattern") ?? layout?.takeUntrimmed("pattern") ?? child?.takeUntrimmed("value") ?? child?.text;
  const dialect = layout?.takeBoolean("disableAnsi", false) === true ? WITHOUT_ANSI : "Log4j 2";
  const pattern = migratedPattern(written === undefined || written === "" ? DEFAULT_PATTERN : written, dialect, line, conversion);
  const hasExceptions = EXCEPTION.test(pattern);
  if (layout?.takeBoolean("alwaysWriteExceptions", true) === false && !hasExceptions) {
    return replaced(`${pattern}%nopex`, replace);
  }
  // What a group replaces holds for the stack trace, too, which Log4j 2 writes behind the pattern.
  return replaced(replace === undefined || hasExceptions ? pattern : `${pattern}%ex`, replace);
}

/** `<Replace>` changes the whole text. */
function replaced(pattern: string, replace: OldComponent | undefined): string {
  return replace === undefined ? pattern : `%${replacing(pattern, replace.takeUntrimmed("regex") ?? "", replace.takeUntrimmed("replacement") ?? "")}`;
}

/** The encoder for the layout of an appender of Log4j 2. */
export function log4j2Encoder(appender: OldComponent, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const layout = layoutOf(appender);
  const charset = layout?.take("charset")?.replace(/^\$\{([^${}:]+)\}$/, (reference, name: string) => (conversion.variables.has(name) ? reference : `\${${name}:-UTF-8}`));
  const pattern = patternOfLog4j2(appender, conversion);
  const other = layout === undefined ? undefined : OTHERS.get(layout.kind.toLowerCase());
  if (layout !== undefined) {
    layout.take("alwaysWriteExceptions");
    if (layout.takeBoolean("noConsoleNoAnsi", false) && pattern !== undefined && COLOURS.test(pattern)) {
      remarks.warn(layout.line, `noConsoleNoAnsi of appender [${appender.name}] is not carried over: the colours are printed without a terminal, too.`);
    }
    if (pattern === undefined) {
      if (other === undefined) {
        remarks.warn(layout.line, `<${layout.className}> of appender [${appender.name}] is not carried over; its messages are printed.`);
      } else {
        remarks.note(layout.line, `<${layout.className}> of appender [${appender.name}] becomes the encoder of Logback that comes next to it; compare what it prints.`);
      }
    }
    remarkLeftovers(layout, `the layout of appender [${appender.name}]`, remarks);
  }
  return pattern === undefined && other !== undefined ? other(charset) : patternEncoder(pattern ?? "%msg%n", charset);
}

function layoutOf(appender: OldComponent): OldComponent | undefined {
  return appender.children.find(({ kind }) => kind.toLowerCase().endsWith("layout"));
}
