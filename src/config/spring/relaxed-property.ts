import type { OuterProperties } from "../property-scope.js";

/**
 * A property of Spring's environment: a program property of that name, else an environment variable by Spring's relaxed
 * names. `logging.file.name` is `LOGGING_FILE_NAME`, `app.my-name` is `APP_MYNAME` or `APP_MY_NAME`, `hosts[0]` is `HOSTS_0`.
 *
 * Source: Spring Boot, "Externalized Configuration", binding from environment variables.
 */
export function relaxedProperty(name: string, { program, environment }: Pick<OuterProperties, "program" | "environment">): string | undefined {
  return program.get(name) ?? variableNames(name).flatMap((candidate) => (Object.hasOwn(environment, candidate) ? [environment[candidate]] : [])).find((value) => value !== undefined);
}

function variableNames(name: string): readonly string[] {
  const joined = name.replace(/\[(\d+)\]/g, ".$1").replaceAll(".", "_");
  const withoutDashes = joined.replaceAll("-", "").toUpperCase();
  const withUnderscores = joined.replaceAll("-", "_");
  return [...new Set([withoutDashes, withUnderscores.toUpperCase(), withUnderscores, name])];
}
