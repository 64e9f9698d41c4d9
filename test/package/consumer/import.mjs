/** Loads the installed library with `import`. */
import { createRequire } from "node:module";
import * as library from "logback-node";
import check from "./check.cjs";

await check(library, createRequire(import.meta.url)("logback-node"), "import");
