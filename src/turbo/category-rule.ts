import { defineComponent, stringProperty, textProperty, type ComponentDefinition } from "../core/component.js";
import { CATEGORIES, type Category } from "../core/category.js";
import { classNamesOf } from "../core/class-names.js";
import { errorName, safeGet } from "../core/safe-access.js";
import { messageOf } from "../core/throwable-info.js";
import { Matcher } from "../evaluator/matcher.js";
import { thrownMessage } from "../util/thrown-message.js";

/** What an error has to be for a {@link CategoryRule}; of what is not given, anything. */
export interface CategoryRuleConditions {
  /** What it calls itself, or a class that it is of. */
  readonly className?: string | undefined;
  readonly code?: string | undefined;
  /** Finds a match in what it says. */
  readonly message?: Matcher | undefined;
}

/** Gives a category to errors that have none of their own. */
export class CategoryRule {
  readonly category: Category;
  readonly #conditions: CategoryRuleConditions;

  constructor(category: Category, conditions: CategoryRuleConditions) {
    this.category = category;
    this.#conditions = conditions;
  }

  /** Throws nothing. */
  matches(error: object): boolean {
    const { className, code, message } = this.#conditions;
    return (
      (className === undefined || errorName(error) === className || classNamesOf(error).includes(className)) &&
      (code === undefined || codeOf(error) === code) &&
      (message === undefined || message.matches(messageOf(error) ?? ""))
    );
  }
}

function codeOf(error: object): string | undefined {
  const code = safeGet(error, "code");
  return typeof code === "string" || typeof code === "number" ? String(code) : undefined;
}

/**
 * `<rule>` of an ExceptionCategoryFilter
 *
 * - `<category>`: such as `USER_INPUT`. Required.
 * - `<className>`, `<code>`, `<message>`: what the error has to be; at least one of them. The class may be one that it
 *   inherits from; the message is a Java regular expression, of which a match is looked for.
 *
 * Status ERROR, and the rule is left out, for a word that is no category, a rule without a condition, or an expression that
 * cannot be used.
 */
export const categoryRule: ComponentDefinition<CategoryRule> = defineComponent({
  kind: "value",
  classNames: ["com.openexchange.logging.filter.CategoryRule"],
  properties: {
    category: textProperty<Category>(
      (text, report) => {
        const category = CATEGORIES.find((name) => name === text.toUpperCase());
        if (category === undefined) {
          report.error(`"${text}" is no category; expected one of ${CATEGORIES.join(", ")}.`);
        }
        return category;
      },
      { required: true },
    ),
    className: stringProperty(),
    code: stringProperty(),
    message: textProperty<Matcher>((text, report) => {
      try {
        return new Matcher("message", text);
      } catch (cause) {
        report.error(`The rule is left out. ${thrownMessage(cause)}`);
        return undefined;
      }
    }),
  },
  create: ({ category, ...conditions }, { report, isWritten }) => {
    if (isWritten("message") && conditions.message === undefined) {
      return undefined;
    }
    if (Object.values(conditions).every((condition) => condition === undefined)) {
      report.error("Expected <className>, <code> or <message> in a <rule>, which would match every error without; it is left out.");
      return undefined;
    }
    return new CategoryRule(category, conditions);
  },
});
