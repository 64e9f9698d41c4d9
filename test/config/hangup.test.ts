import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { HangUp, type ProcessToHangUp } from "../../src/config/hangup.js";

test("SIGHUP is listened for only as long as that is wanted, and once", () => {
  const process = new EventEmitter();
  let hangUps = 0;
  const hangUp = new HangUp(process as unknown as ProcessToHangUp, () => {
    hangUps++;
  });
  process.emit("SIGHUP");

  hangUp.watch(true);
  hangUp.watch(true);
  process.emit("SIGHUP");
  hangUp.watch(false);
  process.emit("SIGHUP");

  expect(hangUps).toBe(1);
  expect(process.listenerCount("SIGHUP")).toBe(0);
});
