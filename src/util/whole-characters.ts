/** The first `maxLength` UTF-16 code units of a longer text, one less where the last would be the first half of a surrogate pair. */
export function wholeCharacters(text: string, maxLength: number): string {
  const unit = text.charCodeAt(maxLength - 1);
  return text.slice(0, unit >= 0xd800 && unit <= 0xdbff ? maxLength - 1 : maxLength);
}
