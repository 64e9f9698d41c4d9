import type { LoggingEvent } from "../../core/logging-event.js";
import { printValue } from "../../core/printable.js";
import type { MdcMap } from "../../core/mdc.js";
import type { Convert, EventConverter } from "../converter.js";
import { headerField } from "./syslog-header.js";

/** Where an event's data goes in a message. */
export interface StructuredDataOptions {
  /** Id of the element with the MDC; none is written when it is empty. */
  readonly mdcId: string;
  /** Id of the element with the key-value pairs; none is written when it is empty. */
  readonly keyValueId: string;
  /** What kind of message it is; a hyphen is written for none, and where this is missing. At most 32 characters are written. */
  readonly messageId?: Convert | undefined;
  /** Applied to values before they are escaped. */
  readonly clean: (text: string) => string;
}

const MAX_NAME = 32;

/**
 * The message id and the structured data, each with the blank behind it:
 * `ORDER [mdc@32473 user="joe"][kvp@32473 orderId="17"] `.
 *
 * Names longer than the 32 characters that are allowed keep their end, which tells more than the beginning.
 *
 * Source: RFC 5424, sections 6.2.7 and 6.3.
 */
export function structuredData({ mdcId, keyValueId, messageId, clean }: StructuredDataOptions): EventConverter {
  const owner = {};
  const mdcStart = `[${mdcId}`;
  const pairsStart = `[${keyValueId}`;
  const mdcElement = (mdc: MdcMap): string => {
    let text = mdcStart;
    for (const [key, value] of mdc) {
      text += parameter(key, clean(value));
    }
    return `${text}]`;
  };
  const pairsElement = ({ keyValuePairs, context }: LoggingEvent): string => {
    let text = pairsStart;
    for (const { key, value } of keyValuePairs) {
      text += parameter(printValue(key, context.printLimits), clean(printValue(value, context.printLimits)));
    }
    return `${text}]`;
  };
  return {
    kind: "event",
    convert: (event) => {
      const { mdc, keyValuePairs } = event;
      let data = mdcId === "" || mdc.size === 0 ? "" : mdc.renderedFor(owner, mdcElement);
      data += keyValueId === "" || keyValuePairs.length === 0 ? "" : pairsElement(event);
      const id = messageId === undefined ? "-" : headerField(messageId(event), MAX_NAME);
      return data === "" ? `${id} - ` : `${id} ${data} `;
    },
    isNeutral: true,
  };
}

const NOT_IN_NAME = /[^!#-<>-\\^-~]/gu;
const NAME = /^[!#-<>-\\^-~]{1,32}$/;

/** Whether a text can be the id of an element. */
export function isStructuredDataName(text: string): boolean {
  return NAME.test(text);
}

function parameter(key: string, value: string): string {
  const name = key === "" ? "_" : NAME.test(key) ? key : key.replace(NOT_IN_NAME, "_").slice(-MAX_NAME);
  return ` ${name}="${escaped(value)}"`;
}

const SPECIAL = /["\\\]\ud800-\udfff]/;
const EACH_ESCAPED = /["\\\]]/g;

/** A half of a surrogate pair becomes U+FFFD: values are UTF-8. */
function escaped(value: string): string {
  return SPECIAL.test(value) ? value.toWellFormed().replace(EACH_ESCAPED, "\\$&") : value;
}
