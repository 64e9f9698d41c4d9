import type { Conversion } from "./conversion.js";
import { encoderOf, layoutEncoder, migratedPattern, patternEncoder, remarkLeftovers } from "./encoders.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";

/** What Log4j 2 prints without a pattern. */
const DEFAULT_PATTERN = "%m%n";

const OTHERS = new Map<string, (charset: string | undefined) => XmlPart>([
  ["ecslayout", () => encoderOf("co.elastic.logging.logback.EcsEncoder")],
  ["htmllayout", (charset) => layoutEncoder("ch.qos.logback.classic.html.HTMLLayout", charset)],
  ["jsonlayout", () => encoderOf("net.logstash.logback.encoder.LogstashEncoder")],
  ["jsontemplatelayout", () => encoderOf("net.logstash.logback.encoder.LogstashEncoder")],
]);

/** The pattern of an appender of Log4j 2 in Logback's words; `undefined` where its layout has none. */
export function patternOfLog4j2(appender: OldComponent, conversion: Conversion): string | undefined {
  const layout = layoutOf(appender);
  if (layout !== undefined && layout.kind.toLowerCase() !== "patternlayout") {
    return undefined;
  }
  const child = layout?.children.find(({ kind }) => kind.toLowerCase() === "pattern");
  const line = child?.line ?? layout?.lineOf("pattern") ?? appender.line;
  const written = layout?.takeUntrimmed("pattern") ?? child?.takeUntrimmed("value") ?? child?.text;
  return migratedPattern(written === undefined || written === "" ? DEFAULT_PATTERN : written, "Log4j 2", line, conversion);
}

/** The encoder for the layout of an appender of Log4j 2. */
export function log4j2Encoder(appender: OldComponent, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const layout = layoutOf(appender);
  const charset = layout?.take("charset");
  const pattern = patternOfLog4j2(appender, conversion);
  const other = layout === undefined ? undefined : OTHERS.get(layout.kind.toLowerCase());
  if (layout !== undefined) {
    for (const name of ["alwaysWriteExceptions", "disableAnsi", "noConsoleNoAnsi"]) {
      layout.take(name);
    }
    if (pattern === undefined) {
      remarks.note(layout.line, other === undefined ? `<${layout.className}> of appender [${appender.name}] is not carried over; its messages are printed.` : `<${layout.className}> of appender [${appender.name}] becomes the encoder of Logback that comes next to it; compare what it prints.`);
    }
    remarkLeftovers(layout, `the layout of appender [${appender.name}]`, remarks);
  }
  return pattern === undefined && other !== undefined ? other(charset) : patternEncoder(pattern ?? "%msg%n", charset);
}

function layoutOf(appender: OldComponent): OldComponent | undefined {
  return appender.children.find(({ kind }) => kind.toLowerCase().endsWith("layout"));
}
