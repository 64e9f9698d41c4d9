import { LogProperties } from "../core/log-properties.js";
import type { MdcMap } from "../core/mdc.js";
import type { TraceScope } from "../core/trace-filters.js";
import { ScopeFilter } from "./scope-filter.js";

const SESSION = LogProperties.SESSION_SESSION_ID;
const CONTEXT = LogProperties.SESSION_CONTEXT_ID;
const USER = LogProperties.SESSION_USER_ID;

/** The filters of one context: for everybody, and by user. */
interface ContextFilters {
  everybody: ScopeFilter | undefined;
  readonly users: Map<string, ScopeFilter>;
}

/** Finds the filters whose scope an MDC is in, by its values: their number makes no difference. */
export class TraceIndex {
  readonly #byName = new Map<string, ScopeFilter>();
  readonly #sessions = new Map<string, ScopeFilter>();
  readonly #contexts = new Map<string, ContextFilters>();

  get size(): number {
    return this.#byName.size;
  }

  /** In the order in which they were made. */
  all(): readonly ScopeFilter[] {
    return [...this.#byName.values()];
  }

  get(scope: TraceScope): ScopeFilter | undefined {
    return this.#byName.get(nameOf(scope));
  }

  make(scope: TraceScope): ScopeFilter {
    const filter = new ScopeFilter(nameOf(scope), scope);
    this.#byName.set(filter.name, filter);
    if ("sessionId" in scope) {
      this.#sessions.set(scope.sessionId, filter);
      return filter;
    }
    const context = String(scope.contextId);
    const filters = this.#contexts.get(context) ?? { everybody: undefined, users: new Map<string, ScopeFilter>() };
    this.#contexts.set(context, filters);
    if (scope.userId === undefined) {
      filters.everybody = filter;
    } else {
      filters.users.set(String(scope.userId), filter);
    }
    return filter;
  }

  remove({ name, scope }: ScopeFilter): void {
    this.#byName.delete(name);
    if ("sessionId" in scope) {
      this.#sessions.delete(scope.sessionId);
      return;
    }
    const context = String(scope.contextId);
    const filters = this.#contexts.get(context);
    if (filters === undefined) {
      return;
    }
    if (scope.userId === undefined) {
      filters.everybody = undefined;
    } else {
      filters.users.delete(String(scope.userId));
    }
    if (filters.everybody === undefined && filters.users.size === 0) {
      this.#contexts.delete(context);
    }
  }

  matching(mdc: MdcMap): readonly ScopeFilter[] {
    const inContext = valueIn(this.#contexts, mdc.get(CONTEXT));
    const found = [valueIn(this.#sessions, mdc.get(SESSION)), inContext?.everybody, inContext && valueIn(inContext.users, mdc.get(USER))];
    return found.filter((filter) => filter !== undefined);
  }
}

/** The MDC keys and values that a scope asks for, as `logconf -lf` prints them. */
function nameOf(scope: TraceScope): string {
  if ("sessionId" in scope) {
    return `${SESSION}=${scope.sessionId}`;
  }
  const context = `${CONTEXT}=${scope.contextId}`;
  return scope.userId === undefined ? context : `${USER}=${scope.userId}:${context}`;
}

function valueIn<T>(map: ReadonlyMap<string, T>, key: string | undefined): T | undefined {
  return key === undefined ? undefined : map.get(key);
}
