import type { FilterReply } from "../../core/filter.js";

/** A filter's reply. One of the application's own may throw: the event is lost then, as if it were denied. */
export function replyOf(decide: () => FilterReply): FilterReply {
  try {
    return decide();
  } catch {
    return "DENY";
  }
}
