import { expect, test } from "vitest";
import {
  appenderRefsProperty,
  booleanProperty,
  componentProperty,
  componentsProperty,
  defineComponent,
  filterReplyProperty,
  integerProperty,
  levelProperty,
  optionalBooleanProperty,
  optionalIntegerProperty,
  stringProperty,
  stringsProperty,
  textProperty,
  type Property,
  type Report,
} from "../../src/core/component.js";
import { Level } from "../../src/core/level.js";
import { buildFrom } from "../support/build.js";

function read(property: Property<unknown>, text: string): { readonly value: unknown; readonly said: readonly string[] } {
  const said: string[] = [];
  const report: Report = { info: (message) => said.push(`INFO ${message}`), warn: (message) => said.push(`WARN ${message}`), error: (message) => said.push(`ERROR ${message}`) };
  return { value: property.shape === "text" ? property.parse(text, report) : undefined, said };
}

const texts: readonly { readonly title: string; readonly property: Property<unknown>; readonly text: string; readonly value: unknown; readonly said?: string }[] = [
  { title: "stringProperty", property: stringProperty(), text: "as is", value: "as is" },
  { title: "stringsProperty", property: stringsProperty(), text: "one", value: "one" },
  { title: "booleanProperty", property: booleanProperty(false), text: "true", value: true },
  { title: "booleanProperty", property: booleanProperty(true), text: "FALSE", value: false },
  { title: "booleanProperty", property: booleanProperty(true), text: "yes", value: undefined, said: 'WARN "yes" is neither true nor false; true is used.' },
  { title: "booleanProperty", property: booleanProperty(false), text: "", value: undefined, said: 'WARN "" is neither true nor false; false is used.' },
  { title: "integerProperty", property: integerProperty(7), text: "42", value: 42 },
  { title: "integerProperty", property: integerProperty(7), text: "-42", value: -42 },
  { title: "integerProperty", property: integerProperty(7), text: "+42", value: 42 },
  { title: "integerProperty", property: integerProperty(7), text: "2147483647", value: 2_147_483_647 },
  { title: "integerProperty", property: integerProperty(7), text: "-2147483648", value: -2_147_483_648 },
  { title: "integerProperty", property: integerProperty(7), text: "2147483648", value: undefined, said: 'WARN "2147483648" is not a whole number; 7 is used.' },
  { title: "integerProperty", property: integerProperty(7), text: "4.5", value: undefined, said: 'WARN "4.5" is not a whole number; 7 is used.' },
  { title: "integerProperty", property: integerProperty(7), text: "0x10", value: undefined, said: 'WARN "0x10" is not a whole number; 7 is used.' },
  { title: "integerProperty", property: integerProperty(7), text: "", value: undefined, said: 'WARN "" is not a whole number; 7 is used.' },
  { title: "optionalBooleanProperty", property: optionalBooleanProperty("that of the other is used"), text: "True", value: true },
  { title: "optionalBooleanProperty", property: optionalBooleanProperty("that of the other is used"), text: "yes", value: undefined, said: 'WARN "yes" is neither true nor false; that of the other is used.' },
  { title: "optionalIntegerProperty", property: optionalIntegerProperty("that of the other is used"), text: "0", value: 0 },
  { title: "optionalIntegerProperty", property: optionalIntegerProperty("that of the other is used"), text: "many", value: undefined, said: 'WARN "many" is not a whole number; that of the other is used.' },
  { title: "levelProperty", property: levelProperty(), text: "wArN", value: Level.WARN },
  { title: "levelProperty", property: levelProperty({ fallback: Level.ERROR }), text: "LOUD", value: Level.DEBUG, said: 'WARN "LOUD" is not a level; DEBUG is used.' },
  { title: "filterReplyProperty", property: filterReplyProperty("NEUTRAL"), text: "ACCEPT", value: "ACCEPT" },
  { title: "filterReplyProperty", property: filterReplyProperty("NEUTRAL"), text: "Deny", value: undefined, said: 'WARN "Deny" is not ACCEPT, NEUTRAL or DENY; NEUTRAL is used.' },
  { title: "filterReplyProperty", property: filterReplyProperty("DENY"), text: "neutral", value: undefined, said: 'WARN "neutral" is not ACCEPT, NEUTRAL or DENY; DENY is used.' },
  { title: "filterReplyProperty", property: filterReplyProperty("NEUTRAL"), text: "drop", value: undefined, said: 'WARN "drop" is not ACCEPT, NEUTRAL or DENY; NEUTRAL is used.' },
  { title: "filterReplyProperty", property: filterReplyProperty("NEUTRAL"), text: "__proto__", value: undefined, said: 'WARN "__proto__" is not ACCEPT, NEUTRAL or DENY; NEUTRAL is used.' },
];

for (const { title, property, text, value, said } of texts) {
  test(`${title} reads "${text}" as ${value === undefined ? "nothing, and warns" : JSON.stringify(value)}`, () => {
    expect(read(property, text)).toEqual({ value, said: said === undefined ? [] : [said] });
  });
}

const shapes: readonly { readonly title: string; readonly property: Property<unknown>; readonly shape: object }[] = [
  { title: "a text", property: stringProperty(), shape: { shape: "text", repeatable: false, required: false, fallback: undefined } },
  { title: "a required text", property: stringProperty({ required: true }), shape: { shape: "text", repeatable: false, required: true } },
  { title: "a truth value that may be missing", property: optionalBooleanProperty("it is left out"), shape: { shape: "text", repeatable: false, required: false, fallback: undefined } },
  { title: "a number that may be missing", property: optionalIntegerProperty("it is left out"), shape: { shape: "text", repeatable: false, required: false, fallback: undefined } },
  { title: "a truth value with a fallback", property: booleanProperty(true), shape: { shape: "text", repeatable: false, required: false, fallback: true } },
  { title: "a number with a fallback", property: integerProperty(7), shape: { shape: "text", repeatable: false, required: false, fallback: 7 } },
  { title: "a text with a fallback", property: stringProperty({ fallback: "x" }), shape: { required: false, fallback: "x" } },
  { title: "texts", property: stringsProperty(), shape: { shape: "text", repeatable: true, required: false, fallback: [] } },
  { title: "a component", property: componentProperty("encoder"), shape: { shape: "component", repeatable: false, required: false, kind: "encoder", defaultClassName: undefined } },
  { title: "a required component", property: componentProperty("encoder", { required: true, defaultClassName: "X" }), shape: { required: true, kind: "encoder", defaultClassName: "X" } },
  { title: "components", property: componentsProperty("filter"), shape: { shape: "component", repeatable: true, required: false, fallback: [], kind: "filter" } },
  { title: "references to appenders", property: appenderRefsProperty(), shape: { shape: "reference", repeatable: true, required: false, fallback: [] } },
];

for (const { title, property, shape } of shapes) {
  test(`a property for ${title} says how it is read`, () => {
    expect(property).toMatchObject(shape);
  });
}

const pair = defineComponent({
  kind: "filter",
  classNames: ["com.acme.Pair"],
  properties: {
    name: stringProperty({ required: true }),
    count: integerProperty(3),
    even: textProperty((text, report) => (text.length % 2 === 0 ? text : (report.error("odd"), undefined)), { fallback: "fallback" }),
  },
  create: (values) => values,
});

test("a component gets its values typed, and fallbacks for what is missing", () => {
  expect(buildFrom(pair, { name: "n" })).toEqual({ built: { name: "n", count: 3, even: "fallback" }, statuses: [] });
});

test("a component gets the fallback for what could not be read, with its status", () => {
  expect(buildFrom(pair, { name: "n", count: "many", even: "odd" })).toEqual({
    built: { name: "n", count: 3, even: "fallback" },
    statuses: ['WARN "many" is not a whole number; 3 is used.', "ERROR odd"],
  });
});
