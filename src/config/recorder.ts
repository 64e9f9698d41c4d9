import { worstLevel, type Status, type StatusListener } from "../core/status.js";
import type { ConfigurationResult } from "./configurator.js";

/** Keeps the statuses of one configuration apart from those before it. */
export class Recorder implements StatusListener {
  readonly #statuses: Status[] = [];

  onStatus(status: Status): void {
    this.#statuses.push(status);
  }

  result(applied: boolean, outcome: Partial<Pick<ConfigurationResult, "scanPeriodMs" | "digests" | "changes" | "settled">> = {}): ConfigurationResult {
    const { scanPeriodMs, digests = new Map<string, string>(), changes = [], settled = Promise.resolve() } = outcome;
    return { applied, statuses: this.#statuses, worstStatus: worstLevel(this.#statuses), scanPeriodMs, files: [...digests.keys()], digests, changes, settled };
  }
}
