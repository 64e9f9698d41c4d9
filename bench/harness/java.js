/** Logback on the JVM: where Debian's packages put it, with a small program of ours that is compiled when first needed. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unavailable } from "../peers/unavailable.js";

const SOURCE = fileURLToPath(new URL("../java/Bench.java", import.meta.url));
const JARS = ["logback-core", "logback-classic", "slf4j-api"].map((name) => `/usr/share/java/${name}.jar`);
const PATTERN = "%d [%thread] %-5level %logger - %msg%n";
const run = promisify(execFile);

let compiled;

/** @returns {Promise<{ program: string, args: string[] }>} The answer comes on standard output. */
export async function javaCommand({ java }, job) {
  const folder = join(job.folder, "java");
  compiled ??= compile(folder);
  await compiled;
  const configuration = join(folder, `${java.mode}.xml`);
  writeFileSync(configuration, configurations[java.mode]);
  const settings = [`-Dlogback.configurationFile=${configuration}`, `-Dbench.file=${job.file}`, ...(job.rolled === undefined ? [] : [`-Dbench.rolled=${job.rolled}`])];
  const { measure, warmUp = 0, events = 0, milliseconds = 0 } = job;
  const program = [measure, java.call ?? "accepted", String(warmUp), String(events), String(milliseconds)];
  return { program: "java", args: [...settings, "-cp", [folder, ...JARS].join(":"), "Bench", ...program] };
}

/** The version of Logback, or why there is none. */
export async function javaVersions(folder) {
  try {
    await (compiled ??= compile(join(folder, "java")));
    const { stderr } = await run("java", ["-version"]);
    return `Logback ${versionOf(JARS[1])} on ${stderr.split("\n")[0]}`;
  } catch (error) {
    return error.unavailable ?? error.message;
  }
}

/** Debian links a name with the version to the file. */
function versionOf(jar) {
  const linked = readdirSync(dirname(jar)).find((name) => name.startsWith(`${basename(jar, ".jar")}-`));
  return /\d[\d.]*\d/.exec(linked ?? "")?.[0] ?? "of an unknown version";
}

async function compile(folder) {
  const missing = JARS.filter((jar) => !existsSync(jar));
  if (missing.length > 0) {
    throw unavailable(`${missing.join(", ")} missing: the Debian packages liblogback-java and libslf4j-java have them`);
  }
  mkdirSync(folder, { recursive: true });
  try {
    await run("javac", ["-nowarn", "-cp", JARS.join(":"), "-d", folder, SOURCE]);
  } catch (error) {
    throw error.code === "ENOENT" ? unavailable("javac is missing: the Debian package default-jdk-headless has it") : error;
  }
}

const fileAppender = (immediateFlush) => `
  <appender name="FILE" class="ch.qos.logback.core.FileAppender">
    <file>\${bench.file}</file>
    <immediateFlush>${immediateFlush}</immediateFlush>
    <encoder><pattern>${PATTERN}</pattern></encoder>
  </appender>`;

const configurations = {
  sync: `<configuration>${fileAppender(true)}<root level="INFO"><appender-ref ref="FILE"/></root></configuration>`,
  buffered: `<configuration>${fileAppender(false)}<root level="INFO"><appender-ref ref="FILE"/></root></configuration>`,
  rolling: `<configuration>
  <appender name="FILE" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <file>\${bench.file}</file>
    <immediateFlush>false</immediateFlush>
    <rollingPolicy class="ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy">
      <fileNamePattern>\${bench.file}.%d.%i</fileNamePattern>
      <maxFileSize>10MB</maxFileSize>
    </rollingPolicy>
    <encoder><pattern>${PATTERN}</pattern></encoder>
  </appender>
  <root level="INFO"><appender-ref ref="FILE"/></root></configuration>`,
  async: `<configuration>${fileAppender(false)}
  <appender name="ASYNC" class="ch.qos.logback.classic.AsyncAppender">
    <discardingThreshold>0</discardingThreshold>
    <appender-ref ref="FILE"/>
  </appender>
  <root level="INFO"><appender-ref ref="ASYNC"/></root></configuration>`,
};
