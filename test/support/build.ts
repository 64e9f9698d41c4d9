import { conversionWords } from "../../src/builtins.js";
import { buildComponent } from "../../src/config/build-component.js";
import type { ConfigurationDraft } from "../../src/config/draft.js";
import { elementsFromCode, type ComponentSettings } from "../../src/config/from-code.js";
import { PropertyScope } from "../../src/config/property-scope.js";
import { ConfigurationReading } from "../../src/config/reading.js";
import type { ComponentDefinition, ServiceKey } from "../../src/core/component.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import { ComponentRegistry } from "../../src/core/registry.js";
import { CONVERSION_WORDS } from "../../src/pattern/converter.js";
import { wordMap } from "../../src/pattern/word-map.js";

export interface BuildOptions {
  readonly context?: LoggerContext;
  /** Components that nested elements may name. */
  readonly components?: readonly ComponentDefinition<unknown>[];
  readonly services?: ReadonlyMap<ServiceKey<unknown>, unknown>;
  readonly name?: string;
  readonly baseDir?: string;
  /** What the rest of the configuration says. */
  readonly draft?: Partial<Pick<ConfigurationDraft, "named" | "neutralise" | "sequenceNumbers">>;
}

const DEFAULT_SERVICES: ReadonlyMap<ServiceKey<unknown>, unknown> = new Map([[CONVERSION_WORDS, wordMap(conversionWords)]]);

/** Builds a component as a configuration would, from its properties by name. Statuses read `LEVEL message`. */
export function buildFrom<T>(
  definition: ComponentDefinition<T>,
  properties: ComponentSettings,
  { context = new LoggerContext(), components = [], services = DEFAULT_SERVICES, name = "TEST", baseDir = process.cwd(), draft = {} }: BuildOptions = {},
): { readonly built: T | undefined; readonly statuses: readonly string[] } {
  const registry = new ComponentRegistry(components);
  const scope = new PropertyScope({ context: context.properties, program: new Map(), environment: {}, contextName: () => context.name });
  const reading = new ConfigurationReading({ context, registry, services, file: "<test>", baseDir, resourceDirs: [baseDir], readElements: () => {} }, scope);
  Object.assign(reading.draft, draft);
  const { root } = elementsFromCode({ appenders: { [name]: { class: definition.classNames[0] ?? "", ...properties } } });
  const [element] = root.children;
  if (element === undefined) {
    throw new Error("There is no element to build from.");
  }
  const before = context.statusManager.statuses.length;
  const built = buildComponent(element, definition, { reading, properties: scope, appenderNamed: () => undefined, claimFile: () => undefined }, "test") as T | undefined;
  const statuses = context.statusManager.statuses.slice(before).map(({ level, message }) => `${level} ${message}`);
  return { built, statuses };
}
