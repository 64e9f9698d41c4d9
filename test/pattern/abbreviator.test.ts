import { expect, test } from "vitest";
import { textOf } from "../support/patterns.js";

const names = [
  { name: "com.example.shop.OrderService", length: 0, short: "OrderService" },
  { name: "com.example.shop.OrderService", length: 1, short: "c.e.s.OrderService" },
  { name: "com.example.shop.OrderService", length: 23, short: "c.e.shop.OrderService" },
  { name: "com.example.shop.OrderService", length: 28, short: "c.example.shop.OrderService" },
  { name: "com.example.shop.OrderService", length: 30, short: "com.example.shop.OrderService" },
  { name: "single", length: 0, short: "single" },
  { name: "single", length: 3, short: "single" },
  { name: "..odd..name.", length: 1, short: "..o..n." },
  { name: "", length: 5, short: "" },
] as const;

for (const { name, length, short } of names) {
  test(`%logger{${String(length)}} prints "${name}" as "${short}"`, () => {
    expect(textOf(`%logger{${String(length)}}`, { loggerName: name })).toBe(short);
  });
}
