const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["f", "\f"],
  ["b", "\b"],
]);

/** The text with what Log4j takes a backslash and the character behind it for; of any other character the backslash is dropped. */
export function withControls(text: string): string {
  // Source: Log4j 1.2 and Log4j 2, `OptionConverter.convertSpecialChars`.
  return text.replace(/\\([^])/g, (_, character: string) => CONTROLS.get(character) ?? character);
}
