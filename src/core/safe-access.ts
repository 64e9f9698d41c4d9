import types from "node:util/types";

/** Prototypes of one object that are looked through. */
const MAX_PROTOTYPES = 64;
const MAX_NAME_LENGTH = 256;

/** What {@link safeGet} returns for a property that could not be read. */
export class Unprintable {
  readonly #text: string;

  constructor(thrown: unknown) {
    this.#text = unprintable(thrown);
  }

  /** Not `instanceof`, which would run the trap of a Proxy. */
  static is(value: unknown): value is Unprintable {
    return typeof value === "object" && value !== null && #text in value;
  }

  /** For example `[unprintable: TypeError]`. */
  toString(): string {
    return this.#text;
  }
}

/** What stands for a value whose own code threw. */
export function unprintable(thrown: unknown): string {
  try {
    return `[unprintable: ${isThrowable(thrown) ? errorName(thrown) : kindOf(thrown)}]`;
  } catch {
    return "[unprintable]";
  }
}

/** `value[key]`, or an {@link Unprintable} when reading it throws. Calls a getter. */
export function safeGet(value: object, key: PropertyKey): unknown {
  try {
    return (value as Readonly<Record<PropertyKey, unknown>>)[key];
  } catch (thrown) {
    return new Unprintable(thrown);
  }
}

interface AnyError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly stack?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * {@link safeGet} for what is read of every error that is logged: a function for each property, because the engine
 * remembers for each function where objects have what it reads.
 */
export const errorField = {
  name: (error: AnyError): unknown => {
    try {
      return error.name;
    } catch (thrown) {
      return new Unprintable(thrown);
    }
  },
  message: (error: AnyError): unknown => {
    try {
      return error.message;
    } catch (thrown) {
      return new Unprintable(thrown);
    }
  },
  stack: (error: AnyError): unknown => {
    try {
      return error.stack;
    } catch (thrown) {
      return new Unprintable(thrown);
    }
  },
  cause: (error: AnyError): unknown => {
    try {
      return error.cause;
    } catch (thrown) {
      return new Unprintable(thrown);
    }
  },
  errors: (error: AnyError): unknown => {
    try {
      return error.errors;
    } catch (thrown) {
      return new Unprintable(thrown);
    }
  },
};

/** The first items of an array and how many more there are; `undefined` when it is no array. */
export function readItems(value: unknown, maxItems: number): { readonly items: readonly unknown[]; readonly more: number } | undefined {
  try {
    if (!Array.isArray(value)) {
      return undefined;
    }
    const length = Math.max(0, Number(safeGet(value, "length")) || 0);
    const items = Array.from({ length: Math.min(length, maxItems) }, (_, index) => safeGet(value, index));
    return { items, more: length - items.length };
  } catch {
    return undefined;
  }
}

/**
 * Whether a value is an error: one of any realm, a `DOMException`, or an object that inherits from `Error`.
 * Never throws and calls nothing of the value; a Proxy is not an error.
 */
export function isThrowable(value: unknown): value is Error {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  return types.isNativeError(value) || inheritsFromError(value);
}

function inheritsFromError(value: object): boolean {
  for (let steps = 0, prototype = prototypeOf(value); prototype !== null && prototype !== Object.prototype && steps < MAX_PROTOTYPES; steps++) {
    if (prototype === Error.prototype || (typeof DOMException === "function" && prototype === DOMException.prototype)) {
      return true;
    }
    prototype = prototypeOf(prototype);
  }
  return false;
}

/** Names of the built-in error classes of this realm, by prototype. */
const BUILT_IN_PROTOTYPES: ReadonlyMap<object, string> = new Map(
  [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError].map(({ name, prototype }) => [prototype, name]),
);
const BUILT_IN_ERRORS: ReadonlySet<string> = new Set(BUILT_IN_PROTOTYPES.values());

/** The `name` of an error; its class where the name is only inherited from a built-in error, as `util.inspect` does. */
export function errorName(error: object): string {
  const name = errorField.name(error);
  if (typeof name !== "string" || name === "") {
    return classNameOf(error) ?? "Error";
  }
  if (!BUILT_IN_ERRORS.has(name) || isBuiltIn(error, name)) {
    return name.slice(0, MAX_NAME_LENGTH);
  }
  const ofClass = classNameOf(error);
  return ofClass !== undefined && !Object.hasOwn(error, "name") ? ofClass : name;
}

/** Whether an error is one of a built-in class with that name: the class need not be looked for. */
function isBuiltIn(error: object, name: string): boolean {
  return types.isNativeError(error) && BUILT_IN_PROTOTYPES.get(Object.getPrototypeOf(error) as object) === name;
}

/** What kind of thing a value is: `string`, `null`, `Object`, the name of a class. */
export function kindOf(value: unknown): string {
  return value === null ? "null" : typeof value === "object" ? (classNameOf(value) ?? "object") : typeof value;
}

/** Name of the class a value is an instance of; `undefined` for a Proxy and without a named constructor. Calls nothing. */
export function classNameOf(value: object): string | undefined {
  for (let steps = 0, prototype = prototypeOf(value); prototype !== null && steps < MAX_PROTOTYPES; steps++) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
    const name = typeof constructor === "function" ? functionName(constructor) : "";
    if (name !== "") {
      return name;
    }
    prototype = prototypeOf(prototype);
  }
  return undefined;
}

/** Name of a function; empty for an anonymous one and a Proxy. Calls nothing. */
export function functionName(value: object): string {
  const name: unknown = types.isProxy(value) ? "" : Object.getOwnPropertyDescriptor(value, "name")?.value;
  return typeof name === "string" ? name.slice(0, MAX_NAME_LENGTH) : "";
}

/** Their methods stand behind getters of Node.js under `--frozen-intrinsics`. */
const OF_BUILT_INS: ReadonlySet<object> = new Set([RegExp.prototype, Number.prototype, String.prototype, Boolean.prototype, Symbol.prototype, BigInt.prototype]);

/** The `toString` that an object or its class defines, and not `Object.prototype` of any realm. Calls nothing. */
export function ownToString(value: object): ((this: unknown) => unknown) | undefined {
  for (let steps = 0, holder: object | null = value; holder !== null && steps < MAX_PROTOTYPES; steps++) {
    const property = Object.getOwnPropertyDescriptor(holder, "toString");
    if (property !== undefined) {
      const method: unknown = OF_BUILT_INS.has(holder) ? safeGet(holder, "toString") : property.value;
      return typeof method === "function" && method !== Object.prototype.toString && !isRootPrototype(holder) ? (method as () => unknown) : undefined;
    }
    holder = prototypeOf(holder);
  }
  return undefined;
}

function isRootPrototype(holder: object): boolean {
  return holder === Object.prototype || (Object.getPrototypeOf(holder) === null && Object.hasOwn(holder, "isPrototypeOf") && Object.hasOwn(holder, "propertyIsEnumerable"));
}

/** The prototype; `null` where a Proxy begins, whose traps would run. */
function prototypeOf(value: object): object | null {
  const prototype: unknown = types.isProxy(value) ? null : Object.getPrototypeOf(value);
  return types.isProxy(prototype) ? null : (prototype as object | null);
}
