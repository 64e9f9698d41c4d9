/**
 * A query string as it may be logged: the values of `password` and `epassword`, in any letter case, are `xxx`.
 *
 * Source: Open-Xchange, `com.openexchange.log.LogProperties`.
 */
export function withoutPasswords(query: string): string {
  return query.split("&").map(withoutPassword).join("&");
}

function withoutPassword(parameter: string): string {
  const end = parameter.indexOf("=");
  const name = parameter.slice(0, Math.max(0, end));
  // `p%61ssword` is the same name to a server.
  return /^e?password$/i.test(decoded(name)) ? `${name}=xxx` : parameter;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
