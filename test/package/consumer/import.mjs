/** Loads the installed library with `import`. */
import * as library from "logback-node";
import check from "./check.cjs";

check(library, "import");
