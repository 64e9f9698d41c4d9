import { isSecret } from "../../util/secret-name.js";
import type { Check } from "./check.js";

/** A secret among the properties of the context, which JSON lines show. */
export const secretInContext: Check = {
  name: "secret-in-context",
  find: ({ properties }) =>
    [...properties].flatMap(([name, { target, element }]) =>
      target === "context" && isSecret(name)
        ? [{ element, message: `"${name}" looks like a secret, and scope="context" makes it a part of every JSON line. Leave the scope out.` }]
        : [],
    ),
};
