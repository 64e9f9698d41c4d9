interface Seen {
  readonly version: string;
  readonly names: string[];
}

export const root: string;
export const LOADERS: readonly ["import", "require"];
export const UNFORGIVING: readonly (readonly string[])[];
export function npm(args: readonly string[], cwd: string): string;
export function pack(folder: string): string;
export function installFromRegistry(folder: string, ...packages: readonly string[]): void;
export function installFromCheckout(folder: string, ...packages: readonly string[]): string;
export function run(node: string, args: readonly string[], cwd: string): string;
export function runProgram(how: string, node: string, args: readonly string[], folder: string): Seen;
export function runConsumer(folder: string, how: "import" | "require", node: string): Seen;
export function runSmoke(folder: string, node: string, flags: readonly string[]): Seen;
