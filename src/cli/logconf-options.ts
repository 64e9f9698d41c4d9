/** One option of `logconf`. */
export interface LogconfOption {
  readonly short?: string;
  readonly long: string;
  /** Name of what follows it, for the usage. */
  readonly argument?: string;
  /** All words up to the next option belong to it. */
  readonly takesAll?: "some" | "any";
  readonly meaning: string;
}

/** What an option is called here. */
export type OptionName =
  | "add" | "delete" | "context" | "user" | "session" | "level" | "overrideCategories" | "clearFilters"
  | "listFilters" | "listLoggers" | "listCategories" | "listAppenders" | "ttl" | "pid" | "socket" | "host"
  | "port" | "userName" | "password" | "tls" | "ca" | "responseTimeout" | "help" | "version";

/** Every option, in the order in which the usage shows them. Source: Open-Xchange, `logconf`; those without a short form are this library's own. */
export const OPTIONS: Readonly<Record<OptionName, LogconfOption>> = {
  add: { short: "a", long: "add", meaning: "adds a trace filter, or loggers to one; with -c, -c and -u, or -s" },
  delete: { short: "d", long: "delete", meaning: "removes a trace filter, or with -l loggers of it" },
  context: { short: "c", long: "context", argument: "contextid", meaning: "the context that the filter is for" },
  user: { short: "u", long: "user", argument: "userid", meaning: "the user that the filter is for; only with -c" },
  session: { short: "s", long: "session", argument: "sessionid", meaning: "the session that the filter is for" },
  level: { short: "l", long: "level", argument: "logger=level ...", takesAll: "some", meaning: "with -a: loggers of the filter; with -d: names of loggers; alone: sets levels for everybody" },
  overrideCategories: { short: "oec", long: "override-exception-categories", argument: "category,...", takesAll: "some", meaning: "replaces the categories of errors whose stack traces have no frames" },
  clearFilters: { short: "cf", long: "clear-filters", meaning: "removes all trace filters" },
  listFilters: { short: "lf", long: "list-filters", meaning: "lists the trace filters" },
  listLoggers: { short: "ll", long: "list-loggers", argument: "logger ... | dynamic", takesAll: "any", meaning: "lists all loggers, those named (two or more), or those changed by -l" },
  listCategories: { short: "le", long: "list-exception-category", meaning: "lists the categories of errors whose stack traces have no frames" },
  listAppenders: { short: "la", long: "list-appenders", meaning: "lists the appenders of the root logger, with their queues and counters" },
  ttl: { long: "ttl", argument: "duration", meaning: "with -a, -l, -oec: undoes the change after that time, such as 15m, 90s, 2h" },
  pid: { long: "pid", argument: "id", meaning: "the process to ask; needed when there are several" },
  socket: { long: "socket", argument: "path", meaning: "the socket to ask at; LOGCONF_SOCKET unless given" },
  host: { short: "H", long: "JMX-Host", argument: "host", meaning: "asks by TCP, at this host (localhost)" },
  port: { short: "p", long: "JMX-Port", argument: "port", meaning: "asks by TCP, at this port (9999)" },
  userName: { short: "U", long: "JMX-User", argument: "user", meaning: "asks by TCP, as this user" },
  password: { short: "P", long: "JMX-Password", argument: "password", meaning: "and with this password; LOGCONF_PASSWORD unless given, so that it is in no list of processes" },
  tls: { long: "tls", meaning: "the port speaks TLS" },
  ca: { long: "ca", argument: "file", meaning: "certificates to trust, in PEM format; those of Node.js unless given" },
  responseTimeout: { long: "responsetimeout", argument: "seconds", meaning: "how long to wait for an answer (0: for ever)" },
  help: { short: "h", long: "help", meaning: "prints this" },
  version: { long: "version", meaning: "prints the version" },
};
