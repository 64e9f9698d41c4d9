import type { ExplainedDelivery, ExplainedEvent, ExplainedReply } from "../config/explain/event.js";
import { formatPosition, type SourcePosition } from "../core/status.js";
import { neutralise } from "../util/neutralise.js";
import type { Paint } from "./paint.js";

/** What `logback explain <file> <logger>` prints: the outcome first, then what decided it. */
export function printEvent(event: ExplainedEvent, paint: Paint): string {
  const lines = [headline(event, paint), "", ...event.turboFilters.map((reply) => `  turbo filter  ${replyInWords(reply)}`), levelLine(event, paint), ...additivityLine(event), ...event.appenders.flatMap((delivery) => ["", ...printDelivery(delivery, paint)])];
  return `${lines.join("\n")}\n`;
}

function headline({ level, loggerName, isEnabled, appenders }: ExplainedEvent, { bold, green, red, yellow }: Paint): string {
  const what = bold(`${level} of ${neutralise(loggerName)}`);
  const last = appenders.filter(({ example, isPrinted }) => isPrinted && example !== undefined).length;
  if (!isEnabled) {
    return `${what} ${red("is not logged")}`;
  }
  if (appenders.length === 0) {
    return `${what} ${yellow("goes nowhere: no appender is on its way")}`;
  }
  return `${what} ${last === 0 ? yellow("is printed by no appender") : green(`is printed by ${last} ${last === 1 ? "appender" : "appenders"}`)}`;
}

function levelLine({ level, effectiveLevel, levelFrom, levelPosition, loggerName }: ExplainedEvent, { faint }: Paint): string {
  const owner = levelFrom === loggerName ? "its own" : `that of ${neutralise(levelFrom)}`;
  const place = levelPosition === undefined ? (levelFrom === "ROOT" ? faint(" (the default)") : "") : at(levelPosition, faint);
  return `  level         ${effectiveLevel}, ${owner}${place}${level === effectiveLevel ? "" : `: ${level} is ${isAtLeast(level, effectiveLevel) ? "above" : "below"} it`}`;
}

function additivityLine({ stoppedAt }: ExplainedEvent): string[] {
  return stoppedAt === undefined ? [] : [`  additivity    false on ${neutralise(stoppedAt)}: appenders of the loggers above do not get it`];
}

function printDelivery({ name, from, position, isPrinted, trouble, filters, example }: ExplainedDelivery, { green, red, faint, asItComes }: Paint): string[] {
  const mark = isPrinted ? green("yes") : red("no ");
  const via = faint(` by the reference in ${neutralise(from)}${position === undefined ? "" : `, defined in ${formatPosition(position)}`}`);
  return [
    `  ${mark} ${neutralise(`[${name}]`)}${via}`,
    ...filters.map((reply) => `      filter ${replyInWords(reply)}${reply.position === undefined ? "" : at(reply.position, faint)}`),
    ...(trouble === undefined ? [] : [`      does not start: ${trouble}`]),
    ...(example === undefined ? [] : example.split(/\r?\n/).map((line) => `      ${asItComes(line)}`)),
  ];
}

function replyInWords({ className, reply }: ExplainedReply): string {
  return `${className} says ${reply}`;
}

function at(position: SourcePosition, faint: Paint["faint"]): string {
  return faint(` (${formatPosition(position)})`);
}

function isAtLeast(level: string, threshold: string): boolean {
  const order = ["ALL", "TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"];
  return order.indexOf(level) >= order.indexOf(threshold);
}
