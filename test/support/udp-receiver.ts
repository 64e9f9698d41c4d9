import dgram from "node:dgram";
import { onTestFinished } from "vitest";

/** Keeps the datagrams that arrive. Closed when the test is over. */
export class UdpReceiver {
  readonly datagrams: Buffer[] = [];
  readonly #socket: dgram.Socket;
  #isOpen = true;

  private constructor() {
    this.#socket = dgram.createSocket({ type: "udp4", recvBufferSize: 4 * 1024 * 1024 });
    this.#socket.on("message", (message) => this.datagrams.push(message));
  }

  static async start(port = 0): Promise<UdpReceiver> {
    const receiver = new UdpReceiver();
    await new Promise<void>((resolve) => receiver.#socket.bind(port, "127.0.0.1", resolve));
    onTestFinished(() => receiver.stop());
    return receiver;
  }

  get port(): number {
    return (this.#socket.address()).port;
  }

  get texts(): string[] {
    return this.datagrams.map((datagram) => datagram.toString());
  }

  async stop(): Promise<void> {
    if (this.#isOpen) {
      this.#isOpen = false;
      await new Promise<void>((resolve) => this.#socket.close(resolve));
    }
  }
}
