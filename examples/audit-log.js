// Keeps logins on record in a file of their own, with archives .1 to .3, and every record on the disk before it counts.
//
//   node examples/audit-log.js [folder]

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { audit, AuditEvents, shutdown } from "logback-node";

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "audit-log-"));
const location = join(folder, "audit.log");

audit.configure({ delimiter: "|", file: { location, size: 4096, count: 3, pattern: "%sn %message%n", sync: "each" } });

// Only who is on record gets in: were the record lost, this would throw.
const { state, sequenceNumber } = await audit.log(AuditEvents.login({ login: "thorben", ip: "::1" }));
console.log(`record ${sequenceNumber} is ${state}`);

// Events of one's own: an id, then attributes in their order.
await audit.log("acme.export", { login: "thorben", rows: 1200, since: new Date("2026-01-01T00:00:00Z") });

// Many at a time share their syncs, and are in the file in this order.
await Promise.all(Array.from({ length: 200 }, (_, row) => audit.log("acme.delete", { login: "thorben", row })));

await shutdown();
console.log(audit.counters);
console.log(`The audit log is ${location}`);
