import { readArguments, UsageError } from "./arguments.js";
import { checkCommand } from "./check-command.js";
import { OK, WRONG_USE, type CommandEnvironment } from "./command.js";
import { explainCommand } from "./explain-command.js";
import { migrateCommand } from "./migrate-command.js";
import { USAGE } from "./usage.js";

/**
 * Runs the command `logback`.
 *
 * @returns The exit code: 0 clean, 1 problems, 2 wrong use.
 */
export function runLogback(environment: CommandEnvironment): number {
  try {
    const given = readArguments(environment.args);
    const [command, ...words] = given.words;
    if (given.help || given.version) {
      environment.out(given.help ? USAGE : `${environment.version()}\n`);
      return OK;
    }
    switch (command) {
      case "check":
        return checkCommand(words, given, environment);
      case "explain":
        return explainCommand(words, given, environment);
      case "migrate":
        return migrateCommand(words, given, environment);
      default:
        throw new UsageError(command === undefined ? "Expected a command: check, explain or migrate." : `Expected the command check, explain or migrate, got "${command}".`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    environment.complain(`logback: ${error.message} Try "logback --help".\n`);
    return WRONG_USE;
  }
}
