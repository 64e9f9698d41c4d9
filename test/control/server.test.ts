import { once } from "node:events";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { MOST_REQUEST_BYTES, type ControlReply } from "../../src/control/protocol.js";
import { ControlServer } from "../../src/control/server.js";
import { line, rawClient, type RawClient } from "../support/control.js";
import { answered, closed, opened } from "../support/control-server.js";
import { tempDir } from "../support/temp-dir.js";

const TCP = { port: 0, user: "adm", password: "s3cret" };

test("T11 the socket is its user's alone, in a folder that is too, and nothing else is left there", async () => {
  const { socket, said } = await opened();

  expect(lstatSync(socket).isSocket()).toBe(true);
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  expect(statSync(path.dirname(socket)).mode & 0o777).toBe(0o700);
  expect(readdirSync(path.dirname(socket))).toEqual(["c.sock"]);
  expect(said).toEqual([`INFO logconf --socket ${socket} reaches this process.`]);
});

test("requests are answered one after the other, also when they come in one piece or in many", async () => {
  const { socket, asked } = await opened();
  const client = await rawClient({ path: socket });

  client.socket.write(line("one") + line("two"));
  await answered(client, '{"type":"text","text":"two"}\n');
  for (const character of line("three")) {
    client.socket.write(character);
  }
  await answered(client, "three");

  expect(asked.map(({ request, caller }) => [request.op, caller.via])).toEqual([["one", "socket"], ["two", "socket"], ["three", "socket"]]);
});

test("closing drops clients and removes the socket", async () => {
  const { server, socket } = await opened();
  const client = await rawClient({ path: socket });

  server.close();

  expect(existsSync(socket)).toBe(false);
  await closed(client);
});

const garbage = { "no JSON": "GET / HTTP/1.1\r\n", "no request": "{}\n", "no UTF-8": Buffer.from([0xff, 0xfe, 10]), "too long a line": Buffer.alloc(MOST_REQUEST_BYTES + 1, "x") };
for (const [what, bytes] of Object.entries(garbage)) {
  test(`T11 a client that sends ${what} is refused and dropped; the next is served`, async () => {
    const { socket, asked } = await opened();
    const client = await rawClient({ path: socket });

    client.socket.write(bytes);
    await closed(client);
    const next = await rawClient({ path: socket });
    next.socket.write(line("next"));
    await answered(next, "next");

    expect(asked).toHaveLength(1);
  });
}

for (const [what, bytes] of [["nothing", ""], ["half a request", '{"version":1']] as const) {
  test(`T11 a client that sends ${what} is dropped when the patience is over`, async () => {
    const { socket } = await opened({}, { patienceMs: 50 });
    const client = await rawClient({ path: socket });

    client.socket.write(bytes);

    await closed(client);
  });
}

test("T11 a client that sends a byte now and then is dropped when the patience is over, too", async () => {
  const { socket, asked } = await opened({}, { patienceMs: 50 });
  const client = await rawClient({ path: socket });

  const dripping = setInterval(() => client.socket.write(" "), 5);
  onTestFinished(() => {
    clearInterval(dripping);
  });

  await closed(client);
  expect(asked).toEqual([]);
});

test("T11 a client that takes no answers is given no more than one, and dropped", async () => {
  let answers = 0;
  const answer = (): ControlReply => ({ type: "text", text: "x".repeat(++answers * 1_000_000) });
  const { socket } = await opened({}, { patienceMs: 100, answer });
  const client = await rawClient({ path: socket });
  client.socket.pause();

  client.socket.write(line("a").repeat(1_000));
  // Who does not read learns of the end only by writing.
  await vi.waitFor(() => {
    client.socket.write("\n");
    expect(client.isClosed()).toBe(true);
  }, 5_000);

  expect(answers).toBe(1);
});

test("T11 a client that asks for much at once does not keep others waiting", async () => {
  const { socket, asked } = await opened({}, {
    answer: (request, caller) => {
      const end = performance.now() + 2;
      while (performance.now() < end) {
        // It takes its time.
      }
      asked.push({ request, caller });
      return { type: "text", text: request.op };
    },
  });
  const [greedy, modest] = [await rawClient({ path: socket }), await rawClient({ path: socket })];

  greedy.socket.write(line("much").repeat(1_000));
  await answered(greedy, "much");
  modest.socket.write(line("little"));
  await answered(modest, "little");

  expect(asked.length).toBeLessThan(1_000);
});

test("T11 what is no request is said at its first, second and fourth time", async () => {
  const { socket, said } = await opened();

  for (let index = 0; index < 5; index++) {
    const client = await rawClient({ path: socket });
    client.socket.write("GET / HTTP/1.1\n");
    await closed(client);
  }

  expect(said.slice(1)).toEqual([1, 2, 4].map((times) => `WARN Somebody sent no request by socket, and was dropped; ${times} so far.`));
});

test("a client that is slow to take its answers gets them all, in order", async () => {
  let answers = 0;
  const { socket } = await opened({}, { answer: () => ({ type: "text", text: `${String(++answers)} ${"x".repeat(300_000)}` }) });
  const client = await rawClient({ path: socket });

  client.socket.write(line("a").repeat(20));
  await vi.waitFor(() => {
    expect([...client.received().matchAll(/"text":"(\d+) /g)].map(([, number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  }, 5_000);
});

test("T11 one client too many takes the place of the one that was served longest ago", async () => {
  const { socket } = await opened();
  const clients: RawClient[] = [];
  for (let index = 0; index < 16; index++) {
    clients.push(await rawClient({ path: socket }));
    clients[index]?.socket.write(line(`first ${index}.`));
    await answered(clients[index]!, `first ${index}.`);
  }
  clients[0]?.socket.write(line("again"));
  await answered(clients[0]!, "again");

  const late = await rawClient({ path: socket });
  late.socket.write(line("late"));
  await answered(late, "late");
  await closed(clients[1]!);

  expect(clients.filter((client) => client.isClosed())).toHaveLength(1);
});

test("T11 a socket that a killed process left behind is replaced; one that is listened at is not", async () => {
  const folder = tempDir();
  const socket = path.join(folder, "c.sock");
  const left = net.createServer().listen(path.join(folder, "left"));
  await vi.waitFor(() => {
    expect(left.listening).toBe(true);
  }, { timeout: 10_000 });
  // Renamed, it stays behind when its server is closed, as after SIGKILL.
  renameSync(path.join(folder, "left"), socket);
  await new Promise((resolve) => left.close(resolve));

  const first = await opened({ socket });
  const second = await opened({ socket });

  expect(first.said).toEqual([`INFO logconf --socket ${socket} reaches this process.`]);
  expect(second.said).toEqual([`ERROR The control socket could not be opened; logconf cannot use it. Another process listens at [${socket}].`]);
});

test("a socket that somebody removed, or put another in the place of, is made again when the configuration is read again", async () => {
  const { server, socket, said } = await opened();
  const client = await rawClient({ path: socket });
  rmSync(socket);

  await server.refresh();
  const next = await rawClient({ path: socket });
  next.socket.write(line("next"));
  await answered(next, "next");

  expect(said.slice(1)).toEqual([`INFO logconf --socket ${socket} reaches this process.`]);
  // Who was there before is served to the end.
  client.socket.write(line("there"));
  await answered(client, "there");
  server.close();
  await closed(client);
  expect(existsSync(socket)).toBe(false);
});

test("T11 a place that another process has is tried again, without a word, until it is free", async () => {
  const first = await opened({ tcp: TCP });
  const second = await opened({ socket: first.socket, tcp: { ...TCP, port: first.server.port! } }, { retryMs: 20 });
  const refusals = second.said.length;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([refusals, second.said.length]).toEqual([2, 2]);

  first.server.close();

  await vi.waitFor(() => {
    expect(second.said.slice(2).map((one) => one.replace(/-p \d+/, "-p N")).sort()).toEqual([
      `INFO logconf --socket ${first.socket} reaches this process.`,
      "INFO logconf -H 127.0.0.1 -p N reaches this process, with a password.",
    ]);
  }, { timeout: 10_000 });
});

const inTheWay: Readonly<Record<string, (socket: string) => void>> = {
  "a file": (socket) => { writeFileSync(socket, "precious"); },
  "a link": (socket) => { symlinkSync("/dev/null", socket); },
  "a link to nothing": (socket) => { symlinkSync("/nowhere/c.sock", socket); },
  "a folder": (socket) => { mkdirSync(socket); },
};
for (const [what, make] of Object.entries(inTheWay)) {
  test(`T11 ${what} at the place of the socket is left alone`, async () => {
    const socket = path.join(tempDir(), "c.sock");
    make(socket);
    const before = lstatSync(socket).ino;

    const { said } = await opened({ socket });

    expect(said).toEqual([`ERROR The control socket could not be opened; logconf cannot use it. What is at [${socket}] is no socket of this user; it is left alone.`]);
    expect(lstatSync(socket).ino).toBe(before);
  });
}

test.skipIf(process.getuid?.() !== 0)("T11 a socket of another user at its place is left alone, be it listened at or not", async () => {
  const folder = tempDir();
  chmodSync(folder, 0o1777);
  const socket = path.join(folder, "c.sock");
  const planted = net.createServer().listen(socket);
  onTestFinished(() => {
    planted.close();
  });
  await once(planted, "listening");
  chownSync(socket, 65_534, 65_534);

  const { said } = await opened({ socket });

  expect(said).toEqual([`ERROR The control socket could not be opened; logconf cannot use it. What is at [${socket}] is no socket of this user; it is left alone.`]);
  expect(readdirSync(folder)).toEqual(["c.sock"]);
});

test("T11 on Windows, a pipe that somebody else opened first under its name is left to them, and the next name is taken", async () => {
  // Elsewhere such a name is that of a socket in the working directory.
  const [before, platform] = [process.cwd(), process.platform];
  process.chdir(tempDir());
  Object.defineProperty(process, "platform", { value: "win32" });
  onTestFinished(() => {
    process.chdir(before);
    Object.defineProperty(process, "platform", { value: platform });
  });
  const pipe = `\\\\.\\pipe\\logback-node-${process.pid}`;
  const planted = net.createServer().listen(pipe);
  await once(planted, "listening");
  const said: string[] = [];
  const say = (message: string): void => {
    said.push(message);
  };
  const server = new ControlServer({ answer: ({ op }) => ({ type: "text", text: op }), report: { info: say, warn: say, error: say } });
  onTestFinished(() => {
    server.close();
    planted.close();
  });

  await server.open({});
  const client = await rawClient({ path: `${pipe}.2` });
  client.socket.write(line("ours"));
  await answered(client, "ours");

  expect(said).toEqual([`logconf --socket ${pipe}.2, or --pid ${process.pid}, reaches this process.`]);
});

test("T11 in a folder where others may exchange it, no socket is made", async () => {
  const folder = tempDir();
  chmodSync(folder, 0o777);

  const { said } = await opened({ socket: path.join(folder, "c.sock") });

  expect(said).toEqual([`ERROR The control socket could not be opened; logconf cannot use it. Others may exchange what is in the folder [${folder}]; a socket there could be anybody's.`]);
  expect(readdirSync(folder)).toEqual([]);
});

test("T11 a path that is too long for a socket is said", async () => {
  const { said } = await opened({ socket: path.join(tempDir(), "x".repeat(100)) });

  expect(said[0]).toMatch(/^ERROR The control socket could not be opened; logconf cannot use it\. The path \[.*\] is too long for a socket: at most 103 bytes\.$/);
});

test("T11 the port answers those who know user and password", async () => {
  const { server, asked, said } = await opened({ tcp: TCP });
  const client = await rawClient({ port: server.port!, host: "127.0.0.1" });

  client.socket.write(line("hello", { user: "adm", password: "s3cret" }));
  await answered(client, "hello");

  expect(asked[0]?.caller).toEqual({ via: "port 0 from 127.0.0.1", ip: "127.0.0.1", login: "adm" });
  expect(said[1]).toBe(`INFO logconf -H 127.0.0.1 -p ${server.port!} reaches this process, with a password.`);
});

for (const credentials of [{}, { user: "adm" }, { password: "s3cret" }, { user: "adm", password: "S3cret" }, { user: 'adm","s3cret', password: "" }]) {
  test(`T11 the port does not answer ${JSON.stringify(credentials)}`, async () => {
    const { server, asked, said } = await opened({ tcp: TCP });
    const client = await rawClient({ port: server.port!, host: "127.0.0.1" });

    client.socket.write(line("hello", credentials) + line("hello", { user: "adm", password: "s3cret" }));
    await closed(client);

    expect(client.received()).toBe('{"type":"refused","code":"credentials","reason":"Missing or wrong credentials."}\n');
    expect(asked).toEqual([]);
    expect(said[2]).toBe("WARN Somebody came with wrong credentials by port 0 from 127.0.0.1; 1 so far.");
  });
}

/** What a page of somebody else can have a browser send; the host name may be theirs and lead here, by DNS rebinding. */
const browsers: Readonly<Record<string, string>> = {
  "posts a form": `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.example\r\nContent-Type: text/plain\r\n\r\n${line("clearFilters", { user: "adm", password: "s3cret" })}`,
  "has a request as its path": `GET /${encodeURIComponent(line("clearFilters"))} HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
  "opens a WebSocket": "GET / HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
  "asks before it posts": "OPTIONS / HTTP/1.1\r\nHost: evil.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
  "has a path without end": `GET /${"a".repeat(MOST_REQUEST_BYTES)}`,
};
for (const [what, bytes] of Object.entries(browsers)) {
  test(`T11 for a browser that ${what} nothing is done, and it is told nothing`, async () => {
    const { server, asked, said } = await opened({ tcp: TCP });
    const client = await rawClient({ port: server.port!, host: "127.0.0.1" });

    client.socket.write(bytes);
    await closed(client);

    expect(client.received()).toBe("");
    expect(asked).toEqual([]);
    expect(said[2]).toBe("WARN Somebody sent no request by port 0 from 127.0.0.1, and was dropped; 1 so far.");
  });
}

test("T11 a page that knows the password has nothing done and reads nothing, either", async () => {
  const { server, asked } = await opened({ tcp: TCP });

  await expect(fetch(`http://127.0.0.1:${server.port!}/`, { method: "POST", body: line("clearFilters", { user: "adm", password: "s3cret" }) })).rejects.toThrow("fetch failed");

  expect(asked).toEqual([]);
});

test("T11 after wrong credentials from an address, right ones from there are answered no sooner than those", async () => {
  // The server's clock goes on only when `vi.waitFor` looks, by its interval.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const loginDelayMs = 200;
  const { server, said } = await opened({ tcp: TCP }, { loginDelayMs });
  const address = { port: server.port!, host: "127.0.0.1" };
  const [guess, lucky] = [await rawClient(address), await rawClient(address)];
  guess.socket.write(line("hello", { user: "adm", password: "S3cret" }));
  await vi.waitFor(() => {
    expect(said.at(-1)).toContain("wrong credentials");
  }, { timeout: 10_000, interval: 1 });

  const before = performance.now();
  lucky.socket.write(line("hello", { user: "adm", password: "s3cret" }));
  await answered(lucky, "hello");

  expect(performance.now() - before).toBeGreaterThanOrEqual(loginDelayMs);
});

const noPorts = {
  "an address of the network without TLS": { tcp: { ...TCP, host: "0.0.0.0" }, reason: "The address [0.0.0.0] is no loopback address: there, passwords travel encrypted or not at all; set a certificate and its key." },
  "an empty password": { tcp: { ...TCP, password: "" }, reason: "A control port needs a user and a password." },
  "a certificate without its key": { tcp: { ...TCP, certificate: "/c.pem" }, reason: "A certificate needs its key: expected both or none." },
};
for (const [what, { tcp, reason }] of Object.entries(noPorts)) {
  test(`T11 no port is opened for ${what}; the socket is`, async () => {
    const { server, said } = await opened({ tcp });

    expect(said.slice(1)).toEqual([`ERROR The control port could not be opened; logconf cannot use it. ${reason}`]);
    expect(server.port).toBe(undefined);
  });
}
