import { booleanProperty, defineComponent, type ComponentDefinition } from "./component.js";
import type { ContextListener } from "./logger-context.js";

/**
 * Accepted because files from the Java world have it, and of no effect: there it hands levels on to `java.util.logging`,
 * which Node.js does not have.
 *
 * Source: Logback manual, "Configuration", LevelChangePropagator.
 */
export class LevelChangePropagator implements ContextListener {
  readonly resetJUL: boolean;

  constructor({ resetJUL = false }: { readonly resetJUL?: boolean } = {}) {
    this.resetJUL = resetJUL;
  }

  onConfigured(): void {}
}

/**
 * `<contextListener class="ch.qos.logback.classic.jul.LevelChangePropagator">`
 *
 * - `<resetJUL>`: accepted.
 *
 * Status INFO in any case.
 */
export const levelChangePropagator: ComponentDefinition<ContextListener> = defineComponent({
  kind: "contextListener",
  classNames: ["ch.qos.logback.classic.jul.LevelChangePropagator"],
  properties: { resetJUL: booleanProperty(false) },
  create: ({ resetJUL }, { report }) => {
    report.info("LevelChangePropagator has no effect: there is no java.util.logging here. It can be removed.");
    return new LevelChangePropagator({ resetJUL });
  },
});
