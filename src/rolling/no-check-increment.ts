import { textProperty, type TextProperty } from "../core/component.js";

/** `<checkIncrement>` where the size is looked at for every event in any case, in Logback since 1.5.8: a WARN, no more. */
export function noCheckIncrement(): TextProperty<undefined> {
  return textProperty<undefined>(
    (_text, report) => {
      report.warn("<checkIncrement> has no effect: the size is looked at for every event.");
      return undefined;
    },
    { fallback: undefined },
  );
}
