/* eslint-disable no-restricted-syntax -- the one place where modules are loaded by call; the import rules see what it offers */
import type crypto from "node:crypto";
import type dgram from "node:dgram";
import type dns from "node:dns";
import type net from "node:net";
import type tls from "node:tls";
import type util from "node:util";
import type zlib from "node:zlib";

/**
 * Modules of Node.js that few programs need, each loaded when it is first asked for.
 *
 * An `import` would load them together with the library and make every start longer by several milliseconds.
 */
export const onDemand = {
  get crypto(): typeof crypto {
    return process.getBuiltinModule("node:crypto");
  },
  get dgram(): typeof dgram {
    return process.getBuiltinModule("node:dgram");
  },
  get dns(): typeof dns {
    return process.getBuiltinModule("node:dns");
  },
  get net(): typeof net {
    return process.getBuiltinModule("node:net");
  },
  get tls(): typeof tls {
    return process.getBuiltinModule("node:tls");
  },
  get util(): typeof util {
    return process.getBuiltinModule("node:util");
  },
  get zlib(): typeof zlib {
    return process.getBuiltinModule("node:zlib");
  },
};
