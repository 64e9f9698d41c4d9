export const root: string;
export const LOADERS: readonly ["import", "require"];
export function npm(args: readonly string[], cwd: string): string;
export function pack(folder: string): string;
export function addConsumers(folder: string): void;
export function runConsumer(folder: string, how: "import" | "require", node: string): { version: string; names: string[] };
