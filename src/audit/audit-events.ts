import { printValue } from "../core/printable.js";
import { wholeCharacters } from "../util/whole-characters.js";
import type { AuditEvent, AuditValue } from "./audit-event.js";
import { NO_VALUE } from "./no-value.js";

/** Characters of a login that are printed. */
const LONGEST_LOGIN = 256;
const ELLIPSIS = "...";

/**
 * Who logs in or out.
 *
 * @public
 */
export interface AuditedLogin {
  /** As it was typed; cut to 256 characters. */
  readonly login: string;
  readonly ip: string | null | undefined;
  /** Now unless given. */
  readonly timestamp?: Date;
  /** Printed where it is given; `null` prints `<none>`. */
  readonly client?: string | null;
  /** Printed where it is given; `null` prints `<none>`. */
  readonly session?: string | null;
}

/**
 * An access to a mail server in a user's name.
 *
 * @public
 */
export interface AuditedMailAccess {
  readonly protocol: "imap" | "pop3" | "smtp";
  /** Whether it is the user's own account (id 0) at this service, and none that the user added. */
  readonly isPrimary: boolean;
  /** The login name of the session. */
  readonly login: string;
  /** Of the session. */
  readonly ip: string | null | undefined;
  /** Now unless given. */
  readonly timestamp?: Date;
  /** The login at the mail server; without one, as by SMTP without authentication, `<none>` is printed. */
  readonly mailLogin?: string | null;
  readonly server: string;
  readonly port: number;
}

/**
 * The audit events of Open-Xchange, each with its attributes in their order: `audit.log(AuditEvents.login({ login, ip }))`.
 *
 * Source: Open-Xchange, `LoginPerformer`, `IMAPAccess`, `POP3Access` and `AbstractSMTPTransport`.
 *
 * @public
 */
export const AuditEvents: {
  /** `ox.login`: somebody tried to log in, with success or without. */
  login(details: AuditedLogin): AuditEvent;
  /** `ox.logout` */
  logout(details: AuditedLogin): AuditEvent;
  /** `imap.primary.login`, `smtp.external.login` and so on. */
  mailAccess(details: AuditedMailAccess): AuditEvent;
} = {
  login: (details) => ({ eventId: "ox.login", attributes: ofLogin(details) }),
  logout: (details) => ({ eventId: "ox.logout", attributes: ofLogin(details) }),
  mailAccess: ({ protocol, isPrimary, login, ip, timestamp, mailLogin, server, port }) => ({
    eventId: `${protocol}.${isPrimary ? "primary" : "external"}.login`,
    attributes: [...common(login, ip, timestamp), [`${protocol}.login`, mailLogin ?? NO_VALUE], [`${protocol}.server`, server], [`${protocol}.port`, port]],
  }),
};

type Pair = readonly [name: string, value: AuditValue];

/** Given from JavaScript, they may be anything, and who logs in is not to be kept from it by the audit log. */
function ofLogin(details: Partial<AuditedLogin> | undefined): Pair[] {
  const { login, ip, timestamp, client, session } = details ?? {};
  const optional = [["client", client] as const, ["session", session] as const].filter(([, value]) => value !== undefined);
  return [...common(shortened(login), ip, timestamp), ...optional.map(([name, value]): Pair => [name, value ?? NO_VALUE])];
}

/** A login that is missing stays so: the record says it, and a status. */
function shortened(login: unknown): string | null | undefined {
  if (login === null || login === undefined) {
    return login;
  }
  const text = printValue(login);
  return text.length > LONGEST_LOGIN ? wholeCharacters(text, LONGEST_LOGIN - ELLIPSIS.length) + ELLIPSIS : text;
}

function common(login: string | null | undefined, ip: string | null | undefined, timestamp: Date = new Date()): Pair[] {
  return [["login", login], ["ip", ip ?? NO_VALUE], ["timestamp", timestamp]];
}
