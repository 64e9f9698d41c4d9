/** The end of a change as listings show it, behind the form of Open-Xchange, which knows no end; nothing for a change that stays. */
export function untilWhen(endsAt: number | undefined): string {
  return endsAt === undefined ? "" : `, until ${new Date(endsAt).toISOString()}`;
}
