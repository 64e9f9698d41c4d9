import type { Remarks } from "./remark.js";

/** What a text is for, which decides what a lookup in it can become. */
export type Purpose = "pattern" | "filePattern" | "other";

/** Lookups whose value Logback finds under the name alone. */
const BY_NAME = new Set(["env", "sys"]);

/**
 * The lookups of a text in Logback's form: `${env:HOME}` and `${sys:log.dir}` are `${HOME}` and `${log.dir}`, and in a
 * pattern `${ctx:user}` is `%X{user}`. The rest stays, and is told.
 *
 * Source: Log4j 2 manual, "Lookups".
 */
export function log4j2Lookups(text: string, purpose: Purpose, line: number, remarks: Remarks): string {
  return text.replace(/\$?\$\{(?:([A-Za-z][A-Za-z0-9]*):(?!-))?([^${}]*)(?=[}$])/g, (whole, kind: string | undefined, rest: string) => {
    const prefix = kind?.toLowerCase();
    if (prefix === undefined) {
      return `\${${rest === "hostName" ? "HOSTNAME" : rest}`;
    }
    if (BY_NAME.has(prefix)) {
      return `\${${rest}`;
    }
    if (prefix === "ctx" && purpose === "pattern") {
      return `%X{${rest}`;
    }
    if (prefix !== "date" || purpose !== "filePattern") {
      remarks.warn(line, `\${${prefix}:${rest}} is not carried over: Logback has no such lookup here.`);
    }
    return whole;
  });
}
