import { AsyncLocalStorage } from "node:async_hooks";
import { LogProperties } from "./log-properties.js";
import { printValue } from "./printable.js";

/**
 * The MDC of one moment. It never changes; `with` and `without` return another one.
 *
 * @public
 */
export class MdcMap implements Iterable<readonly [string, string]> {
  /** Without any pair; the one there is. */
  static readonly EMPTY: MdcMap = new MdcMap(new Map());

  readonly #entries: ReadonlyMap<string, string>;
  /** Weak, because the empty map and that of the process outlive every encoder. */
  #rendered: WeakMap<object, string> | undefined;
  /** What `%thread` prints here: Node.js has no threads that a program could name, so the MDC may. @internal */
  readonly threadName: string | undefined;
  /** What the trace filters found out about this map: kept here, because it is asked for at every log call. @internal */
  traceVerdict: object | undefined = undefined;

  private constructor(entries: ReadonlyMap<string, string>) {
    this.#entries = entries;
    this.threadName = entries.get(LogProperties.GRIZZLY_THREAD_NAME);
  }

  /** @param entries - An object's own properties, a `Map`, or any pairs. Values become text; those that are null or undefined are left out. */
  static of(entries: MdcEntries): MdcMap {
    return MdcMap.EMPTY.withAll(entries);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): string | undefined {
    return this.#entries.get(key);
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  keys(): IterableIterator<string> {
    return this.#entries.keys();
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.#entries.entries();
  }

  /** This map and that pair, which replaces one of the same key; null and undefined take that away. @throws TypeError for a key that is no string. */
  with(key: string, value: unknown): MdcMap {
    return isNothing(value) ? this.without(checkedKey(key)) : new MdcMap(new Map(this.#entries).set(checkedKey(key), printValue(value)));
  }

  /** This map and those pairs, each as by {@link MdcMap.with}. @throws TypeError for a key that is no string. */
  withAll(entries: MdcEntries): MdcMap {
    const pairs = isIterable(entries) ? [...entries] : Object.entries(entries);
    if (pairs.length === 0) {
      return this;
    }
    const all = new Map(this.#entries);
    for (const [key, value] of pairs) {
      if (isNothing(value)) {
        all.delete(checkedKey(key));
      } else {
        all.set(checkedKey(key), printValue(value));
      }
    }
    return all.size === 0 ? MdcMap.EMPTY : new MdcMap(all);
  }

  /** This map without the pair of that key. */
  without(key: string): MdcMap {
    if (!this.#entries.has(key)) {
      return this;
    }
    const entries = new Map(this.#entries);
    entries.delete(key);
    return entries.size === 0 ? MdcMap.EMPTY : new MdcMap(entries);
  }

  /**
   * The text that `render` makes of this map, made once for each `owner` and kept as long as both live.
   *
   * @param owner - The encoder or converter that asks; it must always pass the same `render`.
   */
  renderedFor(owner: object, render: (map: MdcMap) => string): string {
    let text = this.#rendered?.get(owner);
    if (text === undefined) {
      text = render(this);
      (this.#rendered ??= new WeakMap()).set(owner, text);
    }
    return text;
  }
}

/**
 * Pairs for the MDC: an object's own properties, a `Map`, or any pairs. Values become text; null and undefined are no value,
 * so their keys are not there.
 *
 * @public
 */
export type MdcEntries = Readonly<Record<string, unknown>> | Iterable<readonly [string, unknown]>;

/**
 * Removes its key from the MDC, by `close()` or at the end of a `using` block.
 *
 * @public
 */
export interface MdcCloseable extends Disposable {
  close(): void;
}

/** What `put` changes: the map in force, exchanged as a whole. */
interface MdcScope {
  map: MdcMap;
  stacks: ReadonlyMap<string, readonly string[]>;
  /** The same in all scopes of one request; `undefined` where nobody asked to hold one. */
  root: object | undefined;
}

/**
 * Mapped diagnostic context: key-value pairs that every event of one request carries.
 *
 * The pairs belong to a scope that `run` opens. Everything that the function starts, timers and promises included,
 * is in the scope; what runs beside it is not. `put` and `remove` change the scope they are called in.
 * A scope begins with the pairs of the one around it. Outside every scope, `put` sets pairs for the whole process.
 *
 * Source: Logback manual, "Mapped Diagnostic Context"; SLF4J, `org.slf4j.MDC`.
 *
 * @public
 */
export class MdcStore {
  readonly #storage = new AsyncLocalStorage<MdcScope | undefined>();
  readonly #processScope: MdcScope = { map: MdcMap.EMPTY, stacks: new Map(), root: undefined };
  /** Not in the scopes themselves: what is begun in a scope keeps it alive, and would keep the request with it. */
  readonly #roots = new WeakMap<object, object>();
  /** False until the first use, so that programs without MDC do not pay for looking. */
  #used = false;

  /** The pairs in force here and now. */
  get current(): MdcMap {
    return this.#used ? (this.#storage.getStore() ?? this.#processScope).map : MdcMap.EMPTY;
  }

  /** Whether a scope is open here. */
  get inScope(): boolean {
    return this.#storage.getStore() !== undefined;
  }

  /** Calls `action` in a new scope and returns its result. */
  run<T>(action: () => T): T;
  /** Calls `action` in a new scope that also has `entries`, and returns its result. */
  run<T>(entries: MdcEntries, action: () => T): T;
  run<T>(first: MdcEntries | (() => T), second?: () => T): T {
    const action = typeof first === "function" ? (first) : second;
    if (typeof action !== "function") {
      throw new TypeError("MDC.run: expected a function to call as the last argument.");
    }
    const around = this.#scope();
    const map = typeof first === "function" ? around.map : around.map.withAll(first);
    return this.#storage.run({ map, stacks: around.stacks, root: around.root }, action);
  }

  /** Calls `action` outside of every scope: for what a request only happens to begin, and must not put its name to. @internal */
  outside<T>(action: () => T): T {
    // `run` switches the tracking of asynchronous calls on, for the whole process and for ever: not for a program without MDC.
    return this.inScope ? this.#storage.run(undefined, action) : action();
  }

  /**
   * Makes the scope that is open here that of `owner`, a request. What is returned calls an action in it, and in the scope that is
   * in force where that is one of the same owner, within this one or around it. Other `AsyncLocalStorage`s stay as they are.
   *
   * @internal
   */
  holder(owner: object): <T>(action: () => T) => T {
    const scope = this.#scope();
    const storage = this.#storage;
    const root = this.#roots.get(owner) ?? {};
    this.#roots.set(owner, root);
    scope.root = root;
    return (action) => (storage.getStore()?.root === root ? action() : storage.run(scope, action));
  }

  /**
   * A function that calls `callback` with the pairs that are in force now, in a scope of its own at each call.
   * For listeners of emitters, streams and queues that are shared between requests.
   */
  bind<This, Args extends unknown[], Result>(callback: (this: This, ...args: Args) => Result): (this: This, ...args: Args) => Result {
    const { map, stacks, root } = this.#scope();
    const storage = this.#storage;
    return function (this: This, ...args: Args): Result {
      return storage.run({ map, stacks, root }, () => callback.apply(this, args));
    };
  }

  /**
   * Puts a pair into this scope; outside every scope into the whole process.
   *
   * @param value - Anything but a string is turned into one. Null and undefined take the key out: in Logback, too, `get` and `%X{key}`
   *   then find nothing, but `%X` alone prints `key=null`.
   */
  put(key: string, value: unknown): void {
    const scope = this.#scope();
    scope.map = scope.map.with(key, value);
  }

  /**
   * Like {@link MdcStore.put}; what it returns takes the key out again. For code without `await`: what else the scope begins meanwhile
   * has the pair too, and outside every scope that is all that the process does. Elsewhere `run`.
   */
  putCloseable(key: string, value: unknown): MdcCloseable {
    this.put(key, value);
    const close = (): void => {
      this.remove(key);
    };
    return { close, [Symbol.dispose]: close };
  }

  /** The value in force here and now. */
  get(key: string): string | undefined {
    const { current } = this;
    return current === MdcMap.EMPTY ? undefined : current.get(key);
  }

  /** Takes a pair out of this scope; the scope around it keeps its own. */
  remove(key: string): void {
    const scope = this.#scope();
    scope.map = scope.map.without(key);
  }

  /** Takes all pairs out of this scope; the scope around it keeps its own. */
  clear(): void {
    this.#scope().map = MdcMap.EMPTY;
  }

  /** The pairs in force here and now, for the caller to keep or to change. */
  getCopyOfContextMap(): Map<string, string> {
    return new Map(this.current);
  }

  /** Replaces all pairs of this scope. */
  setContextMap(entries: MdcEntries): void {
    this.#scope().map = MdcMap.of(entries);
  }

  /** Pushes onto the stack that is kept under `key` beside the pairs. */
  pushByKey(key: string, value: unknown): void {
    const scope = this.#scope();
    const stack = scope.stacks.get(checkedKey(key)) ?? [];
    scope.stacks = new Map(scope.stacks).set(key, [...stack, printValue(value)]);
  }

  /** Takes the newest value off the stack of `key`; `undefined` when it is empty. */
  popByKey(key: string): string | undefined {
    const scope = this.#scope();
    const stack = scope.stacks.get(key) ?? [];
    const stacks = new Map(scope.stacks);
    if (stack.length > 1) {
      stacks.set(key, stack.slice(0, -1));
    } else {
      stacks.delete(key);
    }
    scope.stacks = stacks;
    return stack.at(-1);
  }

  /** The stack of `key`, newest first. */
  getCopyOfDequeByKey(key: string): string[] {
    return [...(this.#scope().stacks.get(key) ?? [])].reverse();
  }

  /** Empties the stack of `key`. */
  clearDequeByKey(key: string): void {
    const scope = this.#scope();
    const stacks = new Map(scope.stacks);
    stacks.delete(key);
    scope.stacks = stacks;
  }

  #scope(): MdcScope {
    this.#used = true;
    return this.#storage.getStore() ?? this.#processScope;
  }
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function isIterable(entries: MdcEntries): entries is Iterable<readonly [string, unknown]> {
  return Symbol.iterator in entries;
}

function checkedKey(key: unknown): string {
  if (typeof key !== "string") {
    throw new TypeError(`MDC key: expected a string, got ${key === null ? "null" : typeof key}.`);
  }
  return key;
}
