/** The JSON value of a line; throws when it is no JSON, no single line, or has two members of one name in an object. */
export function strictJson(line: string): any {
  const text = line.slice(0, -1);
   
  if (!line.endsWith("\n") || /[\0-\x1f]/.test(text)) {
    throw new Error(`no line of its own: ${JSON.stringify(line)}`);
  }
  if (!text.isWellFormed()) {
    throw new Error(`half a surrogate pair: ${JSON.stringify(line)}`);
  }
  const value: unknown = JSON.parse(text);
  const twice = repeatedName(text);
  if (twice !== undefined) {
    throw new Error(`two members of the name ${twice}: ${text}`);
  }
  return value;
}

/** The first name that an object of valid JSON has twice. */
function repeatedName(json: string): string | undefined {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  const names: Set<string>[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token === "{" || token === "[") {
      names.push(new Set());
    } else if (token === "}" || token === "]") {
      names.pop();
    } else if (tokens[index + 1] === ":") {
      const name = JSON.parse(token) as string;
      if (names.at(-1)?.has(name) === true) {
        return name;
      }
      names.at(-1)?.add(name);
    }
  }
  return undefined;
}
