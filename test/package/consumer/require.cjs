/** Loads the installed library with `require`. */
"use strict";

require("./check.cjs")(require("logback-node"), "require");
