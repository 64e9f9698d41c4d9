import type { Explanation } from "../config/explain/explain.js";
import type { ExplainedAppender } from "../config/explain/appender.js";
import type { ExplainedLogger } from "../config/explain/loggers.js";
import { lastPart } from "../util/last-part.js";
import { neutralise } from "../util/neutralise.js";
import type { Paint } from "./paint.js";

/** Loggers that the file says something of, with the levels and appenders in force. */
export function loggerTree({ loggers }: Explanation, paint: Paint): string[] {
  const width = Math.max(...loggers.map(({ name }) => name.length));
  return loggers.map((logger) => {
    const inherited = logger.levelFrom === logger.name ? logger.effectiveLevel : paint.faint(logger.effectiveLevel);
    return `${neutralise(logger.name).padEnd(width)}  ${inherited}${" ".repeat(5 - logger.effectiveLevel.length)}  ${reachInWords(logger, paint)}`;
  });
}

/** Appenders in use, each with where its lines go. */
export function appendersInShort({ appenders }: Explanation, paint: Paint): string[] {
  const width = Math.max(0, ...appenders.map(({ name }) => name.length + 2));
  return appenders.map((appender) => `${neutralise(`[${appender.name}]`).padEnd(width)}  ${lastPart(appender.className)}${paint.faint(destinationOf(appender))}`);
}

/** `[CONSOLE], [FILE] of ROOT`, nearest first. */
export function reachInWords({ name, appenders }: ExplainedLogger, paint: Paint): string {
  const words = appenders.map(({ name: appender, from }) => neutralise(`[${appender}]`) + (from === name ? "" : paint.faint(` of ${neutralise(from)}`)));
  return words.length === 0 ? paint.faint("nowhere") : words.join(", ");
}

function destinationOf({ files, behind }: ExplainedAppender): string {
  const places = [...behind.map((name) => `[${name}]`), ...files];
  return places.length === 0 ? "" : `  ${neutralise(places.join(", "))}`;
}
