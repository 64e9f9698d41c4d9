import { lstatSync, renameSync, unlinkSync } from "node:fs";
import { defineComponent, integerProperty, stringProperty, type ComponentDefinition, type Report, type TextProperty } from "../core/component.js";
import { ArchiveNames } from "./archive-names.js";
import { Compressor } from "./compress.js";
import { withAvailableCompression } from "./compress-xz.js";
import { FileNamePattern, type Compression } from "./file-name-pattern.js";
import { takeUpLeftovers } from "./leftovers.js";
import { moveFile, type MovedFile } from "./move-file.js";
import type { RollingParent, RollingPolicy, Rollover } from "./rolling-policy.js";
import { settled } from "./settled.js";
import { THROWING_REPORT } from "./throwing-report.js";
import { waiting } from "./waiting.js";

const DEFAULT_MIN_INDEX = 1;
const DEFAULT_MAX_INDEX = 7;
/** What `maxIndex` may be above `minIndex`: in Logback, and in Open-Xchange's class. */
const LARGEST_WINDOW = 20;
const LARGEST_OX_WINDOW = 100;
/** Tells the files inside zip archives apart, whose own names change when others roll. */
const ENTRY_TIME = "%d{yyyy-MM-dd_HHmm}";

/**
 * What a {@link FixedWindowRollingPolicy} is made of.
 *
 * @public
 */
export interface FixedWindowRollingPolicyOptions {
  /** Names of the archives, with `%i`: `logs/app.%i.log.gz`. The ending `.gz`, `.zip` or `.xz` compresses them. */
  readonly fileNamePattern: string;
  /** Of the newest archive; 1 unless given. */
  readonly minIndex?: number;
  /** Of the oldest archive; 7 unless given. */
  readonly maxIndex?: number;
  /** What `maxIndex` may be above `minIndex`; 20 unless given. */
  readonly largestWindow?: number;
  /** Receives mistakes in the options. Without it they are thrown as RangeError. */
  readonly report?: Report;
}

/**
 * Keeps a fixed number of archives: at each roll every index goes up by one, the oldest archive goes, and the file becomes
 * the one of the lowest index.
 *
 * While archives are compressed more slowly than the file rolls, they lie there uncompressed under their names without the
 * ending; a roll begins anew what it interrupted.
 *
 * Source: Logback manual, "Appenders", FixedWindowRollingPolicy.
 *
 * @public
 */
export class FixedWindowRollingPolicy implements RollingPolicy {
  readonly fileNamePattern: string;
  readonly compression: Compression | undefined;
  readonly minIndex: number;
  readonly maxIndex: number;
  readonly #pattern: FileNamePattern;
  /** Where an interrupted roll left room: only what lies below has to move. */
  #gap: number | undefined;
  #running: Running | undefined;

  /** @throws RangeError when the pattern cannot be used. */
  constructor({ fileNamePattern, minIndex = DEFAULT_MIN_INDEX, maxIndex = DEFAULT_MAX_INDEX, largestWindow = LARGEST_WINDOW, report = THROWING_REPORT }: FixedWindowRollingPolicyOptions) {
    const parsed = FileNamePattern.parse(fileNamePattern, report);
    if (parsed === undefined) {
      throw new RangeError(`"${fileNamePattern}" is no fileNamePattern.`);
    }
    const pattern = withAvailableCompression(parsed, report);
    if (!pattern.hasIndex) {
      report.error(`${noIndex(pattern)} The appender cannot be started.`);
    }
    this.fileNamePattern = pattern.text;
    this.compression = pattern.compression;
    this.minIndex = minIndex;
    this.maxIndex = checkedMaxIndex(minIndex, maxIndex, largestWindow, report);
    this.#pattern = pattern;
  }

  start(parent: RollingParent): string {
    if (parent.prudent) {
      throw new Error("Prudent mode is not supported with FixedWindowRollingPolicy: two processes cannot rename the same archives.");
    }
    if (parent.file === undefined) {
      throw new Error("Expected a <file>: FixedWindowRollingPolicy needs one.");
    }
    if (!this.#pattern.hasIndex) {
      throw new Error(noIndex(this.#pattern));
    }
    const names = new ArchiveNames(this.#pattern, parent.folder);
    const { file, folder, dirMode, report } = parent;
    const compressor = new Compressor({ report });
    this.#running = { parent, names, file, compressor, entryNames: new Map() };
    takeUpLeftovers({ pattern: this.#pattern, folder, compressor, dirMode, now: parent.clock.now(), report, isActive: (path) => path === file });
    return file;
  }

  rollover(): Rollover {
    const running = this.#running;
    if (running === undefined) {
      throw new Error("The policy is not started.");
    }
    if (this.maxIndex < 0) {
      throw new Error("<maxIndex> is negative, so there is no archive to roll to.");
    }
    const { parent, names, file } = running;
    const now = parent.clock.now();
    // Names are about to change under it.
    running.compressor.cancel();
    try {
      this.#makeRoom(running);
      const newest = names.of(now, this.minIndex).plain;
      const moved = newest === file ? undefined : moveFile(file, newest, parent.dirMode);
      running.entryNames.set(this.minIndex, entryName(this.#pattern, now, this.minIndex));
      this.#gap = undefined;
      return {
        path: file,
        undo: this.#undoOf(moved, running),
        done: (isShared) => {
          this.#compress(running, isShared);
        },
      };
    } catch (error) {
      this.#compress(running);
      throw error;
    }
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running !== undefined) {
      await settled(running.compressor.idle(), running.compressor);
    }
  }

  async idle(): Promise<void> {
    await this.#running?.compressor.idle();
  }

  #undoOf(moved: MovedFile | undefined, running: Running): (() => void) | undefined {
    if (moved !== undefined && moved.undo === undefined) {
      return undefined;
    }
    return () => {
      moved?.undo?.();
      this.#gap = this.minIndex;
      this.#compress(running);
    };
  }

  /** Frees the lowest index. Left half done by an error, it goes on from there at the next call. */
  #makeRoom({ names, entryNames }: Running): void {
    if (this.#gap === undefined) {
      const oldest = names.of(0, this.maxIndex);
      remove(oldest.plain);
      remove(oldest.final);
      entryNames.delete(this.maxIndex);
      this.#gap = this.maxIndex;
    }
    for (let index = this.#gap - 1; index >= this.minIndex; index--) {
      const [from, to] = [names.of(0, index), names.of(0, index + 1)];
      rename(from.plain, to.plain);
      if (from.final !== from.plain) {
        rename(from.final, to.final);
      }
      const entry = entryNames.get(index);
      if (entry !== undefined) {
        entryNames.set(index + 1, entry);
        entryNames.delete(index);
      }
      this.#gap = index;
    }
  }

  /** Takes up every archive that is not compressed yet, the oldest first. */
  #compress({ parent, names, file, compressor, entryNames }: Running, isShared = false): void {
    const { compression } = this;
    if (compression === undefined) {
      return;
    }
    for (let index = this.maxIndex; index >= this.minIndex; index--) {
      const { plain, final } = names.of(0, index);
      const found = lstatSync(plain, { throwIfNoEntry: false });
      if (plain !== file && found?.isFile() === true && lstatSync(final, { throwIfNoEntry: false }) === undefined) {
        compressor.add({ source: plain, target: final, compression, dirMode: parent.dirMode, entryName: entryNames.get(index) ?? entryName(this.#pattern, found.mtimeMs, index), ...waiting(isShared) });
      }
    }
  }
}

/** From start to stop. */
interface Running {
  readonly parent: RollingParent;
  readonly names: ArchiveNames;
  readonly file: string;
  readonly compressor: Compressor;
  /** By index: what a zip archive calls its file. */
  readonly entryNames: Map<number, string>;
}

function checkedMaxIndex(minIndex: number, maxIndex: number, largestWindow: number, report: Report): number {
  if (maxIndex < minIndex) {
    report.warn(`<maxIndex> ${String(maxIndex)} is smaller than <minIndex>; ${String(minIndex)} is used.`);
    return minIndex;
  }
  if (maxIndex - minIndex > largestWindow) {
    report.warn(`<maxIndex> ${String(maxIndex)} is more than ${String(largestWindow)} above <minIndex>; ${String(minIndex + largestWindow)} is used.`);
    return minIndex + largestWindow;
  }
  return maxIndex;
}

function noIndex({ text }: FileNamePattern): string {
  return `Expected %i in the fileNamePattern "${text}".`;
}

function entryName(pattern: FileNamePattern, time: number, index: number): string {
  const stem = pattern.withCompression(undefined).text.replace(/^.*\//s, "").replace("%i", ENTRY_TIME);
  return FileNamePattern.parse(stem, THROWING_REPORT)?.format(time, index) ?? "";
}

/** Only files, never a link or a folder of that name. */
function remove(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) {
    unlinkSync(path);
  }
}

function rename(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false }) !== undefined) {
    renameSync(from, to);
  }
}

const PROPERTIES: {
  readonly fileNamePattern: TextProperty<string>;
  readonly minIndex: TextProperty<number>;
  readonly maxIndex: TextProperty<number>;
} = {
  fileNamePattern: stringProperty({ required: true }),
  minIndex: integerProperty(DEFAULT_MIN_INDEX),
  maxIndex: integerProperty(DEFAULT_MAX_INDEX),
};

/**
 * `<rollingPolicy class="ch.qos.logback.core.rolling.FixedWindowRollingPolicy">`
 *
 * - `<fileNamePattern>`: required, with `%i`. Its ending `.gz`, `.zip` or `.xz` compresses archives.
 * - `<minIndex>`, `<maxIndex>`: 1 and 7 unless given; `<maxIndex>` at most 20 above `<minIndex>`.
 *
 * Status ERROR without `%i`: the appender is not started. Status WARN when `<maxIndex>` is too small or too large: the
 * nearest that is allowed is used.
 */
export const fixedWindowRollingPolicy: ComponentDefinition<FixedWindowRollingPolicy> = windowDefinition(["ch.qos.logback.core.rolling.FixedWindowRollingPolicy"], LARGEST_WINDOW);

/** Open-Xchange's policy of that name: `<fileNamePattern>`, `<minIndex>` and `<maxIndex>` as there, the last at most 100 above `<minIndex>`. */
export const openXchangeFixedWindowRollingPolicy: ComponentDefinition<FixedWindowRollingPolicy> = windowDefinition(
  ["com.openexchange.logback.extensions.FixedWindowRollingPolicy", "com.openexchange.logback.extensions.policies.FixedWindowRollingPolicy", "ch.qos.logback.classic.encoder.FixedWindowRollingPolicy"],
  LARGEST_OX_WINDOW,
);

function windowDefinition(classNames: readonly string[], largestWindow: number): ComponentDefinition<FixedWindowRollingPolicy> {
  return defineComponent({
    kind: "rollingPolicy",
    classNames,
    properties: PROPERTIES,
    create: (values, environment) => new FixedWindowRollingPolicy({ ...values, largestWindow, report: environment.reportOn("fileNamePattern") }),
  });
}
