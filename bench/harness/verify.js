/** Looks at every line that a cell left on disk: are all there, once, in order, and do they say what was logged? */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { ACCEPTED, FAILED, fieldsOf, FRAMES, LOGGER } from "./messages.js";

const CHUNK_BYTES = 4 * 1024 * 1024;
const TEXT_LINE = new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} \\[main\\] (?:INFO |ERROR) ${LOGGER.replaceAll(".", "\\.")} - (.*)$`, "i");
const SYSLOG_LINE = new RegExp(`^<\\d{1,3}>[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S+ .*${LOGGER.replaceAll(".", "\\.")}.*?(Order .*)$`);
const NUMBER = /^Order (\d{7}) /;
const FRAME = /^\s+at /;
const SHOWN = 200;

/**
 * @typedef {object} Expectation
 * @property {number} events - So many, from the first on.
 * @property {"text" | "json" | "syslog"} format
 * @property {"accepted" | "failed"} [call]
 * @property {{ message: string | ((record: any) => string), mdc?: (record: any) => any, stack?: (record: any) => string }} members - Where JSON has what.
 * @property {number} [perScope] - With it, every line has the fields of its request.
 *
 * @param {string} file
 * @param {Expectation} expected
 * @returns {{ ok: boolean, lost: number, problem?: string, bytesPerEvent: number }} `problem` says what is wrong besides lost events.
 */
export function verifyFile(file, expected) {
  const fd = openSync(file, "r");
  try {
    const check = new EventCheck(expected);
    const readLine = READERS[expected.format](check, expected);
    forEachLine(fd, readLine.line, (rest) => check.complain(`the last line has no end: ${rest}`));
    readLine.end();
    const { lost, problem } = check.result();
    return { ok: lost === 0 && problem === undefined, lost, problem, bytesPerEvent: fstatSync(fd).size / expected.events };
  } finally {
    closeSync(fd);
  }
}

const READERS = { json: jsonReader, text: textReader, syslog: syslogReader };

/** Keeps the account of the numbered messages. */
class EventCheck {
  #seen;
  #next = 0;
  #problem;
  #messageOf;

  constructor({ events, call = "accepted" }) {
    this.#seen = new Uint8Array(events);
    this.#messageOf = (call === "failed" ? FAILED : ACCEPTED).of;
  }

  complain(problem) {
    this.#problem ??= problem.slice(0, SHOWN);
  }

  /** @returns {number | undefined} The index of the event. `exact`: nothing may follow the message. */
  message(text, exact) {
    const index = Number(NUMBER.exec(text)?.[1]) - 1_000_000;
    if (!(index >= 0 && index < this.#seen.length)) {
      this.complain(`not a message of this run: ${text}`);
      return undefined;
    }
    const wanted = this.#messageOf(index);
    if (exact ? text !== wanted : !text.startsWith(wanted)) {
      this.complain(`expected "${wanted}", got "${text}"`);
    } else if (this.#seen[index] === 1) {
      this.complain(`twice: ${text}`);
    } else if (index < this.#next) {
      this.complain(`out of order: ${text}`);
    }
    this.#seen[index] = 1;
    this.#next = Math.max(this.#next, index + 1);
    return index;
  }

  result() {
    const found = this.#seen.reduce((sum, seen) => sum + seen, 0);
    return { lost: this.#seen.length - found, problem: this.#problem };
  }
}

function textReader(check, { call }) {
  const withStack = call === "failed";
  let frames = FRAMES;
  const endEvent = () => {
    if (withStack && frames < FRAMES) {
      check.complain(`an error with ${frames} frames instead of ${FRAMES}`);
    }
  };
  return {
    line: (line) => {
      const message = TEXT_LINE.exec(line)?.[1];
      if (message !== undefined) {
        endEvent();
        frames = 0;
        check.message(message, !withStack);
      } else if (withStack && FRAME.test(line)) {
        frames += 1;
      } else if (!withStack) {
        check.complain(`not a line of the layout: ${line}`);
      }
    },
    end: endEvent,
  };
}

function jsonReader(check, { call, members, perScope }) {
  const fieldsIn = members.mdc ?? ((record) => record);
  const messageIn = typeof members.message === "function" ? members.message : (record) => record[members.message];
  const checkFields = (record, index) => {
    for (const [key, value] of Object.entries(fieldsOf(Math.floor(index / perScope)))) {
      if (fieldsIn(record)?.[key] !== value) {
        check.complain(`expected ${key} "${value}", got "${fieldsIn(record)?.[key]}"`);
      }
    }
  };
  const checkStack = (record) => {
    const frames = String(members.stack(record)).split("\n").filter((line) => FRAME.test(line)).length;
    if (frames < FRAMES) {
      check.complain(`an error with ${frames} frames instead of ${FRAMES}`);
    }
  };
  return {
    line: (line) => {
      const record = parse(line);
      if (record === undefined) {
        check.complain(`not JSON: ${line}`);
        return;
      }
      const index = check.message(String(messageIn(record)), call !== "failed");
      if (!line.includes(LOGGER)) {
        check.complain(`without the logger's name: ${line}`);
      }
      if (index !== undefined && perScope !== undefined) {
        checkFields(record, index);
      }
      if (call === "failed") {
        checkStack(record);
      }
    },
    end: () => {},
  };
}

/** A header of RFC 3164, of which each library has its own tag, then the message. */
function syslogReader(check) {
  return {
    line: (line) => {
      const message = SYSLOG_LINE.exec(line)?.[1];
      if (message === undefined) {
        check.complain(`not a message of RFC 3164: ${line}`);
      } else {
        check.message(message, true);
      }
    },
    end: () => {},
  };
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** All that is logged is ASCII. */
function forEachLine(fd, onLine, onRest) {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest = "";
  for (let length = readSync(fd, buffer); length > 0; length = readSync(fd, buffer)) {
    const text = rest + buffer.latin1Slice(0, length);
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      onLine(text.slice(start, end));
      start = end + 1;
    }
    rest = text.slice(start);
  }
  if (rest !== "") {
    onRest(rest);
  }
}
