import type { SuppressedCategories } from "../core/frame-suppression.js";
import type { ControlMessage } from "./protocol.js";

/** Overrides the suppressed categories, for a time if that is wanted. */
export class CategoryOverride {
  readonly #categories: SuppressedCategories;
  readonly #say: (message: ControlMessage) => void;
  /** An override for a time: what there was before, and by which revision to tell whether it is still in force. */
  #running: { readonly before: readonly string[]; readonly revision: number } | undefined;
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
    const before = this.#stands() ?? this.#categories.categories;
    const text = this.#categories.override(names);
    this.#forget();
    if (ttlMs !== undefined) {
      this.#running = { before, revision: this.#categories.revision };
      this.#timer = setTimeout(() => { this.#end(); }, ttlMs).unref();
    }
    return { type: "INFO", text };
  }

  #end(): void {
    const before = this.#stands();
    this.#forget();
    if (before !== undefined) {
      this.#say({ type: "INFO", text: `${this.#categories.override(before)}, because the time of the override is over` });
    }
  }

  /** What an override that is still in force is to bring back. */
  #stands(): readonly string[] | undefined {
    return this.#running?.revision === this.#categories.revision ? this.#running.before : undefined;
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = undefined;
  }
}
