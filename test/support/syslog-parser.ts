/** A message of RFC 5424, taken apart by its grammar (section 6). */
export interface SyslogMessage {
  readonly priority: number;
  readonly timestamp: string;
  readonly hostName: string;
  readonly appName: string;
  readonly procId: string;
  readonly messageId: string;
  readonly data: readonly { readonly id: string; readonly parameters: readonly (readonly [name: string, value: string])[] }[];
  readonly message: string;
}

const PRINTABLE = "[!-~]";
const NAME = "[!#-<>-\\\\^-~]{1,32}";
const HEADER = new RegExp(
  `^<(0|[1-9][0-9]{0,2})>1 (-|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:\\d\\d)) ` +
    `(${PRINTABLE}{1,255}) (${PRINTABLE}{1,48}) (${PRINTABLE}{1,128}) (${PRINTABLE}{1,32}) `,
);
const ELEMENT_START = new RegExp(`\\[(${NAME})`, "y");
const PARAMETER_START = new RegExp(` (${NAME})="`, "y");

/** @throws SyntaxError where the text breaks the grammar. */
export function parseSyslog(text: string): SyslogMessage {
  const header = HEADER.exec(text);
  if (header === null) {
    throw new SyntaxError(`no header in ${JSON.stringify(text)}`);
  }
  const [start, priority = "", timestamp = "", hostName = "", appName = "", procId = "", messageId = ""] = header;
  const reader = new Reader(text, start.length);
  const data = reader.structuredData();
  return { priority: Number(priority), timestamp, hostName, appName, procId, messageId, data, message: reader.message() };
}

class Reader {
  readonly #text: string;
  #index: number;

  constructor(text: string, index: number) {
    this.#text = text;
    this.#index = index;
  }

  structuredData(): SyslogMessage["data"] {
    if (this.#take("-")) {
      return [];
    }
    const elements = [];
    for (let id = this.#match(ELEMENT_START); id !== undefined; id = this.#match(ELEMENT_START)) {
      const parameters: (readonly [string, string])[] = [];
      for (let name = this.#match(PARAMETER_START); name !== undefined; name = this.#match(PARAMETER_START)) {
        parameters.push([name, this.#value()]);
      }
      this.#need("]");
      elements.push({ id, parameters });
    }
    if (elements.length === 0) {
      throw new SyntaxError(`no structured data at ${this.#index} of ${JSON.stringify(this.#text)}`);
    }
    return elements;
  }

  /** What is left: nothing, or a blank and the message. */
  message(): string {
    if (this.#index === this.#text.length) {
      return "";
    }
    this.#need(" ");
    return this.#text.slice(this.#index);
  }

  /** Up to the closing quote, which is taken too. */
  #value(): string {
    let value = "";
    while (!this.#take('"')) {
      const character = this.#text[this.#index];
      if (character === undefined || character === "]") {
        throw new SyntaxError(`a bare ${character ?? "end"} in a value at ${this.#index} of ${JSON.stringify(this.#text)}`);
      }
      const isEscape = character === "\\" && /["\\\]]/.test(this.#text[this.#index + 1] ?? "");
      value += isEscape ? (this.#text[this.#index + 1] ?? "") : character;
      this.#index += isEscape ? 2 : 1;
    }
    return value;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#index;
    const found = pattern.exec(this.#text);
    this.#index += found?.[0].length ?? 0;
    return found?.[1];
  }

  #take(character: string): boolean {
    const isThere = this.#text[this.#index] === character;
    this.#index += isThere ? 1 : 0;
    return isThere;
  }

  #need(character: string): void {
    if (!this.#take(character)) {
      throw new SyntaxError(`expected ${character} at ${this.#index} of ${JSON.stringify(this.#text)}`);
    }
  }
}
