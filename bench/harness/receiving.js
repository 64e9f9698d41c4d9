/** Starts the receiver of a cell that sends over the network. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const RECEIVER = fileURLToPath(new URL("./receiver.js", import.meta.url));

/**
 * @param {"tcp" | "udp"} protocol
 * @param {string} file - What it receives goes there.
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>} `stop` resolves when everything is in the file.
 */
export async function startReceiver(protocol, file) {
  const child = spawn(process.execPath, [RECEIVER, protocol, file], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const [port] = await once(child.stdout, "data");
  return {
    port: Number(port),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
