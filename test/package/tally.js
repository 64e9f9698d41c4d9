/** Counts what passes and what fails for the programs that `.ci/run` starts. */
export class Tally {
  #passed = 0;
  #failed = 0;

  /** Calls `check` and says how it went; what it returns is printed behind the title. */
  async attempt(title, check) {
    try {
      const remark = await check();
      this.#passed += 1;
      console.log(`ok   ${title}${remark === undefined ? "" : ` (${remark})`}`);
    } catch (error) {
      this.#failed += 1;
      console.log(`FAIL ${title}: ${error.message}`);
    }
  }

  /** Adds what another program counted. */
  add(passed, failed) {
    this.#passed += passed;
    this.#failed += failed;
  }

  /** Prints the closing line, and lets the process fail when anything did. Nothing at all counts as a failure. */
  finish() {
    if (this.#passed + this.#failed === 0) {
      this.#failed = 1;
    }
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exitCode = this.#failed === 0 ? 0 : 1;
  }
}
