import { expect, test } from "vitest";
import { adviceForWord } from "../../src/pattern/foreign-words.js";
import { saidOf } from "../support/configured.js";

test("a word of Spring Boot that no rule makes known is answered with the include and the rule", () => {
  const said = saidOf(`<configuration>
    <appender name="A" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%clr(%msg){faint}%n</pattern></encoder></appender>
    <root><appender-ref ref="A"/></root>
  </configuration>`);

  expect(said).toEqual([
    'ERROR logback.xml:2:86 There is no conversion word "%clr". It is Spring Boot\'s; write <include resource="org/springframework/boot/logging/logback/defaults.xml"/> or <conversionRule conversionWord="clr" class="org.springframework.boot.logging.logback.ColorConverter"/>. It is printed as an error.',
  ]);
});

for (const word of ["clr", "coloredLevel", "correlationId", "esb", "lmdc", "sanitisedMessage", "wEx", "wex"]) {
  test(`the rule that is advised for %${word} makes it known`, () => {
    const rule = /<conversionRule [^>]*\/>/.exec(adviceForWord(word) ?? "")?.[0] ?? "";

    expect(
      saidOf(`<configuration>${rule}
        <appender name="A" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%${word}%msg%n</pattern></encoder></appender>
        <root level="OFF"><appender-ref ref="A"/></root>
      </configuration>`),
    ).toEqual([]);
  });
}

test("there is no advice for a word that no framework has", () => {
  expect(adviceForWord("mesage")).toBeUndefined();
});
