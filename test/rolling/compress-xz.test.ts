import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { withAvailableCompression, xzCodec, xzLibrary, type XzLibrary } from "../../src/rolling/compress-xz.js";
import { collectedReport, patternOf } from "../support/rolling.js";

/** The xz program stands for the library, which does not run on every Node.js. */
const PROGRAM: XzLibrary = { compress: (bytes) => Promise.resolve(xz(["--compress", "--stdout"], bytes)) };

function xz(options: readonly string[], input: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync("xz", options, { input });
  expect(status, stderr.toString()).toBe(0);
  return stdout;
}

async function archiveOf(chunks: readonly string[]): Promise<Buffer> {
  const codec = xzCodec(PROGRAM);
  const parts = [codec.begin()];
  for (const chunk of chunks) {
    parts.push(await codec.compress(Buffer.from(chunk)));
  }
  return Buffer.concat([...parts, codec.end()]);
}

test("an xz archive of several chunks reads as one file", async () => {
  expect(xz(["-d", "-c"], await archiveOf(["one\n", "two\n"])).toString()).toBe("one\ntwo\n");
});

test("an xz archive of nothing is an archive", async () => {
  expect(xz(["-d", "-c"], await archiveOf([])).length).toBe(0);
});

test("the library is taken when it can be loaded and compresses", () => {
  const asked: string[] = [];
  const load = (answer: unknown) => (name: string) => {
    asked.push(name);
    return answer;
  };

  expect(xzLibrary(load(PROGRAM))).toBe(PROGRAM);
  expect(xzLibrary(load({}))).toBe(undefined);
  expect(xzLibrary(() => { throw new Error("not installed"); })).toBe(undefined);
  expect(asked).toEqual(["@napi-rs/lzma/xz", "@napi-rs/lzma/xz"]);
});

test("a pattern for xz becomes one for gz without the library, as in Logback, and that is said", () => {
  const said: string[] = [];

  expect(withAvailableCompression(patternOf("app.%i.log.xz"), collectedReport(said), undefined).text).toBe("app.%i.log.gz");
  expect(said).toEqual(['WARN "app.%i.log.xz" needs the package @napi-rs/lzma, which is not installed or does not run here; "app.%i.log.gz" is used.']);
});

test("a pattern stays as it is with the library, and where it asks for something else", () => {
  const said: string[] = [];

  expect(withAvailableCompression(patternOf("app.%i.log.xz"), collectedReport(said), PROGRAM).text).toBe("app.%i.log.xz");
  expect(withAvailableCompression(patternOf("app.%i.log.zip"), collectedReport(said), undefined).text).toBe("app.%i.log.zip");
  expect(said).toEqual([]);
});
