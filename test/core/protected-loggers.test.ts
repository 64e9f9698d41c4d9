import { expect, test } from "vitest";
import { LoggerContext } from "../../src/core/logger-context.js";
import { protectLoggers } from "../../src/core/protected-loggers.js";
import { LOGGER_WHITELIST } from "../../src/core/trace-filters.js";

const LOGIN = "com.openexchange.login.internal.LoginPerformer";
const SESSION = "com.openexchange.sessiond.impl.SessionHandler";

function openXchange(level?: string): LoggerContext {
  const context = new LoggerContext();
  context.putProperty(LOGGER_WHITELIST, " com.openexchange , org.x");
  if (level !== undefined) {
    context.getLogger(LOGIN).setLevel(level);
  }
  return context;
}

for (const level of ["WARN", "ERROR", "OFF", undefined]) {
  test(`a protected logger at ${level ?? "no level"} is set to INFO, and that is said`, () => {
    const context = openXchange(level);
    protectLoggers(context);

    expect(context.getLogger(LOGIN).level?.name).toBe("INFO");
    expect(context.getLogger(SESSION).level?.name).toBe("INFO");
    expect(context.statusManager.statuses[0]).toMatchObject({
      level: "INFO",
      message: `The level of [${LOGIN}] was ${level ?? "not set"} and is INFO now. The context property [com.openexchange.logging.disableOverrideLogLevels] prevents this.`,
    });
  });
}

for (const level of ["INFO", "DEBUG", "TRACE", "ALL"]) {
  test(`a protected logger at ${level} is let alone`, () => {
    const context = openXchange(level);
    protectLoggers(context);

    expect(context.getLogger(LOGIN).level?.name).toBe(level);
  });
}

test("nothing is protected where the property says so", () => {
  const context = openXchange("WARN");
  context.putProperty("com.openexchange.logging.disableOverrideLogLevels", "True");
  protectLoggers(context);

  expect(context.getLogger(LOGIN).level?.name).toBe("WARN");
  expect(context.findLogger(SESSION)).toBeUndefined();
});

test("other configurations are let alone", () => {
  const context = new LoggerContext();
  context.putProperty(LOGGER_WHITELIST, "ROOT");
  protectLoggers(context);

  expect(context.loggers.map(({ name }) => name)).toEqual(["ROOT"]);
});
