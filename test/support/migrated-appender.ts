import { writeFileSync } from "node:fs";
import path from "node:path";
import { logback } from "./cli.js";
import { tempDir } from "./temp-dir.js";

/** What became of an appender. */
export interface MigratedAppender {
  /** The appender in one line, from its class on; empty where it is not carried over. */
  readonly appender: string;
  /** Without the file and the line. */
  readonly remarks: readonly string[];
}

/** What `logback migrate` makes of a file that has an appender. */
export function migratedAppender(name: string, text: string, appenderName = "A"): MigratedAppender {
  const folder = tempDir();
  writeFileSync(path.join(folder, name), text);
  const { output, complaints } = logback(["migrate", "--appenders", name], { workingDirectory: folder });
  const [, appender = ""] = new RegExp(`<appender name="${appenderName}" class="[^"]*\\.(\\w+"(?:/>|>[^]*?</appender>))`).exec(output) ?? [];
  return { appender: appender.replace(/\n\s*/g, "").replace("</appender>", ""), remarks: complaints.split("\n").filter((line) => line !== "").map((line) => line.replace(/^[^:]*:\d+: /, "")) };
}

/** The same of an appender of Log4j 2 that the root refers to. */
export function migratedFromLog4j2(appender: string, properties = ""): MigratedAppender {
  return migratedAppender("log4j2.xml", `<Configuration><Properties>${properties}</Properties><Appenders>${appender}</Appenders><Loggers><Root level="info"><AppenderRef ref="A"/></Root></Loggers></Configuration>`);
}

/** The same of one of Log4j 1, with a SimpleLayout unless the parameters give another. */
export function migratedFromLog4j(className: string, ...parameters: readonly string[]): MigratedAppender {
  return migratedAppender("log4j.properties", ["log4j.rootLogger=INFO, A", `log4j.appender.A=org.apache.log4j.${className}`, "log4j.appender.A.layout=org.apache.log4j.SimpleLayout", ...parameters.map((line) => `log4j.appender.A.${line}`)].join("\n"));
}
