import { compileDateFormat, type DateFormat } from "../../util/date-format.js";
import type { ElementHandler } from "../element-handler.js";
import { targetOf } from "./scope-attribute.js";

/** The value of `timeReference` for the time at which the context was made. */
const CONTEXT_BIRTH = "contextBirth";

/**
 * `<timestamp key="NOW" datePattern="yyyyMMdd'T'HHmmss" timeReference="contextBirth" timeZone="UTC" scope="context"/>`
 *
 * A property with the time at which the configuration is read, or with `contextBirth` that at which the context was made.
 *
 * Source: Logback manual, "Configuration", timestamp.
 */
export const timestampElement: ElementHandler = {
  names: ["timestamp"],
  isLeaf: true,
  attributes: ["key", "datePattern", "timeReference", "timeZone", "locale", "scope"],
  read: (element, reading, origin) => {
    const report = reading.report(origin, element.position);
    const [key, datePattern, reference, zone, locale] = ["key", "datePattern", "timeReference", "timeZone", "locale"].map((name) => reading.attribute(element, name, origin));
    const missing = [["key", key], ["datePattern", datePattern]].filter(([, value]) => value === undefined || value.trim() === "");
    if (key === undefined || datePattern === undefined || missing.length > 0) {
      report.error(`${missing.map(([name]) => `Attribute named [${name ?? ""}] cannot be empty`).join(". ")}; <timestamp> is ignored.`);
      return;
    }
    let format: DateFormat;
    try {
      format = compileDateFormat(datePattern, { ...(zone === undefined ? {} : { zone }), ...(locale === undefined ? {} : { locale }) });
    } catch (cause) {
      report.error(`The date pattern [${datePattern}] cannot be used; <timestamp> is ignored.`, cause);
      return;
    }
    const { context } = reading;
    const time = reference?.toLowerCase() === CONTEXT_BIRTH.toLowerCase() ? context.birthTime : context.clock.now();
    reading.define(key, format.format(time), targetOf(element, reading, origin));
  },
};
