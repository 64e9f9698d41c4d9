import { LogProperties } from "./log-properties.js";
import type { MdcStore } from "./mdc.js";

/**
 * What a service knows of a session, as far as it is logged.
 *
 * @public
 */
export interface SessionInfo {
  /** Empty unless given: by it one session can be traced. */
  readonly sessionId?: string | null | undefined;
  /** Left out unless given. */
  readonly contextId: number | string | null | undefined;
  /** Left out unless given. */
  readonly userId: number | string | null | undefined;
  /** Empty unless given. */
  readonly authId?: string | null | undefined;
  /** As it was typed to log in; empty unless given. */
  readonly userName?: string | null | undefined;
  /** The part of it that names the user; empty unless given. */
  readonly loginName?: string | null | undefined;
  /** `unknown` unless given. */
  readonly clientId?: string | null | undefined;
}

/**
 * The MDC pairs of a session: `MDC.run(sessionProperties(session), () => ...)`. By them its events are traced. An id that it has not
 * is `undefined`, so that the scope has not that of the scope around it.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties.putSessionProperties`.
 *
 * @public
 */
export function sessionProperties({ sessionId, contextId, userId, authId, userName, loginName, clientId }: SessionInfo): Record<string, string | undefined> {
  return {
    [LogProperties.SESSION_SESSION_ID]: sessionId ?? "",
    [LogProperties.SESSION_AUTH_ID]: authId ?? "",
    [LogProperties.SESSION_USER_ID]: userId?.toString(),
    [LogProperties.SESSION_USER_NAME]: userName ?? "",
    [LogProperties.SESSION_LOGIN_NAME]: loginName ?? "",
    [LogProperties.SESSION_CONTEXT_ID]: contextId?.toString(),
    [LogProperties.SESSION_CLIENT_ID]: clientId ?? "unknown",
  };
}

/**
 * Puts the pairs of a session into the MDC, for a login within a request that has a scope already. Takes out an id that the session has not.
 *
 * @param mdc - `MDC`.
 * @public
 */
export function putSessionProperties(mdc: MdcStore, session: SessionInfo): void {
  for (const [key, value] of Object.entries(sessionProperties(session))) {
    mdc.put(key, value);
  }
}

/**
 * Takes the pairs of a session out of the MDC again, for a logout.
 *
 * @param mdc - `MDC`.
 * @public
 */
export function removeSessionProperties(mdc: MdcStore): void {
  for (const key of Object.keys(sessionProperties({ contextId: "", userId: "" }))) {
    mdc.remove(key);
  }
}
