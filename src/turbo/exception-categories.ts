import { componentsProperty, defineComponent, stringProperty, textProperty, type ComponentDefinition } from "../core/component.js";
import { SUPPRESSED_CATEGORIES } from "../core/frame-suppression.js";
import type { ContextListener, LoggerContext } from "../core/logger-context.js";
import { WATCH_PROPERTIES, type WatchProperties } from "../core/watched-properties.js";
import { CategoryRule } from "./category-rule.js";
import { ExceptionCategoryFilter, type CategorySettings } from "./exception-category-filter.js";

const ORIGIN = { origin: "suppressed categories" };

/** Sets up the {@link ExceptionCategoryFilter} of a logger context while its configuration is in force. */
export class ExceptionCategories implements ContextListener {
  readonly #settings: CategorySettings;
  readonly #propertiesFile: string | undefined;
  readonly #watch: WatchProperties | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(settings: CategorySettings, propertiesFile: string | undefined, watch: WatchProperties | undefined) {
    this.#settings = settings;
    this.#propertiesFile = propertiesFile;
    this.#watch = watch;
  }

  onConfigured(context: LoggerContext): void {
    const filter = filterOf(context);
    const file = this.#propertiesFile;
    filter.use(this.#settings);
    if (file === undefined) {
      return;
    }
    this.#stopWatching = this.#watch?.(file, {
      onProperties: (properties) => {
        filter.useProperty(properties?.get(SUPPRESSED_CATEGORIES));
        if (properties === undefined) {
          context.statusManager.warn(`The properties file [${file}] is not there; it counts as soon as it is.`, ORIGIN);
        }
      },
      onRefused: (reason) => {
        context.statusManager.error(`The properties file [${file}] is not used, and what it said before still holds. ${reason}`, ORIGIN);
      },
    });
  }

  onStopped(context: LoggerContext): void {
    const filter = filterOf(context);
    filter.use();
    filter.useProperty(undefined);
    this.#stopWatching?.();
  }
}

/** The one that the context has, or a new one. */
function filterOf(context: LoggerContext): ExceptionCategoryFilter {
  const { frameSuppression } = context;
  if (frameSuppression instanceof ExceptionCategoryFilter) {
    return frameSuppression;
  }
  const made = new ExceptionCategoryFilter(context);
  context.frameSuppression = made;
  return made;
}

/**
 * `<contextListener class="com.openexchange.logging.filter.ExceptionCategoryFilter">`: whose stack traces have no frames.
 * Without it, the context property `com.openexchange.log.suppressedCategories` counts all the same.
 *
 * - `<propertiesFile>`: a file such as `server.properties`, watched. What it says of
 *   `com.openexchange.log.suppressedCategories` counts before the context property.
 * - `<rule>`: any number; gives a category to errors that have none. See {@link CategoryRule}.
 * - `<includeStackTrace>`: any number, each `userId@contextId`: users whose errors keep their frames.
 *
 * Status WARN while the file is missing and for an `includeStackTrace` of another form; ERROR when the file cannot be read.
 */
export const exceptionCategories: ComponentDefinition<ContextListener> = defineComponent({
  kind: "contextListener",
  classNames: ["com.openexchange.logging.filter.ExceptionCategoryFilter"],
  properties: {
    propertiesFile: stringProperty(),
    rule: componentsProperty<unknown>("value", { defaultClassName: "com.openexchange.logging.filter.CategoryRule" }),
    includeStackTrace: {
      ...textProperty<string>((text, report) => {
        if (/^[1-9]\d*@[1-9]\d*$/.test(text)) {
          return text;
        }
        report.warn(`Expected userId@contextId, two positive numbers, in <includeStackTrace>, got "${text}"; it is ignored.`);
        return undefined;
      }),
      repeatable: true,
      fallback: [] as readonly string[],
    },
  },
  create: ({ propertiesFile, rule, includeStackTrace }, environment) => {
    const { report } = environment;
    const rules = rule.filter((each) => each instanceof CategoryRule);
    if (rules.length < rule.length) {
      report.error("Expected a CategoryRule in <rule>, got a component of another class; it is ignored.");
    }
    const file = propertiesFile === undefined ? undefined : environment.resolvePath(propertiesFile);
    const watch = environment.service(WATCH_PROPERTIES);
    if (file !== undefined && watch === undefined) {
      report.error(`The properties file [${file}] cannot be watched here; it is not read.`);
    }
    return new ExceptionCategories({ rules, exempted: new Set(includeStackTrace) }, file, watch);
  },
});
