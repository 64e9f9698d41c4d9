/**
 * How much XML is read. What is not given, or is no number, takes the default; nothing goes above the ceiling.
 * Zero means none at all, never "without a limit".
 */
export interface XmlLimits {
  /** Size of the file in bytes of UTF-8. Default 256 KiB, ceiling 1 MiB. */
  readonly maxBytes: number;
  /** Elements inside each other, the root included. Default 100, ceiling 1,000. */
  readonly maxDepth: number;
  /** Elements in the file. Default 20,000, ceiling 100,000. */
  readonly maxElements: number;
  /** Attributes of one element, namespace declarations included. Default 256, ceiling 1,000. */
  readonly maxAttributes: number;
}

const DEFAULTS: XmlLimits = { maxBytes: 256 * 1024, maxDepth: 100, maxElements: 20_000, maxAttributes: 256 };
const CEILINGS: XmlLimits = { maxBytes: 1024 * 1024, maxDepth: 1_000, maxElements: 100_000, maxAttributes: 1_000 };

/** The limits that hold, given what the caller asked for. Never throws. */
export function effectiveLimits(wanted: Partial<XmlLimits>): XmlLimits {
  const limit = (key: keyof XmlLimits): number => {
    const value = wanted[key];
    if (typeof value !== "number" || Number.isNaN(value)) {
      return DEFAULTS[key];
    }
    return Math.min(Math.max(0, value), CEILINGS[key]);
  };
  return {
    maxBytes: limit("maxBytes"),
    maxDepth: limit("maxDepth"),
    maxElements: limit("maxElements"),
    maxAttributes: limit("maxAttributes"),
  };
}
