import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { expect, test } from "vitest";
import { configured } from "../support/configured.js";
import { tempDir } from "../support/temp-dir.js";

const folder = fileURLToPath(new URL("../fixtures/frameworks", import.meta.url));

/** What each of them ends up with: appenders of the root logger that are started. */
const files = [
  { file: "spring-boot.xml", profiles: ["prod"], started: ["FILE"] },
  { file: "spring-boot.xml", profiles: ["dev"], started: ["CONSOLE"] },
  { file: "jhipster.xml", profiles: [], started: ["CONSOLE", "FILE"] },
  { file: "play.xml", profiles: [], started: ["ASYNCFILE", "ASYNCSTDOUT"] },
  { file: "kubernetes.xml", profiles: [], started: ["TEXT"] },
  { file: "open-xchange.xml", profiles: [], started: ["ASYNC"] },
];

for (const { file, profiles, started } of files) {
  test(`${file}${profiles.length === 0 ? "" : ` with the profile ${profiles.join()}`} loads`, async () => {
    const home = tempDir();
    const { context, configure } = configured({ baseDir: home, profiles, environment: { LOG_DIR: home, LOG_PATH: home } });

    const { applied } = configure(readFileSync(path.join(folder, file), "utf8"));

    expect(applied).toBe(true);
    expect(context.root.appenders.filter(({ isStarted }) => isStarted).map(({ name }) => name)).toEqual(started);
    await context.stop();
  });
}
