import { CATEGORIES, type Category } from "../core/category.js";
import { SUPPRESSED_CATEGORIES, type FrameSuppression, type SuppressedCategories } from "../core/frame-suppression.js";
import { LogProperties } from "../core/log-properties.js";
import type { Level } from "../core/level.js";
import type { Logger } from "../core/logger.js";
import type { LoggerContext } from "../core/logger-context.js";
import type { MdcMap } from "../core/mdc.js";
import type { CategoryRule } from "./category-rule.js";
import { categoryNamed, ownCategoryOf } from "./error-categories.js";

const ORIGIN = { origin: "suppressed categories" };
const DEFAULT_CATEGORIES = "USER_INPUT";
/** Says that nothing is suppressed: a `<property>` in XML cannot have an empty value. */
const NO_CATEGORY = "NONE";

/** What a configuration adds to an {@link ExceptionCategoryFilter}. */
export interface CategorySettings {
  /** For errors without a category of their own; the first that matches counts. */
  readonly rules: readonly CategoryRule[];
  /** Users whose errors keep their frames, as `userId@contextId`. */
  readonly exempted: ReadonlySet<string>;
}

const NO_SETTINGS: CategorySettings = { rules: [], exempted: new Set() };

/** Whether a log call made here and now is logged because somebody traces it. */
export type TracedTest = (logger: Logger, level: Level) => boolean;

/**
 * Leaves out the stack frames of errors whose category is among the suppressed ones, of their causes and suppressed errors
 * too. What is logged, at which level, and what the error is called and says stay; the error itself is not touched.
 *
 * The categories are those of the properties file, else of the context property `com.openexchange.log.suppressedCategories`,
 * else `USER_INPUT`. What operators set at run time holds until one of them says something new. Events that are logged because
 * they are traced keep their frames.
 *
 * Source: Open-Xchange, `com.openexchange.logging.filter.ExceptionCategoryFilter`.
 */
export class ExceptionCategoryFilter implements FrameSuppression, SuppressedCategories {
  readonly #context: LoggerContext;
  readonly #isTraced: TracedTest;
  #settings = NO_SETTINGS;
  #ofFile: string | undefined;
  /** What `#categories` was read from. */
  #text: string | undefined;
  #categories: ReadonlySet<Category> = new Set();
  #revision = 0;

  constructor(context: LoggerContext, isTraced: TracedTest = () => false) {
    this.#context = context;
    this.#isTraced = isTraced;
  }

  get categories(): readonly Category[] {
    this.#context.ensureConfigured();
    return [...this.#inForce()];
  }

  get revision(): number {
    this.#context.ensureConfigured();
    this.#inForce();
    return this.#revision;
  }

  override(categories: readonly string[]): string {
    const names = categories.flatMap((given) => given.split(",").map((name) => name.trim().toUpperCase())).filter((name) => name !== "" && name !== "NULL");
    const wrong = names.find((name) => categoryNamed(name) === undefined);
    if (wrong !== undefined) {
      throw new RangeError(`suppressed categories: expected names of ${CATEGORIES.join(", ")}, got "${wrong}".`);
    }
    this.#context.ensureConfigured();
    // What is configured counts as read: it takes over again when it changes.
    this.#inForce();
    this.#categories = new Set(names.map(categoryNamed).filter((category) => category !== undefined));
    this.#revision++;
    const message = `Setting suppressed Exception Categories to ${[...this.#categories].join(",")}`;
    this.#context.statusManager.info(message, ORIGIN);
    return message;
  }

  /** Says what a configuration has besides; without an argument, that it is not in force any more. */
  use(settings: CategorySettings = NO_SETTINGS): void {
    this.#settings = settings;
  }

  /** @param text - What the properties file says; `undefined` when it says nothing of it. */
  useProperty(text: string | undefined): void {
    this.#ofFile = text;
  }

  hidesFrames(throwable: unknown, logger: Logger, level: Level): boolean {
    if (typeof throwable !== "object" || throwable === null) {
      return false;
    }
    const category = ownCategoryOf(throwable) ?? this.#settings.rules.find((rule) => rule.matches(throwable))?.category;
    return category !== undefined && this.#inForce().has(category) && !this.#isExempted(logger.context.mdc.current) && !this.#isTraced(logger, level);
  }

  #isExempted(mdc: MdcMap): boolean {
    const { exempted } = this.#settings;
    return exempted.size > 0 && exempted.has(`${mdc.get(LogProperties.SESSION_USER_ID) ?? ""}@${mdc.get(LogProperties.SESSION_CONTEXT_ID) ?? ""}`);
  }

  #inForce(): ReadonlySet<Category> {
    const text = this.#ofFile ?? this.#context.getProperty(SUPPRESSED_CATEGORIES) ?? DEFAULT_CATEGORIES;
    if (text !== this.#text) {
      this.#text = text;
      this.#categories = this.#parsed(text);
      this.#revision++;
    }
    return this.#categories;
  }

  #parsed(text: string): ReadonlySet<Category> {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.filter((name) => name !== "" && name !== NO_CATEGORY && categoryNamed(name) === undefined);
    if (unknown.length > 0) {
      this.#context.statusManager.warn(`[${SUPPRESSED_CATEGORIES}]: there is no category ${unknown.map((name) => `"${name}"`).join(", ")}; expected names of ${CATEGORIES.join(", ")}. The others are suppressed.`, ORIGIN);
    }
    return new Set(names.map(categoryNamed).filter((category) => category !== undefined));
  }
}
