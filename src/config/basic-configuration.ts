import type { CodeConfiguration } from "./from-code.js";

/** What is in force when no configuration is found: Logback's own, on the console. */
export const BASIC_CONFIGURATION: CodeConfiguration = {
  appenders: {
    console: {
      class: "ConsoleAppender",
      encoder: { class: "LayoutWrappingEncoder", layout: { class: "TTLLLayout", neutralise: true } },
    },
  },
  root: { level: "DEBUG", appenders: ["console"] },
};
