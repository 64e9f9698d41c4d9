/**
 * An error that says why a library cannot be measured here; the report says it instead of a figure.
 *
 * @param {string} reason
 */
export function unavailable(reason) {
  return Object.assign(new Error(reason), { unavailable: reason });
}
