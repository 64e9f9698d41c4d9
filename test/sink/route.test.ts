import { expect, test } from "vitest";
import { Route, type ConnectionStrategy } from "../../src/sink/route.js";

function routeTo(hosts: number, strategy: ConnectionStrategy = "preferPrimary", random: () => number = () => 0): Route {
  const destinations = Array.from({ length: hosts }, (_, port) => ({ host: "h", port }));
  return new Route({ destinations, strategy, reconnectionDelayMs: 1_000, minConnectionTimeBeforePrimaryMs: 10_000, random });
}

/** The port of the next destination, and the pause before it. */
function next(route: Route, now: number): readonly [number, number] {
  const { destination, pauseMs } = route.next(now);
  return ["port" in destination ? destination.port : -1, pauseMs];
}

test("pauses double up to the longest, and begin anew after a connection that held", () => {
  const route = routeTo(1);
  const pauses: number[] = [];
  let now = 0;
  for (let count = 0; count < 6; count++) {
    const [, pause] = next(route, now);
    pauses.push(pause);
    now += pause;
    route.failed(now);
  }
  expect(pauses).toEqual([0, 100, 200, 400, 800, 1_000]);

  next(route, now);
  route.connected(now);
  route.failed(now + 60_000);

  expect(next(route, now + 60_000)).toEqual([0, 100]);
});

test("a connection that breaks at once counts as a failure", () => {
  const route = routeTo(1);
  let now = 0;
  for (const pause of [0, 100, 200, 400]) {
    expect(next(route, now)).toEqual([0, pause]);
    now += pause;
    route.connected(now);
    route.failed(now);
  }
});

test("pauses are shortened at random by up to a half", () => {
  const route = routeTo(1, "preferPrimary", () => 1);
  next(route, 0);
  route.failed(0);

  expect(next(route, 0)).toEqual([0, 50]);
});

test("in a hurry there are no pauses", () => {
  const route = routeTo(1);
  next(route, 0);
  route.failed(0);

  route.hurry();

  expect(next(route, 0)).toEqual([0, 0]);
  route.failed(0);
  expect(next(route, 0)).toEqual([0, 100]);
});

test("preferPrimary tries the destinations in order, without a pause as long as each is tried for the first time", () => {
  const route = routeTo(3);
  const tried: (readonly [number, number])[] = [];

  for (let count = 0; count < 4; count++) {
    tried.push(next(route, 0));
    route.failed(0);
  }

  expect(tried).toEqual([[0, 0], [1, 0], [2, 0], [0, 100]]);
});

test("preferPrimary comes back to the first when a connection to another has held ten seconds", () => {
  const route = routeTo(3);
  next(route, 0);
  route.failed(0);
  next(route, 0);
  expect(route.isAtPrimary).toBe(false);
  route.connected(0);
  route.failed(10_000);

  expect(next(route, 10_000)).toEqual([0, 0]);
  expect(route.isAtPrimary).toBe(true);
});

test("preferPrimary goes on to the next when the first accepts connections and breaks them", () => {
  const route = routeTo(2);
  next(route, 0);
  route.connected(0);
  route.failed(5);

  expect(next(route, 5)).toEqual([1, 0]);
});

test("roundRobin takes each in turn, whether it failed or not", () => {
  const route = routeTo(2, "roundRobin");

  expect(next(route, 0)[0]).toBe(0);
  route.connected(0);
  expect(next(route, 60_000)[0]).toBe(1);
  route.failed(60_000);
  expect(next(route, 60_000)[0]).toBe(0);
});

test("random takes any", () => {
  const numbers = [0.1, 0.9, 0.5, 1];
  const route = routeTo(3, "random", () => numbers.shift() ?? 0);

  expect([next(route, 0)[0], next(route, 0)[0], next(route, 0)[0], next(route, 0)[0]]).toEqual([0, 2, 1, 2]);
});
