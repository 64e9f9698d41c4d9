const SPRING = "org.springframework.boot.logging.logback";
const OPEN_XCHANGE = "com.openexchange.logback.extensions";
const SPRING_DEFAULTS = `<include resource="org/springframework/boot/logging/logback/defaults.xml"/>`;

/** Words that frameworks bring along, with their classes. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ["clr", `${SPRING}.ColorConverter`],
  ["coloredLevel", "play.api.libs.logback.ColoredLevel"],
  ["correlationId", `${SPRING}.CorrelationIdConverter`],
  ["esb", `${SPRING}.EnclosedInSquareBracketsConverter`],
  ["ereplace", `${OPEN_XCHANGE}.ExtendedReplacingCompositeConverter`],
  ["lmdc", `${OPEN_XCHANGE}.LineMDCConverter`],
  ["sanitisedMessage", `${OPEN_XCHANGE}.LogSanitisingConverter`],
  ["wEx", `${SPRING}.ExtendedWhitespaceThrowableProxyConverter`],
  ["wex", `${SPRING}.WhitespaceThrowableProxyConverter`],
]);

/** How to make a framework's conversion word known; `undefined` for a word that none has. */
export function adviceForWord(word: string): string | undefined {
  const className = CLASSES.get(word);
  if (className === undefined) {
    return undefined;
  }
  const rule = `<conversionRule conversionWord="${word}" class="${className}"/>`;
  if (className.startsWith(OPEN_XCHANGE)) {
    return `It is Open-Xchange's; use the class ${OPEN_XCHANGE}.ExtendedPatternLayoutEncoder for the encoder, or write ${rule}.`;
  }
  return className.startsWith(SPRING) ? `It is Spring Boot's; write ${SPRING_DEFAULTS} or ${rule}.` : `It is Play's; write ${rule}.`;
}
