import { isSecret } from "./secret-name.js";

/** What else carries a secret in queries: the code of an OAuth login, and the signature of a link that is open to whoever has it. */
const SECRET_PARAMETER = /^code$|(?:^|[^a-z])(?:pwd|pass|auth|authorization|jwt|otp|sig|signature)\]?$/i;

/**
 * A query string as it may be logged: the values of parameters whose names mean a secret are `xxx`, `password` and `epassword` among them.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties`, which knows these two.
 */
export function withoutSecretValues(query: string): string {
  return query.split("&").map(withoutSecretValue).join("&");
}

function withoutSecretValue(parameter: string): string {
  const end = parameter.indexOf("=");
  const name = parameter.slice(0, Math.max(0, end));
  // `p%61ssword` is the same name to a server.
  const read = decoded(name);
  return isSecret(read) || SECRET_PARAMETER.test(read) ? `${name}=xxx` : parameter;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
