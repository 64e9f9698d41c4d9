/** roarr, whose `ROARR.write` an application replaces. Source: its README, "Consuming logs", "adopt". */
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";
import { collectingWriter, directWriter } from "./plain-writers.js";

export const members = { message: "message", mdc: (record) => record.context };

/** @param {{ writer: "direct" | "collecting" }} options */
export async function open({ file, writer }) {
  // Without it, Node.js gets a logger that does nothing.
  process.env.ROARR_LOG = "true";
  const { Roarr, ROARR } = await import("roarr");
  const output = writer === "direct" ? directWriter(file) : collectingWriter(file);
  ROARR.write = (line) => {
    output.write(`${line}\n`);
  };
  const root = Roarr.child({ logger: LOGGER });
  let log = root;
  return {
    write: (index) => {
      log.info(ACCEPTED.printf, numberOf(index), customerOf(index));
    },
    inScope: (fields, action) => {
      log = root.child(fields);
      const result = action();
      log = root;
      return result;
    },
    close: () => output.close(),
  };
}
