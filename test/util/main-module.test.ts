import { expect, test } from "vitest";
import { mainModule } from "../../src/util/main-module.js";

const env = { pm_exec_path: "/srv/shop/dist/main.js" };

for (const container of ["ProcessContainer.js", "ProcessContainerFork.js", "ProcessContainerForkBun.js"]) {
  test(`under PM2's ${container} the program is the main module`, () => {
    expect(mainModule({ argv: ["node", `/usr/lib/node_modules/pm2/lib/${container}`], env })).toBe("/srv/shop/dist/main.js");
  });
}

test("a process that a program under PM2 starts has a main module of its own", () => {
  expect(mainModule({ argv: ["node", "/srv/shop/dist/worker.js"], env })).toBe("/srv/shop/dist/worker.js");
});

test("without PM2, and without a script, the main module is what Node.js says", () => {
  expect(mainModule({ argv: ["node", "/srv/shop/dist/main.js"], env: {} })).toBe("/srv/shop/dist/main.js");
  expect(mainModule({ argv: ["node"], env })).toBe(undefined);
});
