/** Loads the installed library with `require`. */
"use strict";

const check = require("./check.cjs");
const library = require("logback-node");

import("logback-node").then((otherCopy) => check(library, otherCopy, "require")).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
