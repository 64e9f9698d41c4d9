import { expect, test } from "vitest";
import { appenderRefsProperty, booleanProperty, componentProperty, componentsProperty, defineComponent, integerProperty, stringProperty, stringsProperty, type ComponentDefinition } from "../../src/core/component.js";
import { ListAppender } from "../../src/appender/list-appender.js";
import { complaints, configured } from "../support/configured.js";

interface Values {
  readonly text: string | undefined;
  readonly number: number;
  readonly flag: boolean;
  readonly keys: readonly string[];
  readonly part: unknown;
  readonly parts: readonly unknown[];
  readonly MDCKey: string | undefined;
}

const part = defineComponent({ kind: "value", classNames: ["com.acme.Part"], properties: { size: integerProperty(1) }, create: ({ size }) => ({ size }) });
const strict = defineComponent({ kind: "value", classNames: ["com.acme.Strict"], properties: { must: stringProperty({ required: true }) }, create: ({ must }) => ({ must }) });

function built(inner: string, attributes = "", properties: Readonly<Record<string, string>> = {}): { readonly values: Values | undefined; readonly said: readonly string[] } {
  let values: Values | undefined;
  const probe: ComponentDefinition<unknown> = defineComponent({
    kind: "appender",
    classNames: ["com.acme.Probe"],
    properties: {
      text: stringProperty(),
      number: integerProperty(7),
      flag: booleanProperty(false),
      keys: stringsProperty(),
      part: componentProperty<unknown>("value", { defaultClassName: "com.acme.Part" }),
      parts: componentsProperty<unknown>("value"),
      MDCKey: stringProperty(),
      ref: appenderRefsProperty(),
    },
    create: (read, { name, context }) => {
      values = read;
      return new ListAppender(name, context);
    },
  });
  const { configure } = configured({ more: [probe, part, strict], properties });
  const { statuses } = configure(`<configuration><appender name="L" class="ListAppender"/>\n<appender name="A" class="Probe"${attributes}>\n${inner}\n</appender>\n<root><appender-ref ref="A"/><appender-ref ref="L"/></root></configuration>`);
  return { values, said: complaints(statuses) };
}

const rows: readonly { readonly title: string; readonly xml: string; readonly values: Partial<Values>; readonly says?: readonly string[] }[] = [
  { title: "nothing", xml: "", values: { text: undefined, number: 7, flag: false, keys: [], part: undefined, parts: [] } },
  { title: "texts, without the blanks around them", xml: "<text>\n  a b \n</text>", values: { text: "a b" } },
  { title: "elements without a text, which set nothing", xml: "<text/><number> \n </number><keys></keys>", values: { text: undefined, number: 7, keys: [] } },
  { title: "a text that is empty by a variable", xml: "<text>${Q:-}</text>", values: { text: "" } },
  { title: "CDATA", xml: "<text><![CDATA[<a> & b]]></text>", values: { text: "<a> & b" } },
  { title: "variables", xml: "<text>${P}-${Q:-q}</text>", values: { text: "p-q" } },
  { title: "a capital first letter", xml: "<Text>a</Text><Number>3</Number>", values: { text: "a", number: 3 } },
  { title: "two capitals, which stay", xml: "<MDCKey>a</MDCKey>", values: { MDCKey: "a" } },
  { title: "all capitals, which are another name", xml: "<TEXT>a</TEXT>", values: { text: undefined }, says: ['WARN logback.xml:3:1 Ignoring unknown property [TEXT] in [com.acme.Probe]. Did you mean "text"?'] },
  { title: "the later of two", xml: "<text>a</text><text>b</text>", values: { text: "b" } },
  { title: "every one of a list", xml: "<keys>a</keys><Keys>b</Keys>", values: { keys: ["a", "b"] } },
  { title: "a value that cannot be read", xml: "<number>many</number>", values: { number: 7 }, says: ['WARN logback.xml:3:9 "many" is not a whole number; 7 is used.'] },
  { title: "a place on another line", xml: "<number>\n\n  many</number>", values: { number: 7 }, says: ['WARN logback.xml:5:3 "many" is not a whole number; 7 is used.'] },
  { title: "<param>", xml: '<param name="text" value="${P}"/><Param name="number" value="3"/>', values: { text: "p", number: 3 }, says: ["WARN logback.xml:3:1 <param> is deprecated; write <text>...</text>.", "WARN logback.xml:3:34 <Param> is deprecated; write <number>...</number>."] },
  { title: "<param> of a property it does not have", xml: '<param name="txet" value="a"/>', values: { text: undefined }, says: ["WARN logback.xml:3:1 <param> is deprecated; write <txet>...</txet>.", 'WARN logback.xml:3:1 Ignoring unknown property [txet] in [com.acme.Probe]. Did you mean "text"?'] },
  { title: "<param> without a value", xml: '<param name="text"/>', values: { text: undefined }, says: ["WARN logback.xml:3:1 Ignoring unknown property [param] in [com.acme.Probe]."] },
  { title: "properties of Object.prototype", xml: "<__proto__>a</__proto__><constructor>b</constructor><toString/>", values: {}, says: ["__proto__", "constructor", "toString"].map((name, i) => `WARN logback.xml:3:${[1, 25, 53][i] ?? 0} Ignoring unknown property [${name}] in [com.acme.Probe].`) },
  { title: "an attribute on a text", xml: '<text value="a">b</text>', values: { text: "b" }, says: ["WARN logback.xml:3:7 Unknown attribute [value] of <text> is ignored."] },
  { title: "a component of the class by default", xml: "<part><size>2</size></part>", values: { part: { size: 2 } } },
  { title: "a component of the class by default where the attribute is empty", xml: '<part class=""><size>2</size></part>', values: { part: { size: 2 } } },
  { title: "a component of a class, also by a variable", xml: '<part class="${CLASS}"><must>x</must></part>', values: { part: { must: "x" } } },
  { title: "several components", xml: '<parts class="Part"/><parts class="Strict"><must>x</must></parts>', values: { parts: [{ size: 1 }, { must: "x" }] } },
  {
    title: "what stands in a component of an unknown class, where it has such a property itself",
    xml: '<part class="org.other.Missing"><number>3</number><bogus/></part>',
    values: { part: undefined, number: 3 },
    says: ["ERROR logback.xml:3:1 No value of class [org.other.Missing] is known; it is left out."],
  },
  { title: "a component without a class", xml: "<parts/>", values: { parts: [] }, says: ['ERROR logback.xml:3:1 Expected an attribute "class" that names the value; <parts> is left out.'] },
  { title: "a component of an unknown class, whose own elements are not complained of", xml: '<parts class="org.other.part.Missing"><any><thing/></any></parts>', values: { parts: [] }, says: ["ERROR logback.xml:3:1 No value of class [org.other.part.Missing] is known; it is left out."] },
  { title: "a component without what it requires", xml: '<parts class="Strict"/>', values: { parts: [] }, says: ["ERROR logback.xml:3:1 <must> is required in [com.acme.Strict]; the value is left out."] },
  { title: "an attribute on a component", xml: '<part klass="x"/>', values: { part: { size: 1 } }, says: ['WARN logback.xml:3:7 Unknown attribute [klass] of <part> is ignored. Did you mean "class"?'] },
  { title: "a property as an attribute", xml: '<part size="3"/>', values: { part: { size: 1 } }, says: ["WARN logback.xml:3:7 Unknown attribute [size] of <part> is ignored. Write it as an element in it: <size>...</size>."] },
  { title: "a property of another class", xml: "<rollingPolicy/>", values: {}, says: ["WARN logback.xml:3:1 Ignoring unknown property [rollingPolicy] in [com.acme.Probe]. It is a property of RollingFileAppender."] },
  { title: "a property of a part beside it", xml: "<size>3</size>", values: { part: undefined }, says: ["WARN logback.xml:3:1 Ignoring unknown property [size] in [com.acme.Probe]. Write <size> in its <part> or <parts>."] },
  { title: "a reference without a name", xml: "<appender-ref/>", values: {}, says: ['ERROR logback.xml:3:1 Expected an attribute "ref" with the name of an appender; the reference is ignored.'] },
  { title: "a reference to itself", xml: '<appender-ref ref="A"/>', values: {}, says: ["ERROR logback.xml:3:1 Appender [A] refers to itself, directly or through others; the reference is ignored."] },
  { title: "a reference in capitals", xml: '<APPENDER-REF ref="L"/>', values: {} },
];

for (const { title, xml, values, says = [] } of rows) {
  test(`a component is built from ${title}`, () => {
    const { values: read, said } = built(xml, "", { P: "p", CLASS: "Strict" });

    expect(read).toMatchObject(values);
    expect(said).toEqual(says);
  });
}

test("T4: a text whose variables cannot be replaced is said once, where it stands", () => {
  const { values, said } = built("<text>a ${open</text>");

  expect(values?.text).toBe("a ${open");
  expect(said).toEqual(['ERROR logback.xml:3:7 expected "}" for the "${" at column 3, got the end of the text. The text is used as it stands.']);
});

test("what a <param> holds is not quoted: it may be a secret", () => {
  expect(built('<param name="password" value="hunter2"/>').said.join()).not.toContain("hunter2");
});

test("a component can tell a nested one that is missing from one that could not be built", () => {
  const written: Record<string, boolean> = {};
  const probe: ComponentDefinition<unknown> = defineComponent({
    kind: "appender",
    classNames: ["com.acme.Probe"],
    properties: { broken: componentProperty<unknown>("value"), absent: componentProperty<unknown>("value") },
    create: ({ broken, absent }, { name, context, isWritten }) => {
      expect([broken, absent]).toEqual([undefined, undefined]);
      Object.assign(written, { broken: isWritten("broken"), absent: isWritten("absent") });
      return new ListAppender(name, context);
    },
  });

  configured({ more: [probe] }).configure(`<configuration><appender name="A" class="com.acme.Probe"><broken class="com.acme.Nowhere"/></appender><root><appender-ref ref="A"/></root></configuration>`);

  expect(written).toEqual({ broken: true, absent: false });
});
