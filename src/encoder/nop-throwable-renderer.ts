import { defineComponent, type ComponentDefinition } from "../core/component.js";
import type { ThrowableRenderer } from "./throwable-renderer.js";

/**
 * Shows nothing of throwables.
 *
 * Source: Logback, `ch.qos.logback.core.html.NOPThrowableRenderer`.
 */
export class NOPThrowableRenderer implements ThrowableRenderer {
  render(): string {
    return "";
  }
}

/** `<throwableRenderer class="ch.qos.logback.core.html.NOPThrowableRenderer"/>` */
export const nopThrowableRenderer: ComponentDefinition<ThrowableRenderer> = defineComponent({
  kind: "value",
  classNames: ["ch.qos.logback.core.html.NOPThrowableRenderer"],
  properties: {},
  create: () => new NOPThrowableRenderer(),
});
