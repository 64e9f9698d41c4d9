import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test, vi } from "vitest";
import { LACKS_OPENSSL, makeCertificates } from "../support/certificates.js";
import { logconf, logconfCommand, startLogconf, steeredProcess } from "../support/logconf.js";
import { endOf, startFixture } from "../support/run-fixture.js";
import { tempDir } from "../support/temp-dir.js";

const PRINTS = '<appender name="C" class="ConsoleAppender"><encoder><pattern>%level %logger %msg %kvp%n</pattern></encoder></appender><root level="INFO"><appender-ref ref="C"/></root>';

/** What operators of Open-Xchange know; messages stand in the order of the command line. */
const transcript: readonly (readonly [command: string, output: string])[] = [
  [
    "-u 1618 -c 314 -a -l com.openexchange.appsuite=DEBUG com.openexchange.mail=TRACE",
    'INFO: [Created new filter for user with ID "1618", in context with ID "314" and policy "ACCEPT", Added logger "com.openexchange.appsuite" with level "DEBUG", Added logger "com.openexchange.mail" with level "TRACE"]\n',
  ],
  ["-u 1618 -c 314 -d -l com.openexchange.appsuite", 'INFO: [Removed logger "com.openexchange.appsuite" from user filter for user with ID "1618", context with ID "314" and policy "ACCEPT"]\n'],
  [
    "-l com.openexchange.appsuite=DEBUG com.openexchange.usm=DEBUG",
    'INFO: [Setting log level for "com.openexchange.appsuite" to "DEBUG", Setting log level for "com.openexchange.usm" to "DEBUG"]\n',
  ],
  ["-oec CONFIGURATION CONNECTIVITY", "INFO: [Setting suppressed Exception Categories to CONFIGURATION,CONNECTIVITY]\n"],
  [
    "-c 314 -a -l org.apache.http=DEBUG",
    'INFO: [Created new filter with key "com.openexchange.session.contextId" and value "314" and policy "ACCEPT"]\nWARNING: [The provided logger "org.apache.http" is not in the whitelist, hence it is not added to the filter.]\n',
  ],
  ["-c 314 -d", 'INFO: [Removed context filter with context ID "314"]\n'],
  ["-lf", "com.openexchange.session.userId=1618:com.openexchange.session.contextId=314, Loggers: [\n\tcom.openexchange.mail = TRACE]\n"],
  ["-ll com.openexchange.appsuite com.openexchange.usm", "Logger: com.openexchange.appsuite, Level: DEBUG\nLogger: com.openexchange.usm, Level: DEBUG\n"],
  ["-le", "CONFIGURATION\nCONNECTIVITY\n"],
  ["-cf", "INFO: [Removed all filters]\n"],
  ["-lf", ""],
];

test("the commands of the original's documentation do in a running process what they say there", async () => {
  const { socket, said } = await steeredProcess(tempDir(), PRINTS);

  for (const [command, output] of transcript) {
    expect({ command, ...(await logconfCommand([...command.split(" "), "--socket", socket])) }).toEqual({ command, code: 0, output, complaints: "" });
  }

  // The process has logged every change.
  const changes = transcript.flatMap(([, output]) => output.split("\n").filter((line) => /^(INFO|WARNING): \[/.test(line)).flatMap((line) => line.slice(line.indexOf("[") + 1, -1).split(/, (?=Added|Setting)/)));
  expect(said.filter((line) => line.includes(" operator=")).map((line) => line.replace(/^INFO logconf (.*) operator=".*" via="socket"$/, "$1"))).toEqual(changes);
});

test("the one process of this user is found by itself, several are listed, each can be chosen, and a killed one is out of the way", async () => {
  const [runtime, folder] = [tempDir(), tempDir()];
  chmodSync(runtime, 0o700);
  // Root is shown the processes of all users, so others may be there while this runs.
  const environment = { XDG_RUNTIME_DIR: runtime, TMPDIR: folder };
  vi.stubEnv("XDG_RUNTIME_DIR", runtime);
  vi.stubEnv("TMPDIR", folder);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const first = await steeredProcess(folder, "", "<control/>");
  expect(path.dirname(first.socket)).toBe(path.join(runtime, "logback-node"));

  expect(await logconf(["-le", "--pid", String(first.child.pid)], { environment })).toEqual({ code: 0, output: "USER_INPUT\n", complaints: "" });
  const second = await steeredProcess(folder, "", "<control/>");
  const several = await logconf(["-le"], { environment });
  expect(several).toMatchObject({ code: 255, output: "", complaints: expect.stringMatching(/^Several processes can be asked; choose one:\n/) });
  for (const { child } of [first, second]) {
    expect(several.complaints).toMatch(new RegExp(`^  --pid ${child.pid!}  \\S+steered\\.mjs in \\S+, context default, since \\d{4}-`, "m"));
  }
  second.child.kill("SIGKILL");
  await endOf(second.child);
  expect(existsSync(second.socket)).toBe(true);

  expect((await logconf(["-le"], { environment })).complaints).not.toContain(`--pid ${second.child.pid!} `);
  expect(existsSync(second.socket)).toBe(false);
});

test("a reader that has enough, as `head` has, is no error", async () => {
  const socket = path.join(tempDir(), "c.sock");
  // More than a pipe holds.
  const answers = net.createServer((client) => client.on("error", () => {}).end(`${JSON.stringify({ type: "set", elements: Array(10_000).fill("x".repeat(200)) })}\n`)).listen(socket);
  onTestFinished(() => {
    answers.close();
  });
  await once(answers, "listening");
  const child = startLogconf(["-ll", "--socket", socket]);
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  child.stdout.once("data", () => {
    child.stdout.destroy();
  });

  const end = await endOf(child);

  expect([end, complaints]).toEqual([{ code: 0, signal: null }, ""]);
});

test("when the process ends, its socket is gone", async () => {
  const { child, socket } = await steeredProcess(tempDir());

  child.stdin!.end();

  expect(await endOf(child)).toEqual({ code: 0, signal: null });
  expect(existsSync(socket)).toBe(false);
});

test("a process that has nothing else to do is not kept alive by its control", async () => {
  const { child, socket } = await steeredProcess(tempDir(), "", undefined);
  const { rawClient } = await import("../support/control.js");
  await rawClient({ path: socket });

  child.stdin!.end();

  expect(await endOf(child)).toEqual({ code: 0, signal: null });
});

test("T11 a change with --ttl is taken back by the process", async () => {
  const { socket, hears } = await steeredProcess(tempDir(), PRINTS);

  const { output } = await logconf(["-l", "com.acme=DEBUG", "--ttl", "300 milliseconds", "--socket", socket]);
  expect(output).toMatch(/^INFO: \[Setting log level for "com\.acme" to "DEBUG", The change ends at [\dTZ:.-]+\]\n$/);
  await hears('INFO logconf Setting log level for "com.acme" back to "null", because its time is over');

  expect((await logconf(["-ll", "com.acme", "ROOT", "--socket", socket])).output).toBe("Logger: com.acme, Level: null\nLogger: ROOT, Level: INFO\n");
});

test("T11 by TCP, with user and password only", async () => {
  const { hears } = await steeredProcess(tempDir(), "", `<control socket="${path.join(tempDir(), "c.sock")}" port="0" user="adm" password="s3cret"/>`);
  const port = /-p (\d+)/.exec(await hears("-H 127.0.0.1"))![1]!;
  const at = ["-H", "127.0.0.1", "-p", port];

  expect(await logconf(["-le", ...at, "-U", "adm", "-P", "s3cret"])).toEqual({ code: 0, output: "USER_INPUT\n", complaints: "" });
  expect(await logconf(["-le", ...at, "-U", "adm"], { environment: { LOGCONF_PASSWORD: "s3cret" } })).toMatchObject({ code: 0 });
  for (const wrong of [[], ["-U", "adm", "-P", "secret"]]) {
    expect(await logconf(["-le", ...at, ...wrong])).toMatchObject({ code: 255, complaints: "Missing or wrong credentials. Please specify proper '-U, --JMX-User' and '-P, --JMX-Password' arguments.\n" });
  }
});

test.skipIf(LACKS_OPENSSL)("by TLS, to a process whose certificate is trusted and has the name that was asked for", async () => {
  const certificates = makeCertificates();
  onTestFinished(() => {
    certificates.remove();
  });
  const control = (identity: { readonly cert: string; readonly key: string }): string =>
    `<control socket="${path.join(tempDir(), "c.sock")}" port="0" user="adm" password="s3cret" certificate="${identity.cert}" key="${identity.key}"/>`;
  const portOf = async (identity: { readonly cert: string; readonly key: string }): Promise<string> => /-p (\d+) --tls/.exec(await (await steeredProcess(tempDir(), "", control(identity))).hears("--tls"))![1]!;
  const plainPort = async (): Promise<string> => /-p (\d+)/.exec(await (await steeredProcess(tempDir(), "", `<control socket="${path.join(tempDir(), "c.sock")}" port="0" user="adm" password="s3cret"/>`)).hears("-H 127.0.0.1"))![1]!;
  const [port, other] = [await portOf(certificates.server), await portOf(certificates.otherHost)];
  const ask = (...more: readonly string[]) => logconf(["-le", "-U", "adm", "-P", "s3cret", "-H", "localhost", ...more]);

  expect(await ask("-p", port, "--tls", "--ca", certificates.authority)).toEqual({ code: 0, output: "USER_INPUT\n", complaints: "" });
  const refusals = [
    { refused: ["-p", port, "--tls"], hint: /; --ca names a file with the certificates to trust\n$/ },
    { refused: ["-p", other, "--tls", "--ca", certificates.authority], hint: /localhost/ },
    { refused: ["-p", port], hint: /; with --tls, if the port speaks TLS\n$/ },
    { refused: ["-p", await plainPort(), "--tls"], hint: /; without --tls, if the port does not speak TLS\n$/ },
  ];
  for (const { refused, hint } of refusals) {
    const { code, output, complaints } = await ask(...refused);
    expect([code, output]).toEqual([255, ""]);
    expect(complaints).toMatch(/^logconf: There was no answer at localhost:\d+: /);
    expect(complaints).toMatch(hint);
  }
  // The environment may say otherwise, for other programs.
  vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(await ask("-p", port, "--tls")).toMatchObject({ code: 255, output: "" });
});

/** What others are is only known to root. */
const ANOTHER_UID = 65_534;
test.skipIf(process.getuid?.() !== 0)("T11 another user of the machine cannot connect, not even where the folder lets them in", async () => {
  const folder = tempDir();
  const { socket } = await steeredProcess(folder);
  chmodSync(folder, 0o755);

  const { code, complaints } = await logconfCommand(["-cf", "--socket", socket], { uid: ANOTHER_UID });

  expect([code, complaints]).toEqual([255, `logconf: There was no answer at ${socket}: connect EACCES ${socket}; only the user of the process, and root, can ask there\n`]);
  expect((await logconfCommand(["-le", "--socket", socket])).code).toBe(0);
});

test.skipIf(process.getuid?.() !== 0)("T11 a folder that another user has made first, where this one's socket would be, is not used by the process, nor looked into by logconf", async () => {
  const folder = tempDir();
  chmodSync(folder, 0o1777);
  const planted = path.join(folder, "logback-node-0");
  mkdirSync(planted, { mode: 0o777 });
  chownSync(planted, ANOTHER_UID, ANOTHER_UID);
  const environment = { TMPDIR: folder, XDG_RUNTIME_DIR: "" };
  for (const [name, value] of Object.entries(environment)) {
    vi.stubEnv(name, value);
  }
  const answers = net.createServer((client) => client.on("error", () => {}).end('{"type":"set","elements":["PLANTED"]}\n')).listen(path.join(planted, "4711.sock"));
  onTestFinished(() => {
    answers.close();
    vi.unstubAllEnvs();
  });

  const child = startFixture("steered.mjs", ["<control/>"], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(createInterface({ input: child.stdout! }), "line")) as [string];

  expect(line).toBe("ERROR The control socket could not be opened; logconf cannot use it.");
  expect(readdirSync(planted)).toEqual(["4711.sock"]);
  expect(await logconf(["-le", "--pid", "4711"], { environment })).toMatchObject({ code: 255, output: "" });
});

test("the command is in the package", () => {
  const { bin } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { readonly bin: Readonly<Record<string, string>> };

  expect(bin["logconf"]).toBe("./dist/cli/logconf.js");
});
