import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { onTestFinished } from "vitest";
import { Auditor } from "../../src/audit/auditor.js";
import type { AuditOptions } from "../../src/audit/audit-options.js";
import { conversionWords } from "../../src/builtins.js";
import { watchProperties } from "../../src/config/watch-properties.js";
import { LoggerContext } from "../../src/core/logger-context.js";
import type { WatchProperties } from "../../src/core/watched-properties.js";
import { wordMap } from "../../src/pattern/word-map.js";
import type { Clock } from "../../src/util/clock.js";
import { RecordingDrains } from "./drains.js";
import { tempDir } from "./temp-dir.js";

export interface MadeAuditor {
  readonly audit: Auditor;
  readonly context: LoggerContext;
  readonly drains: RecordingDrains;
  /** Of the dedicated file, in a folder of its own. */
  readonly location: string;
  /** Lines of the file, or of one of its archives; none where it is not there. */
  lines(index?: number): string[];
  /** `LEVEL message`, without those of level INFO. */
  complaints(): string[];
}

/** An audit log of its own; closed when the test is over. */
export function makeAuditor({ clock, watch = watchProperties }: { readonly clock?: Clock; readonly watch?: WatchProperties } = {}): MadeAuditor {
  const drains = new RecordingDrains();
  const context = new LoggerContext({ drains, ...(clock === undefined ? {} : { clock }) });
  const audit = new Auditor({ context, words: wordMap(conversionWords), watch });
  onTestFinished(() => audit.close());
  const location = path.join(tempDir(), "audit.log");
  return {
    audit,
    context,
    drains,
    location,
    lines: (index) => {
      const file = index === undefined ? location : `${location}.${index}`;
      return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
    },
    complaints: () => context.statusManager.statuses.filter(({ level }) => level !== "INFO").map(({ level, message }) => `${level} ${message}`),
  };
}

/** The same in dedicated mode. */
export function dedicatedAuditor({ file, ...options }: Omit<AuditOptions, "file"> & { readonly file?: Partial<AuditOptions["file"]> } = {}): MadeAuditor {
  const made = makeAuditor();
  made.audit.configure({ ...options, file: { location: made.location, ...file } });
  return made;
}
