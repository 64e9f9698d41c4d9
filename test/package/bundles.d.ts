interface Bundle {
  readonly title: string;
}

export const BUNDLES: readonly Bundle[];
export function tryBundle(bundler: "esbuild" | "rolldown", bundle: Bundle, folder: string): Promise<void>;
