import { chmodSync, existsSync, mkdirSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { logconfUsage } from "../../src/cli/logconf-usage.js";
import type { ControlReply, ControlRequest } from "../../src/control/protocol.js";
import { ControlServer } from "../../src/control/server.js";
import { freePort } from "../support/tcp-receiver.js";
import { logconf } from "../support/logconf.js";
import { tempDir } from "../support/temp-dir.js";

const USAGE = logconfUsage();

test("no line of the usage is wider than 120 characters", () => {
  expect(Math.max(...USAGE.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(120);
});

for (const option of ["-h", "--help"]) {
  test(`${option} prints how the command is used, whatever else is asked for`, async () => {
    expect(await logconf(["-lf", option])).toEqual({ code: 0, output: USAGE, complaints: "" });
  });
}

test("--version prints the version", async () => {
  expect(await logconf(["--version"])).toEqual({ code: 0, output: "1.2.3\n", complaints: "" });
});

test("without anything to do, the usage is printed and the code is 255", async () => {
  expect(await logconf([])).toEqual({ code: 255, output: USAGE, complaints: "" });
});

const CATEGORIES = "{ERROR, USER_INPUT, CONFIGURATION, PERMISSION_DENIED, TRY_AGAIN, CONNECTIVITY, SERVICE_DOWN, TRUNCATED, CONFLICT, CAPACITY, WARNING}";
const EXCLUSIVE = "The '-s' and -u,-c options are mutually exclusive.\n";
const ONLY_WITH_CONTEXT = "The '-u' should only be used in conjunction with the '-c' in order to specify a context.\n";
const NO_INTEGER = "Error: Requires an integer value.\n\n";
const NO_PAIR = "You must specify a key value pair for each logger along with its level, e.g. com.openexchange.appsuite=DEBUG\n";
const NO_NAME = "You must specify the name of each logger to remove, e.g. com.openexchange.appsuite; without -l the whole filter is removed\n";
const NO_SWITCH = "You must specify a life cycle switch, either -a to add a filter or -d to remove a filter.\n";
const unknownLevel = (level: string): string => `Error: Unknown log level: "${level}".Requires a valid log level: {OFF, ERROR, WARN, INFO, DEBUG, TRACE, ALL}\n`;
const ignored = (word: string): string => `Warning: Ignoring unrecognized parameter for -l option '${word}'\n`;

const refused: readonly { readonly args: readonly string[]; readonly output?: string; readonly complaints?: string; readonly usage?: boolean }[] = [
  { args: ["-u", "5", "-a"], complaints: ONLY_WITH_CONTEXT, usage: true },
  { args: ["-s", "abc", "-u", "5", "-c", "1", "-a"], complaints: EXCLUSIVE, usage: true },
  { args: ["-s", "abc", "-c", "1", "-a"], complaints: EXCLUSIVE, usage: true },
  { args: ["-s", "abc", "-u", "5", "-a"], complaints: EXCLUSIVE, usage: true },
  { args: ["-a", "-d", "-c", "1"], output: "The option 'd' was specified but an option from this group has already been selected: 'a'\n", usage: true },
  { args: ["-d", "-c", "1", "--add"], output: "The option 'a' was specified but an option from this group has already been selected: 'd'\n", usage: true },
  { args: ["-c", "1"], complaints: NO_SWITCH },
  { args: ["-s", "abc", "-l", "a=DEBUG"], complaints: NO_SWITCH },
  { args: ["-c", "one", "-a"], output: NO_INTEGER, usage: true },
  { args: ["-c", "1.5", "-a"], output: NO_INTEGER, usage: true },
  { args: ["-c", "2147483648", "-a"], output: NO_INTEGER, usage: true },
  { args: ["-c", "1", "-u", "", "-a"], output: NO_INTEGER, usage: true },
  { args: ["-l", "a=LOUD"], output: unknownLevel("LOUD"), usage: true },
  { args: ["-a", "-c", "1", "-l", "a=DEBUG", "b=loud"], output: unknownLevel("loud"), usage: true },
  { args: ["-l", "a"], complaints: ignored("a") + NO_PAIR },
  { args: ["-l", "a=b=c", "=DEBUG", "a="], complaints: ignored("a=b=c") + ignored("=DEBUG") + ignored("a=") + NO_PAIR },
  { args: ["-d", "-c", "1", "-l", ""], complaints: ignored("") + NO_NAME },
  { args: ["-d", "-s", "abc", "-l", "=DEBUG"], complaints: ignored("=DEBUG") + NO_NAME },
  { args: ["-oec", "LOUD"], output: `Error: Unknown category: "LOUD"."\nRequires a valid category: ${CATEGORIES}\n`, usage: true },
  { args: ["-oec", "USER_INPUT,loud"], output: `Error: Unknown category: "LOUD"."\nRequires a valid category: ${CATEGORIES}\n`, usage: true },
  { args: ["-lf", "-U", "adm"], complaints: "Missing or wrong credentials. Please specify proper '-U, --JMX-User' and '-P, --JMX-Password' arguments.\n", usage: true },
  { args: ["-lf", "-P", "s3cret"], complaints: "Missing or wrong credentials. Please specify proper '-U, --JMX-User' and '-P, --JMX-Password' arguments.\n", usage: true },
  { args: ["-x"], output: "Unrecognized option: -x\n", usage: true },
  { args: ["-c"], output: "Missing argument for option: c\n", usage: true },
  { args: ["-c", "-a"], output: "Missing argument for option: c\n", usage: true },
  { args: ["-l"], output: "Missing argument for option: l\n", usage: true },
  { args: ["filters"], output: "Unexpected argument: filters\n", usage: true },
  { args: ["-lf", "now"], output: "Unexpected argument: now\n", usage: true },
  { args: ["-lf", "--ttl", "15m"], complaints: "The option '--ttl' goes with a change that can be undone: -a, -l or -oec.\n", usage: true },
  { args: ["-d", "-c", "1", "--ttl", "15m"], complaints: "The option '--ttl' goes with a change that can be undone: -a, -l or -oec.\n", usage: true },
  { args: ["-l", "a=DEBUG", "--ttl", "soon"], complaints: 'Expected a time of up to 24 days such as 90s, 15m, 2h or "15 minutes" behind --ttl, got "soon".\n', usage: true },
  { args: ["-l", "a=DEBUG", "--ttl", "15"], complaints: 'Expected a time of up to 24 days such as 90s, 15m, 2h or "15 minutes" behind --ttl, got "15".\n', usage: true },
  { args: ["-l", "a=DEBUG", "--ttl", "25d"], complaints: 'Expected a time of up to 24 days such as 90s, 15m, 2h or "15 minutes" behind --ttl, got "25d".\n', usage: true },
  { args: ["-lf", "--pid", "x"], complaints: 'Expected a number of at most 9007199254740991 behind --pid, got "x".\n', usage: true },
  { args: ["-lf", "--socket", ""], complaints: "Expected a path behind --socket, got an empty text.\n", usage: true },
  { args: ["-lf", "-H", ""], complaints: "Expected a host behind -H, got an empty text.\n", usage: true },
  { args: ["-lf", "--socket", `/${"x".repeat(103)}`], complaints: `logconf: The path [/${"x".repeat(103)}] is too long for a socket: at most 103 bytes.\n` },
  { args: ["-lf", "-H", "192.0.2.1", "-U", "adm", "-P", "s3cret"], complaints: "logconf: A password goes to 192.0.2.1 by TLS only; use --tls, or an SSH tunnel to localhost.\n" },
  { args: ["-lf", "-H", "127.0.0.1", "--ca", "ca.pem"], complaints: "The option '--ca' goes with '--tls'.\n", usage: true },
  { args: ["-lf", "-p", "65536"], complaints: 'Expected a number of at most 65535 behind -p, got "65536".\n', usage: true },
];
for (const { args, output = "", complaints = "", usage = false } of refused) {
  test(`logconf ${args.join(" ")} is refused, and no process is asked`, async () => {
    expect(await logconf(args)).toEqual({ code: 255, output: output + (usage ? USAGE : ""), complaints });
  });
}

test("what is too long for a request is said as that, and no process is asked", async () => {
  expect(await logconf(["-a", "-s", "x".repeat(65_536), "--socket", "/nowhere/c.sock"])).toEqual({ code: 255, output: "", complaints: "logconf: 65612 bytes are too many: at most 65536 go at a time.\n" });
});

/** A socket that answers everything in the same way, and what it was asked. */
async function answering(reply: ControlReply | ((request: ControlRequest) => ControlReply)): Promise<{ readonly socket: string; readonly asked: ControlRequest[] }> {
  const socket = path.join(tempDir(), "c.sock");
  const asked: ControlRequest[] = [];
  const nothing = (): void => {};
  const server = new ControlServer({
    answer: (request) => {
      asked.push(request);
      return typeof reply === "function" ? reply(request) : reply;
    },
    report: { info: nothing, warn: nothing, error: nothing },
  });
  onTestFinished(() => {
    server.close();
  });
  await server.open({ socket });
  expect(existsSync(socket)).toBe(true);
  return { socket, asked };
}

const asks: readonly { readonly args: readonly string[]; readonly op: string; readonly given?: object }[] = [
  { args: ["-a", "-c", "314"], op: "filterContext", given: { contextId: 314 } },
  { args: ["-c", "+007", "-a", "-u", "-5"], op: "filterUser", given: { contextId: 7, userId: -5 } },
  { args: ["--add", "--session=abc", "--level", "a=trace", "b=Off", "--ttl", "90s"], op: "filterSession", given: { sessionId: "abc", loggers: [["a", "TRACE"], ["b", "OFF"]], ttlMs: 90_000 } },
  { args: ["-d", "-c", "1", "-u", "2", "-l", "a", "b=DEBUG"], op: "removeUserFilter", given: { contextId: 1, userId: 2, loggers: ["a", "b"] } },
  { args: ["-d", "-s", "abc"], op: "removeSessionFilter", given: { sessionId: "abc" } },
  { args: ["-d", "-c", "1"], op: "removeContextFilter", given: { contextId: 1 } },
  { args: ["-l", "a=DEBUG", "-ll", "-l", "b=WARN", "--ttl=2 hours"], op: "modifyLogLevels", given: { loggers: [["a", "DEBUG"], ["b", "WARN"]], ttlMs: 7_200_000 } },
  { args: ["-oec", "capacity,Conflict", "null", "CAPACITY", "--ttl", "1d"], op: "overrideExceptionCategories", given: { categories: ["CAPACITY", "CONFLICT"], ttlMs: 86_400_000 } },
  { args: ["-oec", ""], op: "overrideExceptionCategories", given: { categories: [] } },
  { args: ["-ll"], op: "listAllLoggers" },
  { args: ["-ll", "a"], op: "listAllLoggers" },
  { args: ["-ll", "dynamic"], op: "listDynamicallyModifiedLoggers" },
  { args: ["-ll", "a", "b"], op: "getLevelForLoggers", given: { loggers: ["a", "b"] } },
  { args: ["-la", "-cf", "-ll", "-lf", "-le"], op: "listExceptionCategories" },
  { args: ["-la", "-cf", "-ll", "-lf"], op: "listFilters" },
  { args: ["-la", "-cf"], op: "clearFilters" },
  { args: ["-la", "-a"], op: "listAppenders" },
];
for (const { args, op, given = {} } of asks) {
  test(`logconf ${args.join(" ")} asks for ${op}`, async () => {
    const { socket, asked } = await answering({ type: "set", elements: [] });

    expect(await logconf([...args, "--socket", socket])).toEqual({ code: 0, output: "", complaints: "" });
    expect(asked).toEqual([{ version: 1, op, args: given, operator: "ada" }]);
  });
}

test("messages are printed by type: errors, what happened, warnings; the code is 0 also with warnings alone", async () => {
  const { socket } = await answering({
    type: "messages",
    messages: [
      { type: "WARNING", text: "w" },
      { type: "INFO", text: "a" },
      { type: "ERROR", text: "e" },
      { type: "INFO", text: "b" },
    ],
  });

  expect(await logconf(["-cf", "--socket", socket])).toEqual({ code: 0, output: "ERROR: [e]\nINFO: [a, b]\nWARNING: [w]\n", complaints: "" });
});

test("what a process answers cannot steer the terminal", async () => {
  const answers: ControlReply[] = [
    { type: "messages", messages: [{ type: "INFO", text: "a\n\x1b[2J" }] },
    { type: "set", elements: ["a\n\tb\x1b[2J"] },
    { type: "text", text: "\x9b2J" },
    { type: "refused", code: "failed", reason: "\x07\n" },
  ];
  const { socket } = await answering(() => answers.shift()!);
  const ask = () => logconf(["-lf"], { environment: { LOGCONF_SOCKET: socket } });

  expect((await ask()).output).toBe("INFO: [a\\n\\x1b[2J]\n");
  expect((await ask()).output).toBe("a\n\tb\\x1b[2J\n");
  expect((await ask()).output).toBe("\\x9b2J\n");
  expect(await ask()).toEqual({ code: 255, output: "", complaints: "logconf: \\x07\\n\n" });
});

test("where nobody listens, one line says so", async () => {
  const socket = path.join(tempDir(), "c.sock");
  const port = await freePort();

  expect(await logconf(["-lf", "--socket", socket])).toEqual({ code: 255, output: "", complaints: `logconf: There was no answer at ${socket}: connect ENOENT ${socket}; does the process run, and is this the place that its <control> names?\n` });
  expect(await logconf(["-lf", "-H", "127.0.0.1", "-p", String(port)])).toEqual({ code: 255, output: "", complaints: `logconf: There was no answer at 127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}; does the process run, with a port in its <control>?\n` });
});

test("certificates that cannot be read are said before anybody is asked", async () => {
  expect(await logconf(["-lf", "-p", "1", "--tls", "--ca", "/nowhere/ca.pem"])).toEqual({ code: 255, output: "", complaints: "logconf: The file behind --ca cannot be read: ENOENT: no such file or directory, open '/nowhere/ca.pem'\n" });
});

test("an answer that does not come is waited for as long as --responsetimeout says", async () => {
  const socket = path.join(tempDir(), "c.sock");
  const silent = net.createServer((connection) => { connection.on("error", () => {}); }).listen(socket);
  onTestFinished(() => {
    silent.close();
  });

  expect(await logconf(["-lf", "--socket", socket, "--responsetimeout", "1"])).toEqual({ code: 255, output: "", complaints: `logconf: There was no answer at ${socket}: none came within 1 s\n` });
});

/** A folder in which `logconf` looks for processes, and the sockets in it. */
function listening(pids: readonly number[], answer: (pid: number) => string | undefined): { readonly environment: Readonly<Record<string, string>>; readonly folder: string } {
  const runtime = tempDir();
  chmodSync(runtime, 0o700);
  const folder = path.join(runtime, "logback-node");
  mkdirSync(folder, { mode: 0o700 });
  vi.stubEnv("TMPDIR", runtime);
  for (const pid of pids) {
    const server = net
      .createServer((client) => {
        client.on("error", () => {});
        const reply = answer(pid);
        if (reply !== undefined) {
          client.end(`${reply}\n`);
        }
      })
      .listen(path.join(folder, `${pid}.sock`));
    onTestFinished(() => {
      server.close();
    });
  }
  return { environment: { XDG_RUNTIME_DIR: runtime }, folder };
}

test.skipIf(process.platform === "win32")("a process that is too busy to say which one it is stays in the list, so that nobody else is asked in its place", async () => {
  const process: ControlReply = { type: "process", process: { pid: 900_000_001, context: "default", program: "a.js", folder: "/srv", startedAt: 0 } };
  const { environment } = listening([900_000_001, 900_000_002], (pid) => (pid === 900_000_001 ? JSON.stringify(process) : undefined));

  const { code, complaints } = await logconf(["-cf"], { environment });

  expect(code).toBe(255);
  // Root is shown the processes of all users, so others may be there.
  expect(complaints).toMatch(/^Several processes can be asked; choose one:\n/);
  expect(complaints).toMatch(/^  --pid 900000001  a\.js in \/srv, context default, since 1970-01-01T00:00:00\.000Z$/m);
  expect(complaints).toMatch(/^  --pid 900000002  does not answer$/m);
});

test.skipIf(process.platform === "win32")("a process chosen by --pid is waited for as long as --responsetimeout says", async () => {
  const { environment, folder } = listening([900_000_003], () => undefined);

  expect(await logconf(["-cf", "--pid", "900000003", "--responsetimeout", "1"], { environment })).toEqual({ code: 255, output: "", complaints: `logconf: There was no answer at ${path.join(folder, "900000003.sock")}: none came within 1 s\n` });
});

test("without a process to ask, it is said what is missing", async () => {
  vi.stubEnv("TMPDIR", tempDir());
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });

  expect(await logconf(["-lf", "--pid", "999999999"])).toEqual({ code: 255, output: "", complaints: "The process 999999999 cannot be asked. Does it run, as this user, with <control/> in its logback.xml?\n" });
});

test("a process that drops the connection is asked again", async () => {
  const socket = path.join(tempDir(), "c.sock");
  let connections = 0;
  const server = net
    .createServer((connection) => {
      connections++;
      connection.on("error", () => {});
      if (connections < 3) {
        connection.destroy();
      } else {
        connection.end('{"type":"set","elements":["A"]}\n');
      }
    })
    .listen(socket);
  onTestFinished(() => {
    server.close();
  });

  expect(await logconf(["-le", "--socket", socket])).toEqual({ code: 0, output: "A\n", complaints: "" });
  expect(connections).toBe(3);
});
