import { EventEmitter } from "node:events";

/** Stands in for `process`, because a test cannot end its own; real processes are in `test/integration/endings.test.ts`. */
export class StandIn extends EventEmitter {
  readonly done: string[] = [];
  readonly pid: number;

  constructor(pid = 4_711) {
    super();
    this.pid = pid;
  }

  kill(pid: number, signal: string): true {
    this.done.push(`kill ${String(pid)} ${signal}`);
    return true;
  }

  exit(code: number): void {
    this.done.push(`exit ${String(code)}`);
  }

  get signalListeners(): number {
    return ["SIGTERM", "SIGINT", "SIGHUP"].reduce((count, signal) => count + this.listenerCount(signal), 0);
  }
}
