import type { SurveyedConfiguration } from "./survey.js";

const SECRET = /pass(?:word|wd|phrase)|secret|token|credential|api[-_.]?key|private[-_.]?key/i;
/** Shorter values are found in other words too. */
const SHORTEST = 4;

/** What is shown in place of a secret. */
export const HIDDEN = "(not shown)";

/** Whether the value of a property is better not shown. */
export function isSecret(name: string): boolean {
  return SECRET.test(name);
}

/** Takes the values of the configuration's secrets out of a text. */
export function withoutSecrets({ properties }: Pick<SurveyedConfiguration, "properties">): (text: string) => string {
  const secrets = [...properties].flatMap(([name, { value }]) => (isSecret(name) && value.length >= SHORTEST ? [value] : []));
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}
