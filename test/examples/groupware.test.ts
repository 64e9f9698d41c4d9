import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { logconfCommand, type LogconfRun } from "../support/logconf.js";
import { tempDir } from "../support/temp-dir.js";

const PROGRAM = fileURLToPath(new URL("../../examples/groupware/run.js", import.meta.url));

interface Groupware {
  /** Logs a user in and gives the session. */
  login(context: number, user: number): Promise<string>;
  /** Asks for a page, and gives the lines that were printed meanwhile, without their time. */
  get(page: string, session: string): Promise<string[]>;
  logconf(...args: readonly string[]): Promise<LogconfRun>;
}

async function groupware(environment: Readonly<Record<string, string>> = {}): Promise<Groupware> {
  const socket = path.join(tempDir(), "c.sock");
  const child = spawn(process.execPath, [PROGRAM], { env: { ...process.env, ...environment, GROUPWARE_SOCKET: socket }, stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const lines: string[] = [];
  let heard = (): void => {};
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    heard();
  });
  const hears = (part: string, from: number): Promise<number> =>
    new Promise((resolve) => {
      heard = () => {
        const index = lines.findIndex((line, at) => at >= from && line.includes(part));
        if (index >= 0) {
          resolve(index);
        }
      };
      heard();
    });
  const url = /http:\S+/.exec(lines[await hears("listens on", 0)]!)![0];
  const logconf = (...args: readonly string[]): Promise<LogconfRun> => logconfCommand([...args, "--socket", socket]);
  let marks = 0;
  /** An error that is always printed comes behind all that was logged before; gives the place of its first line. */
  const mark = async (): Promise<number> => {
    const page = `/mark${++marks}`;
    await fetch(url + page);
    return hears(`GET ${page} failed`, 0);
  };
  return {
    login: async (context, user) => ((await (await fetch(`${url}/login`, { method: "POST", body: JSON.stringify({ context, user }) })).json()) as { session: string }).session,
    get: async (page, session) => {
      const from = await mark();
      await (await fetch(url + page, { headers: { "x-session": session } })).text();
      const to = await mark();
      const isEvent = (line: string): boolean => /^[\d:.]+ /.test(line);
      const printed = lines.slice(from + 1, to);
      const first = printed.findIndex(isEvent);
      return printed.slice(first < 0 ? printed.length : first).map((line) => line.replace(/^[\d:.]+ /, ""));
    },
    logconf,
  };
}

const TRACED = [
  "DEBUG Mail [5@1] Opening the inbox of user 5",
  "DEBUG Mail [5@1] 2 mails found",
  "DEBUG Http [5@1] GET /mail answered with 200",
];

test("tracing user 5 in context 1 prints the DEBUG lines of that user and of nobody else, though the logger is at WARN", async () => {
  const { login, get, logconf } = await groupware();
  const [traced, again, neighbour, namesake] = [await login(1, 5), await login(1, 5), await login(1, 6), await login(2, 5)];
  expect(await get("/mail", traced)).toEqual([]);

  expect(await logconf("-c", "1", "-u", "5", "-a", "-l", "com.example.groupware=DEBUG", "--ttl", "15m")).toMatchObject({
    code: 0,
    output: expect.stringContaining('INFO: [Created new filter for user with ID "5", in context with ID "1" and policy "ACCEPT", Added logger "com.example.groupware" with level "DEBUG", The change ends at '),
  });
  expect(await get("/mail", traced)).toEqual(TRACED);
  expect(await get("/mail", again)).toEqual(TRACED);
  expect([await get("/mail", neighbour), await get("/mail", namesake)]).toEqual([[], []]);
  expect((await logconf("-ll", "com.example.groupware", "ROOT")).output).toBe("Logger: com.example.groupware, Level: WARN\nLogger: ROOT, Level: INFO\n");

  expect(await logconf("-c", "1", "-u", "5", "-d")).toMatchObject({ code: 0, output: 'INFO: [Removed user filter for user with ID "5", context with ID "1" and policy "ACCEPT"]\n' });
  expect(await get("/mail", traced)).toEqual([]);
});

test("what users did wrong has no stack frames, other errors have; logconf exchanges the two", async () => {
  const { login, get, logconf } = await groupware();
  const session = await login(1, 5);
  const isFrame = (line: string): boolean => line.startsWith("\tat ");
  const [wrong, broken] = [await get("/mail/99", session), await get("/calendar", session)];

  const isNumbered = (text: string): unknown => expect.stringMatching(new RegExp(`^com\\.openexchange\\.exception\\.OXException: ${text} exceptionID=-?\\d+-\\d+$`));
  expect(wrong).toEqual(["ERROR Http [5@1] GET /mail/99 failed", isNumbered("MSG-0032 Categories=USER_INPUT Message='There is no mail 99 in the inbox'")]);
  expect(broken.slice(0, 2)).toEqual(["ERROR Http [5@1] GET /calendar failed", isNumbered("CAL-0400 Categories=CONNECTIVITY Message='The calendar server does not answer'")]);
  expect(broken.filter(isFrame).length).toBeGreaterThan(1);
  expect(broken).toContain("Caused by: Error: connect ETIMEDOUT");

  expect((await logconf("-oec", "CONNECTIVITY")).output).toBe("INFO: [Setting suppressed Exception Categories to CONNECTIVITY]\n");
  expect((await get("/mail/99", session)).filter(isFrame).length).toBeGreaterThan(0);
  expect((await get("/calendar", session)).filter(isFrame)).toEqual([]);
});

test("logins are on record in a file that only its user can read, which rotates without losing one", async () => {
  const folder = tempDir();
  const { login } = await groupware({ GROUPWARE_AUDIT: path.join(folder, "audit.log") });
  const sessions: string[] = [];

  for (let user = 0; user < 40; user++) {
    sessions.push(await login(1, user));
  }

  const files = readdirSync(folder).sort((a, b) => numberOf(b) - numberOf(a));
  expect(files.length).toBeGreaterThan(2);
  expect(files.at(-1)).toBe("audit.log");
  expect(files.map((file) => statSync(path.join(folder, file)).mode & 0o777)).toEqual(files.map(() => 0o600));
  const records = files.flatMap((file) => readFileSync(path.join(folder, file), "utf8").trimEnd().split("\n"));
  expect(records.map((record) => record.replace(/, timestamp=[^,]+/, ""))).toEqual(sessions.map((session, user) => `ox.login, login=${user}@1, ip=127.0.0.1, session=${session}`));
});

/** 0 for the file that is written to. */
function numberOf(file: string): number {
  return Number(/\.(\d+)$/.exec(file)?.[1] ?? 0);
}

test("an operator sees queues and counters", async () => {
  const { login, logconf } = await groupware();
  await login(1, 5);

  expect((await logconf("-la")).output).toMatch(
    /^AsyncAppender: ASYNC \[capacity=2048,size=0\] logged=\d+ written=\d+ queued=0 dropped=0\n\tConsoleAppender: CONSOLE logged=\d+ written=\d+ queued=0 dropped=0\n$/,
  );
});
