import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ListAppender } from "../../src/appender/list-appender.js";
import { parseProperties } from "../../src/config/properties-file.js";
import type { PropertiesListener } from "../../src/core/watched-properties.js";
import { makeAuditor, type MadeAuditor } from "../support/auditors.js";
import { tempDir } from "../support/temp-dir.js";

const PREFIX = "com.openexchange.log.audit.slf4j.";
const FILE = "/etc/x.properties";

/** An audit log whose properties file is told of by hand: lines of it, whose keys lack the prefix. */
function followed(): MadeAuditor & { readonly on: () => string; readonly tell: (text: string) => void; readonly refuse: () => void } {
  let told: PropertiesListener | undefined;
  const made = makeAuditor({ watch: (_, listener) => { told = listener; return () => {}; } });
  made.audit.configure({ propertiesFile: FILE });
  return {
    ...made,
    on: () => `${PREFIX}enabled=true\n${PREFIX}file.location=${made.location}\n`,
    tell: (text) => { told?.onProperties(parseProperties(text)); },
    refuse: () => { told?.onRefused("It is a folder."); },
  };
}

for (const text of ["", "# nothing\n", "com.openexchange.other=1\n"]) {
  test(`a file that says nothing of the audit log switches nothing off (${JSON.stringify(text)})`, async () => {
    const { audit, tell, on, complaints } = followed();
    tell(on());
    tell(text);

    expect((await audit.log("a")).state).toBe("written");
    expect(complaints()).toEqual([`ERROR The properties file [${FILE}] has no property that begins with ${PREFIX}; what it said last still holds.`]);
  });
}

test("at the start it leaves the audit log off, which is said aloud", async () => {
  const { audit, tell, on, complaints } = followed();
  tell("com.openexchange.log.audit.slf4.enabled=true\n");

  expect((await audit.log("a")).state).toBe("disabled");
  expect(complaints()).toEqual([
    `WARN com.openexchange.log.audit.slf4.enabled is no property of the audit log and is ignored. Did you mean ${PREFIX}enabled?`,
    `ERROR The properties file [${FILE}] has no property that begins with ${PREFIX}; the audit log is off until it has.`,
  ]);
  tell(on());
  expect((await audit.log("b")).state).toBe("written");
});

test("so does one that cannot be used at the start", async () => {
  const { audit, refuse, complaints } = followed();
  refuse();

  expect((await audit.log("a")).state).toBe("disabled");
  expect(complaints()).toEqual([`ERROR The properties file [${FILE}] is not used; the audit log is off until it can be. It is a folder.`]);
});

test("an operator may switch it off, and a word that is none does not", async () => {
  const { audit, tell, on, complaints } = followed();
  tell(on());
  tell(`${on()}${PREFIX}enabled=yes\n`);
  expect((await audit.log("a")).state).toBe("written");

  tell(`${PREFIX}enabled=false\n`);
  expect((await audit.log("b")).state).toBe("disabled");
  expect(complaints()).toEqual([
    `ERROR ${PREFIX}enabled: expected true or false, got "yes"; the audit log stays on.`,
    "WARN The audit log is off: it was switched off, and records are written nowhere.",
  ]);
});

test("a file that goes is said", async () => {
  const { audit, context, location, tell, on, complaints } = followed();
  const list = new ListAppender("LIST", context);
  list.start();
  context.root.addAppender(list);
  tell(on());
  tell(`${PREFIX}enabled=true\n`);

  expect((await audit.log("a")).state).toBe("written");
  expect(list.list).toHaveLength(1);
  expect(complaints()).toEqual([`WARN The audit log has no file any more: records no longer go to ${location}, but to the appenders of the configuration.`]);
});

test("a byte order mark before the first property is none of its name", async () => {
  const { audit, location } = makeAuditor();
  const file = path.join(tempDir(), "slf4j-auditlog.properties");
  writeFileSync(file, `\ufeff${PREFIX}enabled=true\n${PREFIX}file.location=${location}\n`);
  audit.configure({ propertiesFile: file });

  expect((await audit.log("a")).state).toBe("written");
  expect(existsSync(location)).toBe(true);
});
