import { expect, test } from "vitest";
import { scanPeriodUnit } from "../../../src/config/checks/scan-period-unit.js";
import { found } from "../../support/checks.js";

test("a number alone is warned of, for it counts milliseconds", () => {
  expect(found(scanPeriodUnit, '<configuration scan="true" scanPeriod=" 30 "/>')).toEqual(['WARN 1:28 scanPeriod="30" counts milliseconds, since there is no unit. Write scanPeriod="30 seconds" if that is meant.']);
});

for (const attributes of ["", 'scan="true"', 'scanPeriod="30 seconds"', 'scanPeriod="500 milliseconds"', 'scanPeriod="0"', 'scanPeriod="soon"']) {
  test(`<configuration ${attributes}> says what it means`, () => {
    expect(found(scanPeriodUnit, `<configuration ${attributes}/>`)).toEqual([]);
  });
}
