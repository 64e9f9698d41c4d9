import { expect, test } from "vitest";
import { Clients, type Client } from "../../src/control/clients.js";

interface Watched extends Client {
  isWaiting: boolean;
  isDropped: boolean;
}

function aClient(isWaiting = false): Watched {
  const client: Watched = { isWaiting, isDropped: false, drop: () => { client.isDropped = true; } };
  return client;
}

function filled(isWaiting: (index: number) => boolean): { readonly clients: Clients; readonly there: readonly Watched[] } {
  const clients = new Clients();
  const there = Array.from({ length: 16 }, (_, index) => aClient(isWaiting(index)));
  for (const client of there) {
    clients.add(client);
  }
  return { clients, there };
}

const dropped = (clients: readonly Watched[]): number[] => clients.flatMap(({ isDropped }, index) => (isDropped ? [index] : []));

test("T11 one client too many takes the place of the one that was served longest ago", () => {
  const { clients, there } = filled(() => false);
  clients.served(there[0]!);

  const late = aClient();
  clients.add(late);

  expect([dropped(there), late.isDropped]).toEqual([[1], false]);
});

test("T11 those that wait to be looked at keep their places", () => {
  const { clients, there } = filled((index) => index < 15);

  const late = aClient();
  clients.add(late);

  expect([dropped(there), late.isDropped]).toEqual([[15], false]);
});

test("T11 when all wait, the one that comes is the one that goes, and leaves no trace", () => {
  const { clients, there } = filled(() => true);

  const late = aClient(true);
  clients.add(late);
  clients.remove(there[3]!);
  const later = aClient(true);
  clients.add(later);

  expect([dropped(there), late.isDropped, later.isDropped]).toEqual([[], true, false]);
});

test("all are dropped at the end", () => {
  const { clients, there } = filled((index) => index % 2 === 0);

  clients.dropAll();

  expect(dropped(there)).toHaveLength(16);
});
