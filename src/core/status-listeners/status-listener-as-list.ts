import { defineComponent, type ComponentDefinition } from "../component.js";
import type { Status, StatusListener } from "../status.js";

/** So that a program that never looks at the list does not run out of memory. */
const MOST_KEPT = 1_000;

/**
 * Keeps the latest 1,000 statuses for the program to look at. Logback keeps all.
 *
 * Source: Logback, `ch.qos.logback.core.status.StatusListenerAsList`.
 *
 * @public
 */
export class StatusListenerAsList implements StatusListener {
  readonly #list: Status[] = [];

  /** Oldest first. */
  get statusList(): readonly Status[] {
    return this.#list;
  }

  onStatus(status: Status): void {
    this.#list.push(status);
    if (this.#list.length > MOST_KEPT) {
      this.#list.shift();
    }
  }
}

/** `<statusListener class="ch.qos.logback.core.status.StatusListenerAsList"/>` */
export const statusListenerAsList: ComponentDefinition<StatusListener> = defineComponent({
  kind: "statusListener",
  classNames: ["ch.qos.logback.core.status.StatusListenerAsList"],
  properties: {},
  create: () => new StatusListenerAsList(),
});
