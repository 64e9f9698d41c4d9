import type { Level } from "../core/level.js";
import { formatDuration } from "../util/duration.js";
import type { ComponentDescription } from "./draft.js";
import { change, elementChanges } from "./element-changes.js";
import type { ElementDescription } from "./element-description.js";
import { unnamedLogger, type AppenderSnapshot, type ConfigurationSnapshot } from "./snapshot.js";

/** So many are told; the rest is counted. */
const MOST_CHANGES = 50;

/**
 * What a new configuration changes, one short sentence each: `level of com.acme: INFO -> DEBUG`.
 *
 * @param levelNow - The level that a logger has before the change, set by the configuration or at run time.
 */
export function changesBetween(before: ConfigurationSnapshot, after: ConfigurationSnapshot, levelNow: (logger: string) => Level | undefined): string[] {
  const changes = [...loggerChanges(before, after, levelNow), ...appenderChanges(before.appenders, after.appenders), ...componentChanges(before.components, after.components), ...otherChanges(before, after)];
  const more = changes.length - MOST_CHANGES;
  return more > 0 ? [...changes.slice(0, MOST_CHANGES), `and ${more} more changes`] : changes;
}

function loggerChanges(before: ConfigurationSnapshot, after: ConfigurationSnapshot, levelNow: (logger: string) => Level | undefined): string[] {
  const names = new Set([...before.loggers.keys(), ...after.loggers.keys()]);
  return [...names].flatMap((name) => {
    const from = before.loggers.get(name) ?? unnamedLogger(name);
    const to = after.loggers.get(name) ?? unnamedLogger(name);
    const changes: string[] = [];
    if (from.level !== to.level) {
      const now = levelNow(name)?.name;
      const replaced = now === undefined || now === from.level ? "" : `, in place of ${now}, which was set at run time`;
      changes.push(`level of ${name}: ${from.level} -> ${to.level}${replaced}`);
    }
    if (from.additive !== to.additive) {
      changes.push(`additivity of ${name}: ${from.additive} -> ${to.additive}`);
    }
    if (from.appenders.join() !== to.appenders.join()) {
      changes.push(`appenders of ${name}: ${listed(from.appenders)} -> ${listed(to.appenders)}`);
    }
    return changes;
  });
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

function appenderChanges(before: ReadonlyMap<string, AppenderSnapshot>, after: ReadonlyMap<string, AppenderSnapshot>): string[] {
  const gone = new Map([...before].filter(([name]) => !after.has(name)));
  const changes: string[] = [];
  for (const [name, { description, adopted, isStarted }] of after) {
    const old = before.get(name);
    const end = isStarted ? "restarted" : "not started";
    if (old === undefined) {
      const former = formerName(description, gone);
      if (former !== undefined) {
        gone.delete(former);
      }
      changes.push(former === undefined ? `appender ${name}: added${isStarted ? "" : ", not started"}` : `appender ${former}: renamed to ${name}, ${end}`);
    } else if (!adopted) {
      const differences = old.description !== undefined && description !== undefined ? elementChanges(old.description, description) : [];
      // One that could not be started is tried again each time, which alone is no change.
      if (differences.length > 0 || isStarted || old.isStarted) {
        changes.push(`appender ${name}: ${[...differences, end].join(", ")}`);
      }
    }
  }
  return [...changes, ...[...gone.keys()].map((name) => `appender ${name}: removed, stopped`)];
}

/** The appender that is gone and was the same but for its name. */
function formerName(description: ElementDescription | undefined, gone: ReadonlyMap<string, AppenderSnapshot>): string | undefined {
  const withoutName = (described: ElementDescription | undefined): string => JSON.stringify({ ...described, attributes: described?.attributes.filter(([name]) => name !== "name") });
  return description === undefined ? undefined : [...gone].find(([, { description: old }]) => old !== undefined && withoutName(old) === withoutName(description))?.[0];
}

/** Components of a kind are compared in their order: there is nothing else to tell them by. */
function componentChanges(before: readonly ComponentDescription[], after: readonly ComponentDescription[]): string[] {
  const kinds = new Set([...before, ...after].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const from = before.filter((one) => one.kind === kind);
    const to = after.filter((one) => one.kind === kind);
    return Array.from({ length: Math.max(from.length, to.length) }, (_, index) => pairChanges(from[index]?.element, to[index]?.element)).flat();
  });
}

function pairChanges(before: ElementDescription | undefined, after: ElementDescription | undefined): string[] {
  const name = labelOf(after ?? before);
  if (before === undefined || after === undefined) {
    return [`${name}: ${before === undefined ? "added" : "removed"}`];
  }
  const differences = elementChanges(before, after);
  return differences.length === 0 ? [] : [`${name}: ${differences.join(", ")}`];
}

/** `turboFilter MarkerFilter`, `evaluator isError`. */
function labelOf(element: ElementDescription | undefined): string {
  const attribute = (name: string): string | undefined => element?.attributes.find(([key]) => key === name)?.[1];
  const label = attribute("name") ?? attribute("conversionWord") ?? attribute("class") ?? "";
  return `${element?.name ?? ""} ${label.slice(label.lastIndexOf(".") + 1)}`.trimEnd();
}

function otherChanges(before: ConfigurationSnapshot, after: ConfigurationSnapshot): string[] {
  const keys = new Set([...before.properties.keys(), ...after.properties.keys()]);
  const properties = [...keys].filter((key) => before.properties.get(key) !== after.properties.get(key)).map((key) => `property ${change(key, before.properties.get(key), after.properties.get(key))}`);
  const period = (milliseconds: number | undefined): string => (milliseconds === undefined ? "off" : formatDuration(milliseconds));
  return [
    ...properties,
    ...(before.contextName === after.contextName ? [] : [change("context name", before.contextName, after.contextName)]),
    ...(before.scanPeriodMs === after.scanPeriodMs ? [] : [`scan period: ${period(before.scanPeriodMs)} -> ${period(after.scanPeriodMs)}`]),
    ...(before.neutralise === after.neutralise ? [] : [`neutralise: ${before.neutralise} -> ${after.neutralise}`]),
  ];
}
