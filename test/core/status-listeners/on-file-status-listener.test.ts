import { expect, test } from "vitest";
import type { ServiceKey } from "../../../src/core/component.js";
import { formatStatus, newStatus } from "../../../src/core/status.js";
import { OnFileStatusListener, onFileStatusListener, STATUS_FILE, type OpenStatusFile } from "../../../src/core/status-listeners/on-file-status-listener.js";
import { buildFrom } from "../../support/build.js";

const STATUS = newStatus("INFO", "fine", { origin: "TEST" });

function offering(open: OpenStatusFile): ReadonlyMap<ServiceKey<unknown>, unknown> {
  return new Map<ServiceKey<unknown>, unknown>([[STATUS_FILE, open]]);
}

test("OnFileStatusListener prints each status as it comes, and what came just before it was added", () => {
  const lines: string[] = [];
  const listener = new OnFileStatusListener("status.log", (line) => lines.push(line), { prefix: "> " });
  listener.onAdded([STATUS]);
  listener.onStatus(STATUS);

  expect(lines).toEqual([`> ${formatStatus(STATUS)}`, `> ${formatStatus(STATUS)}`]);
});

const files = [
  { properties: { filename: "status.log" }, opened: "/srv/app/status.log", filename: "status.log", statuses: [] },
  { properties: { filename: "/var/log/status.log", prefix: "LOG" }, opened: "/var/log/status.log", filename: "/var/log/status.log", statuses: [] },
  { properties: {}, opened: "/srv/app/status.txt", filename: "status.txt", statuses: ["INFO <filename> is not set; statuses go to status.txt."] },
] as const;

for (const { properties, opened, filename, statuses: said } of files) {
  test(`onFileStatusListener with ${JSON.stringify(properties)} appends to ${opened}`, () => {
    const lines: string[] = [];
    const services = offering((path) => (line) => lines.push(`${path}: ${line}`));
    const { built, statuses } = buildFrom(onFileStatusListener, properties, { services, baseDir: "/srv/app" });
    built?.onStatus(STATUS);

    expect(built).toMatchObject({ filename });
    expect(lines).toEqual([`${opened}: ${"prefix" in properties ? properties.prefix : ""}${formatStatus(STATUS)}`]);
    expect(statuses).toEqual(said);
  });
}

test("onFileStatusListener whose file cannot be opened says so and prints nothing", () => {
  const services = offering(() => {
    throw new Error("read-only");
  });
  const { built, statuses } = buildFrom(onFileStatusListener, { filename: "status.log" }, { services, baseDir: "/srv/app" });
  built?.onStatus(STATUS);

  expect(built).toBeInstanceOf(OnFileStatusListener);
  expect(statuses).toEqual(["ERROR Failed to open [/srv/app/status.log]; no status is written there."]);
});

test("onFileStatusListener in a process that offers no file is left out and says so", () => {
  const { built, statuses } = buildFrom(onFileStatusListener, { filename: "status.log" });

  expect(built).toBe(undefined);
  expect(statuses).toEqual(["ERROR This process offers no file for statuses; the listener is left out."]);
});
