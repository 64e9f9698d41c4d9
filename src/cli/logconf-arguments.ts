import { OPTIONS, type LogconfOption, type OptionName } from "./logconf-options.js";
import { LogconfProblem } from "./logconf-problem.js";

/** Options that were given, each with the words that belong to it. */
export type LogconfArguments = ReadonlyMap<OptionName, readonly string[]>;

const BY_WORD: ReadonlyMap<string, OptionName> = new Map(
  (Object.entries(OPTIONS) as [OptionName, LogconfOption][]).flatMap(([name, { short, long }]) => [[`--${long}`, name] as const, ...(short === undefined ? [] : [[`-${short}`, name] as const])]),
);

/** Of these, one at most. */
const EXCLUSIVE: readonly OptionName[] = ["add", "delete"];

/**
 * Reads a command line of `logconf`. The texts of what is wrong are those of Apache Commons CLI, which the original uses.
 *
 * @throws LogconfProblem
 */
export function readLogconfArguments(words: readonly string[]): LogconfArguments {
  const given = new Map<OptionName, string[]>();
  let taking: string[] | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (!isOption(word)) {
      if (taking === undefined) {
        throw wrongUse(`Unexpected argument: ${word}`);
      }
      taking.push(word);
      continue;
    }
    const { name, value } = splitOption(word);
    const option = OPTIONS[name];
    const other = EXCLUSIVE.includes(name) ? EXCLUSIVE.find((one) => one !== name && given.has(one)) : undefined;
    if (other !== undefined) {
      throw wrongUse(`The option '${shortOf(name)}' was specified but an option from this group has already been selected: '${shortOf(other)}'`);
    }
    const values = given.get(name) ?? [];
    given.set(name, values);
    taking = undefined;
    if (option.takesAll !== undefined) {
      taking = values;
      values.push(...(value === undefined ? [] : [value]));
    } else if (option.argument !== undefined) {
      const next = value ?? words[++index];
      values.push(...(next === undefined || (value === undefined && BY_WORD.has(next)) ? [] : [next]));
    } else if (value !== undefined) {
      throw wrongUse(`Unrecognized option: ${word}`);
    }
    if (option.argument !== undefined && option.takesAll === undefined && values.length === 0) {
      throw wrongUse(`Missing argument for option: ${shortOf(name)}`);
    }
  }
  const empty = [...given].find(([name, values]) => OPTIONS[name].takesAll === "some" && values.length === 0);
  if (empty !== undefined) {
    throw wrongUse(`Missing argument for option: ${shortOf(empty[0])}`);
  }
  return given;
}

function isOption(word: string): boolean {
  return word.startsWith("-") && word !== "-";
}

/** `--pid=4711` and `--pid 4711` are the same. */
function splitOption(word: string): { readonly name: OptionName; readonly value: string | undefined } {
  const end = word.startsWith("--") ? word.indexOf("=") : -1;
  const name = BY_WORD.get(end < 0 ? word : word.slice(0, end));
  if (name === undefined) {
    throw wrongUse(`Unrecognized option: ${word}`);
  }
  return { name, value: end < 0 ? undefined : word.slice(end + 1) };
}

function shortOf(name: OptionName): string {
  const { short, long } = OPTIONS[name];
  return short ?? long;
}

function wrongUse(message: string): LogconfProblem {
  return new LogconfProblem(message, { stream: "out", showsUsage: true });
}
