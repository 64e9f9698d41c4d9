import type { Logger } from "../../core/logger.js";
import { neutralise } from "../../util/neutralise.js";
import type { ControlCommand, ControlTarget } from "../command.js";
import type { CommandArguments } from "../command-arguments.js";
import { untilWhen } from "../until-when.js";

/** `logconf -ll`: loggers with the level of their own: all, those that were changed, or those that are named. */
export const listLoggers: ControlCommand = {
  operations: ["listAllLoggers", "listDynamicallyModifiedLoggers", "getLevelForLoggers"],
  run: (args, target, operation) => ({
    type: "set",
    elements: loggersOf(operation, args, target).map(({ name, level }) => `Logger: ${neutralise(name)}, Level: ${level?.name ?? "null"}${untilWhen(target.levelChanges.endOf(name))}`),
  }),
};

function loggersOf(operation: string, args: CommandArguments, { context, levelChanges }: ControlTarget): readonly Pick<Logger, "level" | "name">[] {
  switch (operation) {
    case "listDynamicallyModifiedLoggers":
      return levelChanges.loggers;
    case "getLevelForLoggers":
      return (args.texts("loggers") ?? []).map((name) => context.findLogger(name) ?? { name, level: undefined });
    default:
      return context.loggers;
  }
}
