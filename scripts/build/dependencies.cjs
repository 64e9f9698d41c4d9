"use strict";

/**
 * What the library uses of its dependencies, each loaded when the first one is made.
 *
 * CommonJS on purpose, for the ES modules of `dist` too: nothing else can be loaded later and yet at once. And for `require`
 * fast-xml-parser is one file; for `import` it is forty, and to find and read these takes several times as long.
 * Bundlers follow these calls as they do any other.
 */
exports.XMLParser = function XMLParser(options) {
  const library = require("fast-xml-parser");
  return new library.XMLParser(options);
};

exports.Mutex = function Mutex() {
  const library = require("async-mutex");
  return new library.Mutex();
};
