import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { moduleName } from "../../src/config/module-name.js";
import { tempDir } from "../support/temp-dir.js";

const names = [
  { packageName: "orders", file: "src/cart/checkout.ts", name: "orders.cart.checkout" },
  { packageName: "@acme/orders", file: "dist/cart.mjs", name: "acme.orders.cart" },
  { packageName: "orders", file: "lib/src/cart.js", name: "orders.src.cart" },
  { packageName: "orders", file: "src.js", name: "orders.src" },
  { packageName: "orders", file: "api/build/v1.2/items.test.js", name: "orders.api.build.v1.2.items.test" },
  { packageName: undefined, file: "build/main.js", name: "main" },
];

for (const { packageName, file, name } of names) {
  test(`${file} of ${packageName ?? "a package without a name"} logs as ${name}`, () => {
    const folder = tempDir();
    writeFileSync(path.join(folder, "package.json"), JSON.stringify({ name: packageName }));
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });

    expect(moduleName(pathToFileURL(path.join(folder, file)).href)).toBe(name);
  });
}
