/**
 * Seconds east of Greenwich in a text that `Intl` ends with its `longOffset` zone name in English: `GMT`, `GMT+05:53:28`.
 */
export function parseLongOffset(text: string): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (match?.[1] === undefined) {
    return 0;
  }
  const offset = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === "-" ? -offset : offset;
}
