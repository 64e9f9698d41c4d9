import { DEFAULT_PRINT_LIMITS, printValue, type PrintLimits } from "./printable.js";

/**
 * A message split at its placeholders.
 *
 * A literal that ends in a backslash before a placeholder depends on whether an argument is left for it,
 * so such messages keep their source and are formatted the long way.
 */
export interface MessageTemplate {
  readonly source: string;
  /** The text around the placeholders: one more than there are placeholders. */
  readonly literals: readonly string[];
  /** Whether a backslash stands before a placeholder. */
  readonly hasEscapes: boolean;
  /** `{}`, or `<>` in a message that has no `{}`. */
  readonly placeholder: Placeholder;
}

type Placeholder = "{}" | "<>";

const ESCAPE = "\\";

/**
 * Splits a message once. `<>` counts as the placeholder in a message that contains no `{}`, by the same rules.
 */
export function parseTemplate(source: string): MessageTemplate {
  const placeholder: Placeholder = source.includes("{}") ? "{}" : "<>";
  const literals = source.split(placeholder);
  const hasEscapes = literals.some((literal, index) => index < literals.length - 1 && literal.endsWith(ESCAPE));
  return { source, literals, hasEscapes, placeholder };
}

/** Templates are short and few; a message that is built anew at every call would otherwise fill the memory. */
const MAX_TEMPLATES = 2048;
const MAX_TEMPLATE_LENGTH = 1024;

/**
 * Keeps the templates of messages seen before.
 *
 * Messages of log calls are constants, so looking one up is a comparison of pointers.
 */
export class TemplateCache {
  readonly #templates = new Map<string, MessageTemplate>();
  /** Where much is logged, it is mostly the same message again: one comparison instead of a look-up. */
  #last: MessageTemplate = parseTemplate("");

  get(source: string): MessageTemplate {
    if (this.#last.source === source) {
      return this.#last;
    }
    const known = this.#templates.get(source);
    if (known !== undefined) {
      this.#last = known;
      return known;
    }
    const template = parseTemplate(source);
    if (source.length <= MAX_TEMPLATE_LENGTH) {
      if (this.#templates.size >= MAX_TEMPLATES) {
        this.#templates.clear();
      }
      this.#templates.set(source, template);
      this.#last = template;
    }
    return template;
  }
}

/**
 * Puts arguments into the placeholders: arguments are data and never scanned again.
 *
 * Placeholders without an argument stay as they are, arguments without a placeholder are left out.
 * `\{}` prints `{}` and takes no argument; `\\{}` prints a backslash and the argument.
 * As in SLF4J, the escapes behind the last argument are not looked at any more.
 *
 * Source: SLF4J, `org.slf4j.helpers.MessageFormatter`.
 */
export function formatTemplate(template: MessageTemplate, args: readonly unknown[], limits: PrintLimits = DEFAULT_PRINT_LIMITS): string {
  if (template.hasEscapes) {
    return formatWithEscapes(template, args, limits);
  }
  const { literals, placeholder } = template;
  let text = literals[0] as string;
  for (let index = 1; index < literals.length; index++) {
    const value = index <= args.length ? args[index - 1] : undefined;
    text += (index > args.length ? placeholder : typeof value === "string" && value.length <= limits.maxStringLength ? value : printValue(value, limits)) + (literals[index] as string);
  }
  return text;
}

function formatWithEscapes({ literals, placeholder }: MessageTemplate, args: readonly unknown[], limits: PrintLimits): string {
  let text = "";
  let used = 0;
  for (let index = 0; index < literals.length; index++) {
    const literal = literals[index] as string;
    if (index === literals.length - 1) {
      text += literal;
    } else if (used === args.length) {
      text += literal + placeholder;
    } else if (literal.endsWith(ESCAPE + ESCAPE)) {
      text += literal.slice(0, -1) + printValue(args[used++], limits);
    } else if (literal.endsWith(ESCAPE)) {
      text += literal.slice(0, -1) + placeholder;
    } else {
      text += literal + printValue(args[used++], limits);
    }
  }
  return text;
}
