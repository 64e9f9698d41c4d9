import type { Compressor } from "./compress.js";

/** How long the stop of an appender waits for archives to be compressed, as in Logback. */
const PATIENCE_MS = 30_000;

/** Waits for what is done in the background, but not for ever: what is not complete then is taken up at the next start. */
export async function settled(idle: Promise<void>, compressor: Compressor): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([idle, patience]);
  clearTimeout(timer);
  compressor.abandon();
}
