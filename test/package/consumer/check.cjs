/**
 * What a program that uses the library does, however it got hold of it. Runs from the packed tarball, on every
 * supported Node.js; the last line of its output says what it saw.
 */
"use strict";

/**
 * @param {Record<string, any>} library - The module namespace, from `import` or from `require`.
 * @param {"import" | "require"} how - Which of both it was.
 */
module.exports = function check(library, how) {
  const names = Object.keys(library).sort();
  if (names.includes("LoggerFactory")) library.LoggerFactory.getLogger("x").info("hello {}", 1);
  console.log(JSON.stringify({ how, node: process.version, names }));
};
