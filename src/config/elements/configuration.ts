import { OnConsoleStatusListener, STATUS_OUTPUT } from "../../core/status-listeners/on-console-status-listener.js";
import { DURATION_EXPECTED, parseDuration } from "../../util/duration.js";
import { findAttribute, type ConfigurationReading } from "../reading.js";
import { usesSpringDialect, useSpringDialect } from "../spring/dialect.js";
import type { XmlElement } from "../xml/parse.js";

const ATTRIBUTES: readonly string[] = ["debug", "scan", "scanPeriod", "packagingData", "neutralise"];
const DEFAULT_SCAN_PERIOD_MS = 60_000;
const PART = " It is a part of a configuration: the file that has <include> for it is the one to read.";

/**
 * `<configuration debug="false" scan="true" scanPeriod="30 seconds">`, the root of every file.
 *
 * - `debug`: `true` prints every status.
 * - `scan`: `true` reads the file again when it changed. WARN for a word that is neither `true` nor `false`, which counts as `false`.
 * - `scanPeriod`: time between two looks, one minute unless given; a change that the system announces is seen at once.
 * - `packagingData`: taken and ignored, there are no jars here.
 * - `neutralise`: `true` escapes control characters in everything that comes from data.
 *
 * Source: Logback manual, "Configuration", configuration element. `neutralise` is this library's own.
 *
 * @returns False when the root is another element, so that the file is no configuration at all.
 */
export function readConfiguration(root: XmlElement, reading: ConfigurationReading): boolean {
  const origin = "configuration";
  if (root.name.toLowerCase() !== "configuration") {
    reading.report(root.name, root.position).error(`Expected <configuration> as the root element, got <${root.name}>; nothing of this file is used.${root.name === "included" ? PART : ""}`);
    return false;
  }
  reading.checkAttributes(root, ATTRIBUTES, origin);
  if (isOn(reading.attribute(root, "debug", origin))) {
    const output = reading.service(STATUS_OUTPUT);
    if (output !== undefined) {
      reading.draft.statusListeners.push(new OnConsoleStatusListener(output.stdout));
    }
  }
  reading.draft.neutralise = isTrue("neutralise", reading.attribute(root, "neutralise", origin), root, reading);
  readScan(root, reading);
  if (usesSpringDialect(root.children)) {
    useSpringDialect(reading);
  }
  reading.readChildren(root.children, origin);
  reading.readLate();
  return true;
}

/** Sets how often the files are looked at. @param root - Its tag is enough. */
export function readScan(root: XmlElement, reading: ConfigurationReading): void {
  const origin = "configuration";
  // As in Logback, variables are not replaced in this attribute.
  if (!isTrue("scan", findAttribute(root, "scan")?.value, root, reading)) {
    return;
  }
  const text = reading.attribute(root, "scanPeriod", origin);
  const report = reading.report(origin, findAttribute(root, "scanPeriod")?.position ?? root.position);
  const period = text === undefined || text.trim() === "" ? { millis: DEFAULT_SCAN_PERIOD_MS } : parseDuration(text);
  if (period === undefined || period.millis <= 0) {
    report.error(`"${text ?? ""}" is no time between two looks: expected ${DURATION_EXPECTED}. One minute is used.`);
  } else if (period.secondsFromS === true) {
    report.warn(`"${text ?? ""}" is read as seconds; Logback would read milliseconds. Write "seconds" in full.`);
  }
  reading.draft.scanPeriodMs = period === undefined || period.millis <= 0 ? DEFAULT_SCAN_PERIOD_MS : period.millis;
}

/** Logback takes every word but `false` and `null` for a yes here. */
function isOn(text: string | undefined): boolean {
  return text !== undefined && !["", "false", "null"].includes(text.trim().toLowerCase());
}

/** Whether an attribute is on; Logback takes every word but `true` for a no, without saying so. */
function isTrue(name: string, text: string | undefined, root: XmlElement, reading: ConfigurationReading): boolean {
  const word = text?.trim().toLowerCase();
  if (word !== undefined && word !== "true" && word !== "false") {
    const why = word.includes("${") ? ", for variables are not replaced here" : "";
    reading.report("configuration", findAttribute(root, name)?.position ?? root.position).warn(`${name}="${text ?? ""}" is neither true nor false${why}; false is used.`);
  }
  return word === "true";
}
