/**
 * The MDC keys of Open-Xchange, by the names that its programs know them by.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties.Name`.
 *
 * @public
 */
export const LogProperties = {
  /** Never printed by `%lmdc`. */
  THREAD_ID: "__threadId",
  AJAX_REQUEST_NUMBER: "com.openexchange.ajax.requestNumber",
  AJAX_ACTION: "com.openexchange.ajax.action",
  /** Of the action. */
  AJAX_MODULE: "com.openexchange.ajax.module",
  /** Without parameters. */
  GRIZZLY_REQUEST_URI: "com.openexchange.grizzly.requestURI",
  /** What stands behind the `?`. */
  GRIZZLY_QUERY_STRING: "com.openexchange.grizzly.queryString",
  GRIZZLY_METHOD: "com.openexchange.grizzly.method",
  GRIZZLY_SERVLET_PATH: "com.openexchange.grizzly.servletPath",
  GRIZZLY_PATH_INFO: "com.openexchange.grizzly.pathInfo",
  /** As the request's `Host` has it. */
  GRIZZLY_SERVER_NAME: "com.openexchange.grizzly.serverName",
  /** Printed by `%thread`, in place of the worker's name. */
  GRIZZLY_THREAD_NAME: "com.openexchange.grizzly.threadName",
  GRIZZLY_REMOTE_PORT: "com.openexchange.grizzly.remotePort",
  /** The client's. */
  GRIZZLY_REMOTE_ADDRESS: "com.openexchange.grizzly.remoteAddress",
  /** What a proxy tells servers apart by. */
  GRIZZLY_HTTP_SESSION: "com.openexchange.grizzly.session",
  GRIZZLY_USER_AGENT: "com.openexchange.grizzly.userAgent",
  REQUEST_TRACKING_ID: "com.openexchange.request.trackingId",
  SESSION_AUTH_ID: "com.openexchange.session.authId",
  SESSION_SESSION_ID: "com.openexchange.session.sessionId",
  SESSION_USER_ID: "com.openexchange.session.userId",
  /** As it was typed to log in. */
  SESSION_USER_NAME: "com.openexchange.session.userName",
  /** The part of it that names the user. */
  SESSION_LOGIN_NAME: "com.openexchange.session.loginName",
  SESSION_CONTEXT_ID: "com.openexchange.session.contextId",
  SESSION_CLIENT_ID: "com.openexchange.session.clientId",
  /** Reserved. */
  SESSION_SESSION: "com.openexchange.session.session",
  DATABASE_SCHEMA: "com.openexchange.database.schema",
  MAIL_HOST: "com.openexchange.mail.host",
  /** Of the folder. */
  MAIL_FULL_NAME: "com.openexchange.mail.fullName",
  MAIL_MAIL_ID: "com.openexchange.mail.mailId",
  MAIL_ACCOUNT_ID: "com.openexchange.mail.accountId",
  MAIL_LOGIN: "com.openexchange.mail.login",
  MAIL_COMMAND: "com.openexchange.mail.command",
  MAIL_SESSION: "com.openexchange.mail.session",
  LOGIN_LOGIN: "com.openexchange.login.login",
  LOGIN_CLIENT_IP: "com.openexchange.login.clientIp",
  LOGIN_USER_AGENT: "com.openexchange.login.userAgent",
  LOGIN_AUTH_ID: "com.openexchange.login.authId",
  LOGIN_CLIENT: "com.openexchange.login.client",
  LOGIN_VERSION: "com.openexchange.login.version",
  FILE_STORAGE_ACCOUNT_ID: "com.openexchange.file.storage.accountId",
  FILE_STORAGE_CONFIGURATION: "com.openexchange.file.storage.configuration",
  FILE_STORAGE_SERVICE_ID: "com.openexchange.file.storage.serviceId",
  SERVLET_SERVLET_PATH: "javax.servlet.servletPath",
  SERVLET_PATH_INFO: "javax.servlet.pathInfo",
  SERVLET_QUERY_STRING: "javax.servlet.queryString",
  HOSTNAME: "com.openexchange.hostname",
} as const;
