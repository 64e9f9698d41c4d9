import type { Convert } from "./converter.js";
import type { Part } from "./part.js";

/**
 * One function that prints parts one behind the other, without an array or a loop for as many as patterns usually have.
 */
export function joinParts(parts: readonly Part[]): Convert {
  const { texts, converts } = template(parts);
  const [t0 = "", t1 = "", t2 = "", t3 = "", t4 = ""] = texts;
  const [c0, c1, c2, c3] = converts;
  if (c0 === undefined) {
    return () => t0;
  }
  if (c1 === undefined) {
    return t0 === "" && t1 === "" ? c0 : (event) => t0 + c0(event) + t1;
  }
  if (c2 === undefined) {
    return (event) => t0 + c0(event) + t1 + c1(event) + t2;
  }
  if (c3 === undefined) {
    return (event) => t0 + c0(event) + t1 + c1(event) + t2 + c2(event) + t3;
  }
  if (converts.length === 4) {
    return (event) => t0 + c0(event) + t1 + c1(event) + t2 + c2(event) + t3 + c3(event) + t4;
  }
  const rest = converts.slice(4);
  const restTexts = texts.slice(5);
  return (event) => {
    let text = t0 + c0(event) + t1 + c1(event) + t2 + c2(event) + t3 + c3(event) + t4;
    for (let index = 0; index < rest.length; index++) {
      text += (rest[index] as Convert)(event) + (restTexts[index] as string);
    }
    return text;
  };
}

/** Known text around the functions: one more than there are functions. */
function template(parts: readonly Part[]): { readonly texts: readonly string[]; readonly converts: readonly Convert[] } {
  const texts: string[] = [];
  const converts: Convert[] = [];
  let text = "";
  for (const part of parts) {
    if (part.text === undefined) {
      texts.push(text);
      converts.push(part.convert);
      text = "";
    } else {
      text += part.text;
    }
  }
  texts.push(text);
  return { texts, converts };
}
