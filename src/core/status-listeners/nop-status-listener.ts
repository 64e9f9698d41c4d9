import { defineComponent, type ComponentDefinition } from "../component.js";
import type { StatusListener } from "../status.js";

/**
 * Takes every status and prints none. With it in the configuration, warnings and errors are not printed either.
 *
 * Source: Logback manual, "Configuration", NopStatusListener.
 *
 * @public
 */
export class NopStatusListener implements StatusListener {
  onStatus(): void {}
}

/** `<statusListener class="ch.qos.logback.core.status.NopStatusListener"/>` */
export const nopStatusListener: ComponentDefinition<StatusListener> = defineComponent({
  kind: "statusListener",
  classNames: ["ch.qos.logback.core.status.NopStatusListener"],
  properties: {},
  create: () => new NopStatusListener(),
});
