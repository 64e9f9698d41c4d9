import { textProperty, type Report, type TextProperty } from "../core/component.js";
import { FILE_SIZE_EXPECTED, parseFileSize } from "../util/file-size.js";

/**
 * A file size such as `10MB`, in bytes; for anything else an ERROR and the fallback.
 *
 * A size that does not fit into 64 bits gets a WARN: Logback goes on with what is left of it, and so does this.
 *
 * @param otherwise - What happens where the text is no size, for the ERROR.
 */
export function fileSizeProperty<T extends number | undefined>(fallback: T, otherwise: string): TextProperty<number | T> {
  return textProperty<number | T>(
    (text: string, report: Report) => {
      const size = parseFileSize(text);
      if (size === undefined) {
        report.error(`Expected ${FILE_SIZE_EXPECTED}, got "${text}"; ${otherwise}.`);
      } else if (size.overflow) {
        report.warn(`"${text}" does not fit into 64 bits; ${String(size.bytes)} bytes are used.`);
      }
      return size?.bytes;
    },
    { fallback },
  );
}
