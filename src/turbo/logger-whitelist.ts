import { LoggerLevels } from "./logger-levels.js";

/** The loggers that may be traced, with all below them. */
export class LoggerWhitelist {
  readonly #names = new LoggerLevels();

  /** @param text - Names with commas between; none where it is missing. `ROOT` stands for all loggers. */
  constructor(text: string | undefined) {
    const names = (text ?? "").split(",").map((name) => name.trim());
    for (const name of names.filter((each) => each !== "")) {
      this.#names.set(name, 0);
    }
  }

  get isEmpty(): boolean {
    return this.#names.size === 0;
  }

  covers(logger: string): boolean {
    return this.#names.lowestFor(logger) === 0;
  }
}
