import { expect, test } from "vitest";
import { sizeCapWithoutHistory } from "../../../src/config/checks/size-cap-without-history.js";
import { found, withRolling } from "../../support/checks.js";

function xml(inside: string): string {
  return withRolling(`<rollingPolicy class="TimeBasedRollingPolicy">${inside}\n</rollingPolicy>`);
}

for (const history of ["", "<maxHistory>0</maxHistory>"]) {
  test(`totalSizeCap with "${history}" removes nothing`, () => {
    expect(found(sizeCapWithoutHistory, xml(`${history}\n<totalSizeCap>1GB</totalSizeCap>`))).toEqual(["WARN 3:1 <totalSizeCap> counts only together with <maxHistory>; without it no file is ever removed."]);
  });
}

for (const inside of ["", "<totalSizeCap>0</totalSizeCap>", "<maxHistory>30</maxHistory><totalSizeCap>1GB</totalSizeCap>"]) {
  test(`"${inside}" does what it says`, () => {
    expect(found(sizeCapWithoutHistory, xml(inside))).toEqual([]);
  });
}
