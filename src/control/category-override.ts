import type { SuppressedCategories } from "../core/frame-suppression.js";
import type { ControlMessage } from "./protocol.js";

/** Overrides the suppressed categories, for a time if that is wanted. */
export class CategoryOverride {
  readonly #categories: SuppressedCategories;
  readonly #say: (message: ControlMessage) => void;
  #before: readonly string[] | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param say - Is told of what happens by itself. */
  constructor(categories: SuppressedCategories, say: (message: ControlMessage) => void) {
    this.#categories = categories;
    this.#say = say;
  }

  /**
   * @param ttlMs - Milliseconds after which the categories before are back, unless they were changed since; `undefined` for never.
   * @throws RangeError for a word that is no category; nothing is changed then.
   */
  override(names: readonly string[], ttlMs: number | undefined): ControlMessage {
    const current = this.#categories.categories;
    const text = this.#categories.override(names);
    const before = this.#before ?? current;
    this.#forget();
    if (ttlMs !== undefined) {
      const ours = this.#categories.categories.join();
      this.#before = before;
      this.#timer = setTimeout(() => {
        this.#forget();
        if (this.#categories.categories.join() === ours) {
          this.#say({ type: "INFO", text: `${this.#categories.override(before)}, because the time of the override is over` });
        }
      }, ttlMs).unref();
    }
    return { type: "INFO", text };
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#before = undefined;
  }
}
