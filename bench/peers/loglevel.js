/** loglevel, which has no file output: for disabled calls only. */
import { ACCEPTED, customerOf, LOGGER } from "../harness/messages.js";

export async function open() {
  const { default: loglevel } = await import("loglevel");
  const log = loglevel.getLogger(LOGGER);
  log.setLevel("info", false);
  return {
    write: (index) => {
      log.debug(ACCEPTED.printf, index, customerOf(index));
    },
    close: () => {},
  };
}
