import { createRequire } from "node:module";
import type { Report } from "../core/component.js";
import type { ArchiveCodec } from "./archive-codec.js";
import type { FileNamePattern } from "./file-name-pattern.js";

/** What is used of the library. */
export interface XzLibrary {
  compress(bytes: Uint8Array): Promise<Uint8Array>;
}

/** The optional library: native code without install scripts, for Node.js 22.20 and later. */
export const XZ_LIBRARY: string = "@napi-rs/lzma";

/** The library, when the program has installed it and it runs here. */
export function xzLibrary(load: (name: string) => unknown = createRequire(import.meta.url)): XzLibrary | undefined {
  try {
    const library = load(`${XZ_LIBRARY}/xz`) as Partial<XzLibrary> | undefined;
    return typeof library?.compress === "function" ? (library as XzLibrary) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The pattern with an ending that can be made: without the library, `.gz` instead of `.xz` and a status WARN, as in Logback.
 *
 * Source: Logback 1.6, `RollingPolicyBase`.
 */
export function withAvailableCompression(pattern: FileNamePattern, report: Report, library: XzLibrary | undefined = pattern.compression === "xz" ? xzLibrary() : undefined): FileNamePattern {
  if (pattern.compression !== "xz" || library !== undefined) {
    return pattern;
  }
  const instead = pattern.withCompression("gz");
  report.warn(`"${pattern.text}" needs the package ${XZ_LIBRARY}, which is not installed or does not run here; "${instead.text}" is used.`);
  return instead;
}

/** An xz file with one stream for each chunk, which every reader takes for one file. Source: The .xz File Format 1.2, 2. */
export function xzCodec(library: XzLibrary): ArchiveCodec {
  let isEmpty = true;
  return {
    begin: () => new Uint8Array(),
    compress: (chunk) => {
      isEmpty = false;
      return library.compress(chunk);
    },
    end: () => (isEmpty ? EMPTY_STREAM : new Uint8Array()),
  };
}

/** A stream without a block. */
const EMPTY_STREAM = Buffer.from("/Td6WFoAAATm1rRGAAAAABzfRCEftvN9AQAAAAAEWVo=", "base64");
