import { expect, test } from "vitest";
import { migratedFromLog4j2 } from "../../support/migrated-appender.js";
import { printed } from "../../support/patterns.js";

test("what <Replace> hides is hidden in the stack trace, too, which is printed once", () => {
  const { appender } = migratedFromLog4j2('<Console name="A"><PatternLayout pattern="%m%n"><Replace regex="password=\\S+" replacement="***"/></PatternLayout></Console>');
  const pattern = /<pattern>(.*)<\/pattern>/.exec(appender)?.[1] ?? "";
  const { text } = printed(pattern, { message: "password=a", throwable: new Error("password=b") });

  expect(text).toMatch(/^\*\*\*\nError: \*\*\*\n/);
  expect(text.match(/Error:/g)).toHaveLength(1);
});

const rows: readonly (readonly [layout: string, encoder: string, remarks?: readonly string[]])[] = [
  ['<PatternLayout pattern="%m%n"><Replace regex="password=\\S+" replacement="password=***"/></PatternLayout>', "<pattern>%replace(%msg%n%ex){'password=\\S+', 'password=***'}</pattern>"],
  ['<PatternLayout><Pattern>%m %rEx%n</Pattern><Replace regex="a" replacement=""/></PatternLayout>', "<pattern>%replace(%msg %rEx%n){'a', ''}</pattern>"],
  ['<PatternLayout alwaysWriteExceptions="false" pattern="%m"><Replace regex="a" replacement="b"/></PatternLayout>', "<pattern>%replace(%msg%nopex){'a', 'b'}</pattern>"],
  [
    '<PatternLayout><MarkerPatternSelector defaultPattern="[%p] %m%n"><PatternMatch key="FLOW" pattern="%m"/></MarkerPatternSelector></PatternLayout>',
    "<pattern>[%level] %msg%n</pattern>",
    ["warning: <MarkerPatternSelector> in the layout of appender [A] is not carried over; its defaultPattern is taken for all."],
  ],
  ['<PatternLayout pattern="%m%n"><Other/></PatternLayout>', "<pattern>%msg%n</pattern>", ["warning: <Other> in the layout of appender [A] is not carried over."]],
  ['<PatternLayout alwaysWriteExceptions="false" pattern="%m%n"/>', "<pattern>%msg%n%nopex</pattern>"],
  ['<PatternLayout alwaysWriteExceptions="false" pattern="%m%n%ex{short}"/>', "<pattern>%msg%n%ex{short}</pattern>"],
  ['<PatternLayout alwaysWriteExceptions="false" pattern="100%%express %m"/>', "<pattern>100\\%express %msg%nopex</pattern>"],
  ['<PatternLayout disableAnsi="true" pattern="%highlight{%p} %m%n"/>', "<pattern>%level %msg%n</pattern>"],
  ['<PatternLayout noConsoleNoAnsi="true" pattern="%highlight{%p} %m%n"/>', "<pattern>%highlight(%level) %msg%n</pattern>", ["warning: noConsoleNoAnsi of appender [A] is not carried over: the colours are printed without a terminal, too."]],
  ['<PatternLayout noConsoleNoAnsi="true" pattern="%p %m%n"/>', "<pattern>%level %msg%n</pattern>"],
  ['<PatternLayout pattern="%d{ABSOLUTE}\\t%m\\n"/>', '<pattern>%d{"HH:mm:ss,SSS"}\\t%msg%n</pattern>'],
  ['<PatternLayout pattern="%m%n" charset="${sys:CS}"/>', "<charset>${CS:-UTF-8}</charset><pattern>%msg%n</pattern>"],
  ['<PatternLayout pattern="%m%n" charset="${sys:CS:-ISO-8859-1}"/>', "<charset>${CS:-ISO-8859-1}</charset><pattern>%msg%n</pattern>"],
  ['<PatternLayout pattern="%m%n" charset="${charset}"/>', "<charset>${charset}</charset><pattern>%msg%n</pattern>"],
];

for (const [layout, encoder, remarks = []] of rows) {
  test(layout, () => {
    expect(migratedFromLog4j2(`<Console name="A">${layout}</Console>`, '<Property name="charset" value="UTF-16"/>')).toEqual({ appender: `ConsoleAppender"><encoder>${encoder}</encoder>`, remarks });
  });
}
