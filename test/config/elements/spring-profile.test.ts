import { expect, test } from "vitest";
import { complaints, configured, type ConfiguredOptions } from "../../support/configured.js";

const rows = [
  { name: "prod", active: ["prod"], counts: true },
  { name: "prod", active: ["dev"], counts: false },
  { name: "dev, prod", active: ["prod"], counts: true },
  { name: "!prod", active: ["dev"], counts: true },
  { name: "!prod", active: ["prod"], counts: false },
  { name: "!!prod", active: ["prod"], counts: true },
  { name: "prod & eu", active: ["prod", "eu"], counts: true },
  { name: "prod & eu", active: ["prod"], counts: false },
  { name: "prod &amp; !eu", active: ["prod"], counts: true },
  { name: "prod | eu", active: ["eu"], counts: true },
  { name: "prod & (eu | us)", active: ["prod", "us"], counts: true },
  { name: "!(dev|test)", active: ["prod"], counts: true },
  { name: "${WHICH}", active: ["prod"], counts: true },
  { name: "Prod", active: ["prod"], counts: false },
  { name: "default", active: [], counts: true },
  { name: "default", active: ["prod"], counts: false },
  { name: "__proto__", active: ["prod"], counts: false },
  { name: "my profile", active: ["my profile"], counts: true },
];

for (const { name, active, counts } of rows) {
  test(`<springProfile name="${name}"> ${counts ? "counts" : "does not count"} with ${active.join(" and ") || "no profile"} active`, () => {
    const { context, configure } = configured({ profiles: active, properties: { WHICH: "prod" } });

    const { statuses } = configure(`<configuration><springProfile name="${name.replace(/&(?!amp;)/g, "&amp;")}"><logger name="a" level="WARN"/></springProfile></configuration>`);

    expect(complaints(statuses)).toEqual([]);
    expect(context.getLogger("a").level?.name).toBe(counts ? "WARN" : undefined);
  });
}

const mistakes = [
  { name: "a &amp; b | c", says: 'Malformed profile expression [a & b | c]: expected parentheses, since "&" and "|" are mixed, at position 6. What stands in <springProfile> does not count.' },
  { name: "(a", says: 'Malformed profile expression [(a]: expected ")" at position 2. What stands in <springProfile> does not count.' },
  { name: "a)", says: 'Malformed profile expression [a)]: expected "&", "|" or the end at position 1. What stands in <springProfile> does not count.' },
  { name: "a |", says: "Malformed profile expression [a |]: expected the name of a profile at position 3. What stands in <springProfile> does not count." },
  { name: "a, !", says: "Malformed profile expression [!]: expected the name of a profile at position 1. What stands in <springProfile> does not count." },
  { name: " ", says: 'Expected an attribute "name" with profiles on <springProfile>; what stands in it does not count.' },
  { name: `${"(".repeat(200)}a`, says: expect.stringContaining("expected at most 100 levels at position 100") },
];

for (const { name, says } of mistakes) {
  test(`a profile expression such as "${name.slice(0, 20)}" is an ERROR`, () => {
    const { configure } = configured({ profiles: ["a"] });

    const { statuses } = configure(`<configuration>\n<springProfile name="${name}"><logger name="a"/></springProfile></configuration>`);

    expect(complaints(statuses)).toEqual([typeof says === "string" ? `ERROR logback.xml:2:16 ${says}` : says]);
  });
}

const sources: readonly { readonly title: string; readonly options: ConfiguredOptions; readonly profile: string }[] = [
  { title: "the program", options: { profiles: ["code"], properties: { "spring.profiles.active": "property" } }, profile: "code" },
  { title: "spring.profiles.active", options: { properties: { "spring.profiles.active": "x, property" }, environment: { SPRING_PROFILES_ACTIVE: "spring" } }, profile: "property" },
  { title: "SPRING_PROFILES_ACTIVE", options: { environment: { SPRING_PROFILES_ACTIVE: "spring,other", NODE_ENV: "node" } }, profile: "spring" },
  { title: "NODE_ENV", options: { environment: { SPRING_PROFILES_ACTIVE: " ", NODE_ENV: "node" } }, profile: "node" },
  { title: "nowhere, so that default is active,", options: {}, profile: "default" },
  { title: "the program, which says that there are none,", options: { profiles: [], environment: { NODE_ENV: "node" } }, profile: "default" },
];

for (const { title, options, profile } of sources) {
  test(`profiles from ${title} make ${profile} active`, () => {
    const { context, configure } = configured(options);

    configure(["code", "property", "spring", "node", "default"].reduce((xml, name) => `${xml}<springProfile name="${name}"><logger name="${name}"/></springProfile>`, "<configuration>") + "</configuration>");

    expect(context.loggers.map(({ name }) => name)).toEqual(["ROOT", profile]);
  });
}

test("profiles nest, stand in branches, in included elements and in appenders", () => {
  const { context, configure } = configured({ profiles: ["prod", "eu"] });

  const { statuses } = configure(`<configuration>
    <springProfile name="prod"><springProfile name="eu"><logger name="a"/></springProfile><springProfile name="us"><logger name="b"/></springProfile></springProfile>
    <appender name="L" class="ListAppender"><springProfile name="prod"><filter class="ThresholdFilter"><level>WARN</level></filter></springProfile></appender>
    <root><springProfile name="eu"><appender-ref ref="L"/></springProfile></root>
  </configuration>`);

  expect(complaints(statuses)).toEqual([]);
  expect(context.loggers.map(({ name }) => name)).toEqual(["ROOT", "a"]);
  expect(context.root.appenders).toHaveLength(1);
});
