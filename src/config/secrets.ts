import { HIDDEN, isSecret } from "../util/secret-name.js";
import type { SurveyedConfiguration } from "./survey.js";

/** Shorter values are found in other words too. */
const SHORTEST = 4;

/** Takes the values of the configuration's secrets out of a text. */
export function withoutSecrets({ properties }: Pick<SurveyedConfiguration, "properties">): (text: string) => string {
  const secrets = [...properties].flatMap(([name, { value }]) => (isSecret(name) && value.length >= SHORTEST ? [value] : []));
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, HIDDEN), text);
}
