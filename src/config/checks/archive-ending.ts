import type { Check } from "./check.js";
import { placeIn, textsNamed } from "./search.js";

const COMPRESSED = /\.(?:gz|zip|xz)$/;
const LIKE_ARCHIVES = /\.(?:7z|br|bz2|gz|gzip|lz4|lzma|rar|tar|tbz2?|tgz|txz|xz|z|zip|zst|zstd)$/i;

/** A `<fileNamePattern>` that ends like the name of an archive, and not as the compressions do. */
export const archiveEnding: Check = {
  name: "archive-ending",
  find: (configuration) =>
    textsNamed(configuration, "fileNamePattern").flatMap((found) => {
      const match = COMPRESSED.test(found.text) ? null : LIKE_ARCHIVES.exec(found.text);
      return match === null
        ? []
        : [{ element: found.element, at: placeIn(found, match.index), message: `The ending "${match[0]}" does not compress anything: the files are plain text under that name. Write ".gz", ".zip" or ".xz".` }];
    }),
};
