import { expect, test } from "vitest";
import { relativeFile } from "../../../src/config/checks/relative-file.js";
import { found, withAppender } from "../../support/checks.js";

test("a relative path gets a note with the place it means now", () => {
  expect(found(relativeFile, withAppender("FileAppender", "\n<file>logs/app.log</file>"))).toEqual([
    'INFO 3:7 "logs/app.log" starts in the working directory of the process; from here it is /srv/app/logs/app.log. An absolute path is the same wherever the program is started.',
  ]);
});

test("a drive of Windows is none elsewhere", () => {
  expect(found(relativeFile, withAppender("FileAppender", "\n<file>D:/logs/app.log</file>"))).toEqual([
    'INFO 3:7 "D:/logs/app.log" names a drive of Windows, which there is none of here: it is /srv/app/D:/logs/app.log. A variable can name the folder of each system.',
  ]);
});

test("an absolute path gets none", () => {
  expect(found(relativeFile, withAppender("FileAppender", "<file>/var/log/app.log</file>"))).toEqual([]);
});
