import type { Conversion } from "./conversion.js";
import { layoutEncoder, migratedPattern, patternEncoder, remarkLeftovers } from "./encoders.js";
import type { OldComponent } from "./old-component.js";
import type { XmlPart } from "./print-xml.js";
import type { Remarks } from "./remark.js";

const LOG4J = "org.apache.log4j.";
/** What Log4j prints without a pattern. */
const DEFAULT_PATTERN = "%m%n";

/** The pattern of a layout of Log4j 1 in Logback's words; `undefined` where it is no layout by a pattern. */
export function patternOfLog4jLayout(layout: OldComponent | undefined, conversion: Conversion): string | undefined {
  switch (layout?.className.replace(LOG4J, "")) {
    case "PatternLayout":
    case "EnhancedPatternLayout": {
      const line = layout.lineOf("conversionPattern");
      return migratedPattern(layout.takeUntrimmed("conversionPattern") ?? DEFAULT_PATTERN, "Log4j", line, conversion);
    }
    case "SimpleLayout":
      return "%level - %msg%n";
    case "TTCCLayout":
      return ttcc(layout);
    default:
      return undefined;
  }
}

/** The encoder for a layout of Log4j 1. */
export function log4jEncoder(appender: OldComponent, charset: string | undefined, conversion: Conversion): XmlPart {
  const { remarks } = conversion;
  const layout = appender.children.find(({ kind }) => kind === "layout");
  const pattern = patternOfLog4jLayout(layout, conversion);
  const encoder = pattern === undefined ? otherEncoder(appender, layout, charset, remarks) : patternEncoder(pattern, charset);
  if (layout !== undefined) {
    remarkLeftovers(layout, `the layout of appender [${appender.name}]`, remarks);
  }
  return encoder;
}

function otherEncoder(appender: OldComponent, layout: OldComponent | undefined, charset: string | undefined, remarks: Remarks): XmlPart {
  const name = layout?.className.replace(LOG4J, "");
  if (name === "HTMLLayout") {
    return layoutEncoder("ch.qos.logback.classic.html.HTMLLayout", charset);
  }
  if (name === "xml.XMLLayout") {
    return layoutEncoder("ch.qos.logback.classic.log4j.XMLLayout", charset);
  }
  const what = layout === undefined ? "has no layout" : `has the layout ${layout.className}, which is not carried over`;
  remarks.warn(layout?.line ?? appender.line, `Appender [${appender.name}] ${what}; Log4j's pattern ${DEFAULT_PATTERN} is taken.`);
  return patternEncoder("%msg%n", charset);
}

function ttcc(layout: OldComponent): string {
  const format = layout.takeResolved("dateFormat") ?? "RELATIVE";
  const time = { RELATIVE: "%relative ", NULL: "", ABSOLUTE: '%d{"HH:mm:ss,SSS"} ', DATE: '%d{"dd MMM yyyy HH:mm:ss,SSS"} ', ISO8601: "%d " }[format.toUpperCase()] ?? `%d{"${format}"} `;
  const thread = layout.takeBoolean("threadPrinting", true) ? "[%thread] " : "";
  const logger = layout.takeBoolean("categoryPrefixing", true) ? "%logger " : "";
  layout.take("contextPrinting");
  return `${time}${thread}%level ${logger}- %msg%n`;
}
