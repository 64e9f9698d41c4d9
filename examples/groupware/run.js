// Runs the groupware service until its standard input ends. Its first line names the port; then trace a user of it:
//
//   node examples/groupware/run.js
//   curl -d '{"context": 1, "user": 5}' http://127.0.0.1:<port>/login      gives a session
//   npx logconf -c 1 -u 5 -a -l com.example.groupware=DEBUG --ttl 15m
//   curl -H 'x-session: <session>' http://127.0.0.1:<port>/mail

import { fileURLToPath } from "node:url";
import { audit, configure, LoggerFactory, shutdown } from "logback-node";
import { startService } from "./service.js";

configure({ file: fileURLToPath(new URL("logback.xml", import.meta.url)) });

// Who logged in and out: in a file of its own where GROUPWARE_AUDIT names one, which rotates early, else among the other lines.
const location = process.env.GROUPWARE_AUDIT;
audit.configure(location === undefined ? {} : { file: { location, size: 2048, count: 20 } });

const log = LoggerFactory.getLogger("demo");
const service = await startService();
log.info("Groupware listens on {}", service.url);

process.stdin.resume().once("end", () => {
  void service.close().then(() => shutdown());
});
