import { createRequire, isBuiltin } from "node:module";
import type { ComponentDefinition, ComponentKind } from "../core/component.js";
import { kindOf } from "../core/safe-access.js";
import { closest } from "../util/did-you-mean.js";
import { lastPart } from "../util/last-part.js";

/** A package's name, without a path behind it. Source: npm, package.json, "name". */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** `package` or `package/Export`. */
const CLASS_IN_PACKAGE = /^((?:@[^/]+\/)?[^@/][^/]*)(?:\/([\p{ID_Start}$_][\p{ID_Continue}$]*))?$/u;

/** What came of looking for a class in a package; one of the first two. */
export interface FoundInPackage {
  readonly definition?: ComponentDefinition<unknown>;
  /** Why there is none, in a sentence. */
  readonly problem?: string;
  readonly cause?: unknown;
}

/**
 * The packages that the application allows configurations to name components of, as `class="@acme/logback-kafka"` or
 * `class="@acme/logback-kafka/KafkaAppender"`.
 *
 * Only names that were allowed in code are ever loaded, by `require` from the application's own folder: no path, no URL,
 * and nothing that a configuration file could choose.
 */
export class AllowedPackages {
  readonly #folders = new Map<string, string>();

  /**
   * Allows packages, beside those that are allowed already.
   *
   * @param from - File or URL of a module that could import them; they are looked for where it would find them.
   * @throws TypeError for what is no package's name, and where `from` is no absolute path and no file URL.
   */
  allow(names: readonly string[], from: string | URL): void {
    const given: unknown = names;
    if (!Array.isArray(given)) {
      throw new TypeError(`packages: expected a list of package names, got ${kindOf(given)}.`);
    }
    for (const name of given as readonly unknown[]) {
      if (typeof name !== "string" || !PACKAGE_NAME.test(name) || name.includes("..") || isBuiltin(name)) {
        throw new TypeError(`packages: expected the name of a package, such as "@acme/logback-kafka", got ${typeof name === "string" ? `"${name}"` : kindOf(name)}.`);
      }
    }
    createRequire(from);
    for (const name of names) {
      this.#folders.set(name, String(from));
    }
  }

  /** @returns `undefined` when the class does not look like one of a package. */
  find(kind: ComponentKind, className: string): FoundInPackage | undefined {
    const [, packageName = "", exportName] = CLASS_IN_PACKAGE.exec(className) ?? [];
    const from = this.#folders.get(packageName);
    if (from !== undefined) {
      return this.#load(packageName, from, kind, exportName);
    }
    if (!/[/@\\:]/.test(className)) {
      return undefined;
    }
    if (!PACKAGE_NAME.test(packageName) || packageName.includes("..")) {
      return { problem: "A class is no path and no URL: expected the name of a class, or of a package that the program allows by configure({ packages })." };
    }
    const near = closest(packageName, [...this.#folders.keys()]);
    return { problem: near === undefined ? `The program allows no package of this name: configure({ packages: ["${packageName}"] }) would.` : `Did you mean "${near}"?` };
  }

  #load(packageName: string, from: string, kind: ComponentKind, exportName: string | undefined): FoundInPackage {
    let definitions: readonly DefinedExport[];
    try {
      // Not called "require": what is loaded is no module of this library, and only names pass that the program itself allowed.
      const load = createRequire(from);
      definitions = definitionsIn(Object(load(packageName)) as Readonly<Record<string, unknown>>).filter(([, definition]) => definition.kind === kind);
    } catch (cause) {
      return { problem: problemOf(cause, packageName, from), cause };
    }
    const matching = exportName === undefined ? definitions : definitions.filter(([name, { classNames }]) => name === exportName || classNames.some((className) => lastPart(className) === exportName));
    const names = [...new Set(definitions.map(([name]) => name))].join(", ");
    if (new Set(matching.map(([, definition]) => definition)).size === 1) {
      return { definition: (matching[0] as DefinedExport)[1] };
    }
    if (definitions.length === 0) {
      return { problem: `The package ${packageName} exports no definition of a component of kind ${kind}; defineComponent makes one.` };
    }
    return { problem: exportName === undefined ? `The package ${packageName} exports several: write "${packageName}/" and one of ${names}.` : `The package ${packageName} exports none of that name, only ${names}.` };
  }
}

type DefinedExport = readonly [name: string, definition: ComponentDefinition<unknown>];

/** Exports of a CommonJS package stand beside its default export, or only in it. */
function definitionsIn(exported: Readonly<Record<string, unknown>>): DefinedExport[] {
  if (isDefinition(exported)) {
    return [["default", exported]];
  }
  return Object.keys(exported).flatMap((name): DefinedExport[] => {
    const value = exported[name];
    return isDefinition(value) ? [[name, value]] : name === "default" && typeof value === "object" && value !== null ? definitionsIn({ ...value, default: undefined }) : [];
  });
}

function isDefinition(value: unknown): value is ComponentDefinition<unknown> {
  const { kind, classNames, properties, create } = Object(value) as Partial<Record<keyof ComponentDefinition<unknown>, unknown>>;
  return typeof kind === "string" && Array.isArray(classNames) && typeof properties === "object" && properties !== null && typeof create === "function";
}

function problemOf(cause: unknown, packageName: string, from: string): string {
  const { code, message } = Object(cause) as { readonly code?: unknown; readonly message?: unknown };
  if (code === "MODULE_NOT_FOUND" && String(message).includes(`'${packageName}'`)) {
    return `The package ${packageName} is not installed where ${from} would find it.`;
  }
  if (code === "ERR_REQUIRE_ASYNC_MODULE") {
    return `The package ${packageName} cannot be loaded at once: it, or what it imports, has an await at its top level.`;
  }
  return `The package ${packageName} could not be loaded.`;
}
