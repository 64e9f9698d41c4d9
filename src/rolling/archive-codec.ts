/** Turns the bytes of one file into those of an archive, chunk by chunk. */
export interface ArchiveCodec {
  /** What the archive begins with. */
  begin(): Uint8Array;
  /** Compresses the next bytes, off the event loop. Called again when the promise has resolved, not before. */
  compress(chunk: Uint8Array): Promise<Uint8Array>;
  /** What the archive ends with. */
  end(): Uint8Array;
  /** What the beginning is written over with at the end; as long as `begin()`. */
  finalBegin?(): Uint8Array;
}
