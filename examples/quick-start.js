import { LoggerFactory, MDC } from "logback-node";

const log = LoggerFactory.getLogger("com.acme.shop.Cart");

log.info("{} items for {}", 3, "ada");
log.trace("not shown, and costs nothing");
log.error("Could not pay", new Error("card refused")); // an error in the last place: its stack trace follows
MDC.run({ request: "4711" }, () => log.warn("in a request")); // %X{request} prints 4711, also after every await inside
log.atInfo().addKeyValue("ms", 12).log("done"); // %kvp prints ms="12"
