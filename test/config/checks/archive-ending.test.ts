import { expect, test } from "vitest";
import { archiveEnding } from "../../../src/config/checks/archive-ending.js";
import { found, withRolling } from "../../support/checks.js";

function xml(ending: string): string {
  return withRolling(`<rollingPolicy class="TimeBasedRollingPolicy">\n<fileNamePattern>/x.%d.log${ending}</fileNamePattern></rollingPolicy>`);
}

for (const ending of [".gzip", ".tgz", ".bz2", ".GZ", ".zst"]) {
  test(`archives with ${ending} are not compressed, which is warned of`, () => {
    expect(found(archiveEnding, xml(ending))).toEqual([`WARN 3:27 The ending "${ending}" does not compress anything: the files are plain text under that name. Write ".gz", ".zip" or ".xz".`]);
  });
}

for (const ending of ["", ".gz", ".zip", ".xz", ".tar.gz", ".1"]) {
  test(`archives with "${ending}" are what their name says`, () => {
    expect(found(archiveEnding, xml(ending))).toEqual([]);
  });
}
