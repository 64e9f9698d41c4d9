import { learnOpenXchangeWords } from "../../src/pattern/open-xchange-words.js";
import type { ConverterFactory } from "../../src/pattern/converter.js";
import { WORDS } from "./patterns.js";

/** Logback's words and Open-Xchange's. */
export const OPEN_XCHANGE_WORDS: Map<string, ConverterFactory> = new Map(WORDS);
learnOpenXchangeWords(OPEN_XCHANGE_WORDS);
