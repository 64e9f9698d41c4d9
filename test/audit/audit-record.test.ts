import { expect, test } from "vitest";
import { AuditRecord } from "../../src/audit/audit-record.js";

for (const [state, sequenceNumber] of [["written", 5], ["synced", 5], ["refused", 0]] as const) {
  test(`a record that is ${state} has the number ${sequenceNumber}`, async () => {
    const record = new AuditRecord(5);

    record.settle(state);

    expect(await record.receipt).toEqual({ state, sequenceNumber });
  });
}

test("one that is lost tells which it was", async () => {
  const record = new AuditRecord(5);

  record.fail("is lost.");

  await expect(record.receipt).rejects.toMatchObject({ name: "AuditError", sequenceNumber: 5, message: "The audit record 5 is lost." });
});
