import { isDecisive, type FilterReply, type TurboFilter } from "./filter.js";
import type { Level } from "./level.js";
import type { Logger } from "./logger.js";
import type { Marker } from "./marker.js";

/** What the turbo filters say of a call, in their order; one that throws says nothing. Anything but `ACCEPT` and `DENY` means `NEUTRAL`. */
export function askTurboFilters(
  logger: Logger,
  marker: Marker | undefined,
  level: Level,
  message: string | undefined,
  args: readonly unknown[] | undefined,
  throwable: unknown,
): FilterReply {
  const filters = logger.context.askedTurboFilters;
  // Mostly there is one, and to ask it is all that is done for a call which is not logged: without the loop it is inlined.
  if (filters.length !== 1) {
    return askInTurn(filters, logger, marker, level, message, args, throwable);
  }
  try {
    return (filters[0] as TurboFilter).decide(marker, logger, level, message, args, throwable);
  } catch (cause) {
    logger.context.reportFailedCall(logger, cause);
    return "NEUTRAL";
  }
}

function askInTurn(
  filters: readonly TurboFilter[],
  logger: Logger,
  marker: Marker | undefined,
  level: Level,
  message: string | undefined,
  args: readonly unknown[] | undefined,
  throwable: unknown,
): FilterReply {
  for (const filter of filters) {
    try {
      const reply = filter.decide(marker, logger, level, message, args, throwable);
      if (isDecisive(reply)) {
        return reply;
      }
    } catch (cause) {
      logger.context.reportFailedCall(logger, cause);
    }
  }
  return "NEUTRAL";
}
