import { expect, test } from "vitest";
import { socketConnect } from "../../src/sink/connection.js";

test("an attempt that ends without an error says what could not be connected to", async () => {
  const cause = await new Promise<Error | undefined>((resolve) => {
    const connection = socketConnect(undefined, undefined)({ host: "127.0.0.1", port: 9 }, { connected: () => {}, freed: () => {}, closed: resolve });
    connection.destroy();
  });

  expect(cause?.message).toBe("Could not connect to 127.0.0.1:9.");
});
