// Runs the groupware service until its standard input ends. Its first line names the port; then trace a user of it:
//
//   node examples/groupware/run.js
//   curl -d '{"context": 1, "user": 5}' http://127.0.0.1:<port>/login      gives a session
//   npx logconf -c 1 -u 5 -a -l com.example.groupware=DEBUG --ttl 15m
//   curl -H 'x-session: <session>' http://127.0.0.1:<port>/mail

import { fileURLToPath } from "node:url";
import { configure, LoggerFactory, shutdown } from "logback-node";
import { startService } from "./service.js";

configure({ file: fileURLToPath(new URL("logback.xml", import.meta.url)) });

const log = LoggerFactory.getLogger("demo");
const service = await startService();
log.info("Groupware listens on {}", service.url);

process.stdin.resume().once("end", () => {
  void service.close().then(() => shutdown());
});
