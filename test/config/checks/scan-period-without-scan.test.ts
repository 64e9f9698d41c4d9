import { expect, test } from "vitest";
import { scanPeriodWithoutScan } from "../../../src/config/checks/scan-period-without-scan.js";
import { found } from "../../support/checks.js";

test("scanPeriod without scan is warned of", () => {
  expect(found(scanPeriodWithoutScan, '<configuration scanPeriod="30 seconds"/>')).toEqual(['WARN 1:16 scanPeriod alone does nothing: the file is not looked at again. Write scan="true" too.']);
});

for (const attributes of ["", 'scan="true"', 'scan="true" scanPeriod="30 seconds"', 'scan="false" scanPeriod="30 seconds"']) {
  test(`<configuration ${attributes}> says what it means`, () => {
    expect(found(scanPeriodWithoutScan, `<configuration ${attributes}/>`)).toEqual([]);
  });
}
