/** What something thrown says, for a status: the message of an error, never what only JavaScript made of another value. */
export function thrownMessage(cause: unknown): string {
  return cause instanceof Error ? cause.message : "unknown reason";
}
