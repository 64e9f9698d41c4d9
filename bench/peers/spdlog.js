/** spdlog, native C++ behind a crossing for each call; the caller formats. Source: its README and type declarations. */
import { ACCEPTED, customerOf, LOGGER } from "../harness/messages.js";
import { unavailable } from "./unavailable.js";

/** Its level names have no capitals, which the layout cannot change. */
const PATTERN = "%Y-%m-%d %H:%M:%S,%e [main] %-5l %n - %v";
const INFO = 2;
const OFF = 6;
/** Its files always roll; this one never gets so large. */
const LARGEST_FILE = 2 ** 31 - 1;
const ROLLED_FILES = 100;

/** @param {{ mode: "sync" | "buffered" | "async", rolling?: { maxFileSize: number } }} options */
export async function open({ file, mode, call = "accepted", rolling }) {
  const { default: spdlog } = await import("spdlog").catch(() => {
    throw unavailable("spdlog's native module is not built: that needs a C++ compiler and the headers of Node.js");
  });
  spdlog.setFlushOn(mode === "sync" ? INFO : OFF);
  const create = mode === "async" ? spdlog.createAsyncRotatingLogger : spdlog.createRotatingLogger;
  const log = await create(LOGGER, file, rolling?.maxFileSize ?? LARGEST_FILE, rolling === undefined ? 1 : ROLLED_FILES);
  log.setPattern(PATTERN);
  log.setLevel(INFO);
  return {
    write: call === "disabled" ? (index) => log.debug(`Order ${index} accepted for customer ${customerOf(index)}`) : (index) => log.info(ACCEPTED.of(index)),
    close: () => {
      log.flush();
      log.drop();
    },
  };
}
