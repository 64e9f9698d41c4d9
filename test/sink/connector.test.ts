import { expect, test } from "vitest";
import { Connector } from "../../src/sink/connector.js";
import { Route } from "../../src/sink/route.js";
import { FakeTimers } from "../support/fake-timers.js";

const refusal = new Error("refused");

for (const { thrown, told } of [
  { thrown: refusal, told: refusal },
  { thrown: "refused", told: new Error("refused") },
  { thrown: null, told: new Error("null") },
]) {
  test(`when a connection cannot even be tried, and ${String(thrown)} is thrown, that is an attempt that failed`, () => {
    const timers = new FakeTimers();
    const failures: Error[] = [];
    const nothing = (): void => {};
    const connector = new Connector({
      connect: () => {
        throw thrown;
      },
      route: new Route({ destinations: [{ host: "logs", port: 1 }], strategy: "preferPrimary", reconnectionDelayMs: 100, minConnectionTimeBeforePrimaryMs: 0, random: () => 0 }),
      timers,
      connectionTimeoutMs: 1_000,
      writeTimeoutMs: 0,
      connectionTtlMs: () => undefined,
      keepAlive: undefined,
      listener: { up: nothing, free: nothing, failed: (cause) => failures.push(cause), broken: nothing, left: nothing },
    });

    connector.start();
    timers.pass(100);
    connector.stop();

    expect(failures).toEqual([told, told]);
  });
}
