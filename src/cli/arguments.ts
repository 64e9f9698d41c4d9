import { parseArgs } from "node:util";

/** Words and options of a command line. */
export interface Arguments {
  /** Without options: the command first. */
  readonly words: readonly string[];
  /** `--define`: what Java gets by `-D`. */
  readonly defined: ReadonlyMap<string, string>;
  /** `--profile`; `undefined` for none given. */
  readonly profiles: readonly string[] | undefined;
  /** `--package`: what the program allows by `configure({ packages })`. */
  readonly packages: readonly string[];
  /** `--appenders`: what `migrate` carries over beside levels. */
  readonly appenders: boolean;
  /** `--into`: the file that `migrate` merges into; `undefined` for none given. */
  readonly into: string | undefined;
  /** `--packaged`: files that `migrate` compares the old ones with. */
  readonly packaged: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parsed(args);
  return {
    words: positionals,
    defined: new Map((values.define ?? []).map(pair)),
    profiles: values.profile?.flatMap((names) => names.split(",")).map((name) => name.trim()).filter((name) => name !== ""),
    packages: values.package ?? [],
    appenders: values.appenders ?? false,
    into: values.into,
    packaged: values.packaged ?? [],
    json: values.json ?? false,
    strict: values.strict ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

/** `key=value`. @throws UsageError */
export function pair(text: string): readonly [key: string, value: string] {
  const end = text.indexOf("=");
  if (end <= 0) {
    throw new UsageError(`Expected key=value, got "${text}".`);
  }
  return [text.slice(0, end), text.slice(end + 1)];
}

interface Parsed {
  readonly values: {
    readonly define?: readonly string[] | undefined;
    readonly profile?: readonly string[] | undefined;
    readonly package?: readonly string[] | undefined;
    readonly appenders?: boolean | undefined;
    readonly into?: string | undefined;
    readonly packaged?: readonly string[] | undefined;
    readonly json?: boolean | undefined;
    readonly strict?: boolean | undefined;
    readonly help?: boolean | undefined;
    readonly version?: boolean | undefined;
  };
  readonly positionals: readonly string[];
}

function parsed(args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        define: { type: "string", short: "D", multiple: true },
        profile: { type: "string", multiple: true },
        package: { type: "string", multiple: true },
        appenders: { type: "boolean" },
        into: { type: "string" },
        packaged: { type: "string", multiple: true },
        json: { type: "boolean" },
        strict: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
