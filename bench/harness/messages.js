/**
 * What every library logs: a numbered message with two parameters, the same words in the notation of each.
 *
 * Numbers start at a million, so that all have seven digits and all lines of a library have one length.
 */
export const LOGGER = "com.acme.shop.OrderService";

const FIRST_NUMBER = 1_000_000;
const CUSTOMERS = Array.from({ length: 64 }, (_, index) => `acct${index + 10}`);

/** @param {number} index - Of the event, from 0. */
export const numberOf = (index) => FIRST_NUMBER + index;

/** @param {number} index */
export const customerOf = (index) => CUSTOMERS[index & 63];

export const ACCEPTED = {
  braces: "Order {} accepted for customer {}",
  printf: "Order %d accepted for customer %s",
  of: (index) => `Order ${numberOf(index)} accepted for customer ${customerOf(index)}`,
};

export const FAILED = {
  braces: "Order {} failed for customer {}",
  printf: "Order %d failed for customer %s",
  of: (index) => `Order ${numberOf(index)} failed for customer ${customerOf(index)}`,
};

/**
 * The five fields of a request.
 *
 * @param {number} request - From 0.
 * @returns {Record<string, string>}
 */
export function fieldsOf(request) {
  return {
    requestId: `req-${100_000 + request}`,
    session: "3f2a9c1e-77b0-4c55-9a1d-0c6a5f2e8b41",
    user: "ada.lovelace",
    tenant: "acme-europe",
    client: "203.0.113.17",
  };
}

export const FRAMES = 10;
const REUSED = 64;
const CAUSE = "card refused";

/**
 * Where the errors come from that are logged.
 *
 * @param {"fresh" | "reused"} kind - Reused errors have their stack formatted already.
 * @returns {(index: number) => Error}
 */
export function errorSource(kind) {
  if (kind === "fresh") {
    return () => failIn(FRAMES);
  }
  const errors = Array.from({ length: REUSED }, () => failIn(FRAMES));
  errors.forEach((error) => error.stack);
  return (index) => errors[index & (REUSED - 1)];
}

/** Deep enough for ten frames, which is what V8 keeps. */
function failIn(depth) {
  return depth > 0 ? failIn(depth - 1) : new Error(CAUSE);
}
