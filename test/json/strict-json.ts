const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The JSON value of a line; throws when it is no JSON, no single line, or has two members of one name in an object. */
export function strictJson(line: string): any {
  const text = line.slice(0, -1);
  if (!line.endsWith("\n") || /[\0-\x1f]/.test(text)) {
    throw new Error(`no line of its own: ${JSON.stringify(line)}`);
  }
  if (!text.isWellFormed()) {
    throw new Error(`half a surrogate pair: ${JSON.stringify(line)}`);
  }
  JSON.parse(text);
  return valueOf(text);
}

/** The value of valid JSON. Not by `JSON.parse`: in Node.js 24 and 26 that may take a name of one escaped character for another. */
function valueOf(json: string): unknown {
  const tokens = json.match(TOKEN) ?? [];
  let at = 0;
  const listOf = <Item>(end: string, read: () => Item): Item[] => {
    const items: Item[] = [];
    for (at++; tokens[at] !== end; at += tokens[at] === "," ? 1 : 0) {
      items.push(read());
    }
    at++;
    return items;
  };
  const member = (): [string, unknown] => {
    const name = JSON.parse(tokens[at] ?? "") as string;
    at += 2;
    return [name, value()];
  };
  const value = (): unknown => {
    switch (tokens[at]) {
      case "[":
        return listOf("]", value);
      case "{":
        return objectOf(listOf("}", member), json);
      default:
        return JSON.parse(tokens[at++] ?? "");
    }
  };
  return value();
}

function objectOf(members: readonly (readonly [string, unknown])[], json: string): unknown {
  const names = members.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`two members of the name ${twice}: ${json}`);
  }
  return Object.fromEntries(members);
}
