/** A command line that `logconf` does not carry out; its message is printed as it stands. */
export class LogconfProblem extends Error {
  readonly stream: "out" | "error";
  readonly showsUsage: boolean;

  constructor(message: string, { stream = "error", showsUsage = false }: { readonly stream?: "out" | "error"; readonly showsUsage?: boolean } = {}) {
    super(message);
    this.name = "LogconfProblem";
    this.stream = stream;
    this.showsUsage = showsUsage;
  }
}
