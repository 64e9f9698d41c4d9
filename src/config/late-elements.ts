import type { XmlElement } from "./xml/parse.js";

interface LateElement {
  readonly element: XmlElement;
  readonly read: () => void;
  /** Names of the appenders that it refers to, at any depth. */
  refersTo: readonly string[];
}

/**
 * Appenders and loggers, which are read when everything else is.
 *
 * As in Logback, what refers to an appender that stands further down waits until that is read, and so comes behind all that
 * need not wait. That decides which of two `<root>` elements has the last word.
 *
 * Source: Logback, `ch.qos.logback.core.model.processor.DefaultProcessor`.
 */
export class LateElements {
  #elements: LateElement[] = [];
  #referredTo: ReadonlySet<string> = new Set();

  add(element: XmlElement, read: () => void): void {
    this.#elements.push({ element, read, refersTo: [] });
  }

  /** Whether any of them refers to the appender of that name. */
  isReferredTo(name: string): boolean {
    return this.#referredTo.has(name);
  }

  /** @param value - Replaces the variables of a name. */
  readAll(value: (text: string) => string): void {
    let waiting = this.#elements;
    this.#elements = [];
    for (const late of waiting) {
      late.refersTo = referencesIn(late.element).map(value);
    }
    this.#referredTo = new Set(waiting.flatMap(({ refersTo }) => refersTo));
    const unread = new Set(waiting.map(({ element }) => appenderName(element, value)).filter((name) => name !== undefined));
    while (waiting.length > 0) {
      const next: LateElement[] = [];
      for (const late of waiting) {
        if (late.refersTo.some((name) => unread.has(name))) {
          next.push(late);
        } else {
          late.read();
          unread.delete(appenderName(late.element, value) ?? "");
        }
      }
      // Appenders that refer to one another wait for ever; they and what refers to them are read as they stand.
      if (next.length === waiting.length) {
        unread.clear();
      }
      waiting = next;
    }
  }
}

function referencesIn({ children }: XmlElement): string[] {
  return children.flatMap((child) => (child.name.toLowerCase() === "appender-ref" ? [attribute(child, "ref")] : referencesIn(child)));
}

function appenderName(element: XmlElement, value: (text: string) => string): string | undefined {
  return element.name.toLowerCase() === "appender" ? value(attribute(element, "name")) : undefined;
}

function attribute({ attributes }: XmlElement, wanted: string): string {
  return attributes.find(({ name }) => name === wanted)?.value ?? "";
}
