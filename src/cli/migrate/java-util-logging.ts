import type { OldConfiguration, OldLogger } from "./old-configuration.js";
import { OldComponent } from "./old-component.js";
import type { PropertyLine } from "./properties-lines.js";
import type { Remarks } from "./remark.js";

const LEVEL = ".level";
const USES_PARENT_HANDLERS = ".useParentHandlers";

/**
 * Reads a configuration of java.util.logging, such as Open-Xchange's `file-logging.properties`. Handlers are the appenders.
 *
 * Source: Java, `java.util.logging.LogManager`.
 */
export function readJavaUtilLogging(lines: ReadonlyMap<string, PropertyLine>, remarks: Remarks): OldConfiguration {
  const handlers = (lines.get("handlers")?.value ?? "").split(/[\s,]+/).filter((name) => name !== "");
  const isOfHandler = (key: string): boolean => handlers.some((handler) => key.startsWith(`${handler}.`)) || /^java\.util\.logging\.\w+(?:Handler|Formatter)\./.test(key);
  const loggers: OldLogger[] = [];
  for (const [key, { value, line }] of lines) {
    if (key === "handlers" || isOfHandler(key)) {
      continue;
    }
    if (!key.endsWith(LEVEL)) {
      if (!key.endsWith(USES_PARENT_HANDLERS) || value.trim().toLowerCase() === "false") {
        remarks.warn(line, `${key} is not carried over.`);
      }
      continue;
    }
    const level = value.trim();
    loggers.push({ name: key.slice(0, -LEVEL.length), level: level === "" || level === "null" ? undefined : level, isAdditive: true, appenders: key === LEVEL ? handlers.map(withoutPackage) : [], line });
  }
  if (!lines.has(LEVEL) && handlers.length > 0) {
    loggers.push({ name: "", level: undefined, isAdditive: true, appenders: handlers.map(withoutPackage), line: lines.get("handlers")?.line ?? 1 });
  }
  return { library: "java.util.logging", isKnownToOpenXchange: true, loggers, appenders: handlers.map((handler) => readHandler(handler, lines)), variables: new Map() };
}

function readHandler(className: string, lines: ReadonlyMap<string, PropertyLine>): OldComponent {
  const prefix = `${className}.`;
  const parameters = [...lines].filter(([key]) => key.startsWith(prefix)).map(([key, { value, line }]) => ({ name: key.slice(prefix.length), value, line }));
  return new OldComponent("handler", { name: withoutPackage(className), className, line: lines.get("handlers")?.line ?? 1, parameters });
}

function withoutPackage(className: string): string {
  return className.slice(className.lastIndexOf(".") + 1);
}
