import { findAttribute } from "../reading.js";
import type { Check } from "./check.js";
import { placeIn, textsNamed } from "./search.js";

const BARE = /\$([A-Za-z_]\w*)/;

/** `$NAME` as a shell has it, in files and levels; here a variable has braces. */
export const bareVariable: Check = {
  name: "bare-variable",
  find: (configuration) => {
    const { elements, reading } = configuration;
    const inAppenders = textsNamed(configuration, "file", "fileNamePattern", "level", "levelToMatch").map((found) => ({ ...found, at: placeIn(found, found.text.search(BARE)) }));
    const inLoggers = elements.flatMap((element) => {
      const level = ["logger", "root"].includes(element.name.toLowerCase()) ? findAttribute(element, "level") : undefined;
      return level === undefined ? [] : [{ element, at: level.position, text: reading.substituteSilently(level.value) }];
    });
    return [...inAppenders, ...inLoggers].flatMap(({ element, at, text }) => {
      const name = BARE.exec(text)?.[1];
      return name === undefined ? [] : [{ element, at, message: `$${name} is not replaced; write \${${name}}.` }];
    });
  },
};
