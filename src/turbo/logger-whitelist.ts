import { ROOT_NAME } from "../core/logger-context.js";

/** The loggers that may be traced, with all below them. */
export class LoggerWhitelist {
  readonly #names: readonly string[];

  /** @param text - Names with commas between; none where it is missing. `ROOT` stands for all loggers. */
  constructor(text: string | undefined) {
    const names = (text ?? "").split(",").map((name) => name.trim());
    this.#names = names.filter((name) => name !== "");
  }

  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  covers(logger: string): boolean {
    return this.#names.some((name) => isAtOrBelow(logger, name));
  }
}

/** Whether a logger is the one named, or below it: `com.acme.Shop` is below `com.acme`, `com.acmeware` is not. */
export function isAtOrBelow(logger: string, name: string): boolean {
  return logger === name || logger.startsWith(`${name}.`) || name.toUpperCase() === ROOT_NAME;
}
