/** No library at all: what the system calls cost, and a loop that does nothing. */
import { closeSync, openSync, writeSync } from "node:fs";
import { ACCEPTED, customerOf, LOGGER, numberOf } from "../harness/messages.js";

export const members = { message: "message" };

const LIMIT = 65_536;
const DIGITS = 7;
const ZERO = 48;

const LAYOUTS = {
  text: (message) => `2026-01-01 00:00:00,000 [main] INFO  ${LOGGER} - ${message}\n`,
  json: (message) => `{"time":1767225600000,"level":"INFO","thread":"main","logger":"${LOGGER}","message":"${message}"}\n`,
};

/**
 * @param {object} options
 * @param {"writeSync" | "concat" | "nothing"} options.mode
 * @param {"text" | "json"} options.format
 */
export function open({ file, mode, format = "text" }) {
  if (mode === "nothing") {
    return { write: () => {}, close: () => {} };
  }
  const fd = openSync(file, "a");
  return mode === "writeSync" ? oneWritePerLine(fd, LAYOUTS[format]) : collected(fd, LAYOUTS[format]);
}

/** A finished line in a Buffer, in which only number and customer are exchanged. */
function oneWritePerLine(fd, layout) {
  const line = Buffer.from(layout(ACCEPTED.of(0)));
  const numberEnd = line.indexOf(String(numberOf(0))) + DIGITS;
  const customerAt = line.indexOf(customerOf(0));
  return {
    write: (index) => {
      for (let rest = numberOf(index), at = numberEnd - 1; rest > 0; at -= 1) {
        const shorter = (rest / 10) | 0;
        line[at] = ZERO + rest - shorter * 10;
        rest = shorter;
      }
      const customer = customerOf(index);
      line[customerAt + 4] = customer.charCodeAt(4);
      line[customerAt + 5] = customer.charCodeAt(5);
      writeSync(fd, line);
    },
    close: () => closeSync(fd),
  };
}

function collected(fd, layout) {
  const [before, after] = layout("|").split("|");
  let text = "";
  return {
    write: (index) => {
      text += `${before}Order ${numberOf(index)} accepted for customer ${customerOf(index)}${after}`;
      if (text.length >= LIMIT) {
        writeSync(fd, text);
        text = "";
      }
    },
    close: () => {
      writeSync(fd, text);
      closeSync(fd);
    },
  };
}
