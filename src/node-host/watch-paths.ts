import { type FSWatcher, watch } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Watch } from "../host.ts";

/** One save makes several events (truncated, written, renamed over): it is over when none has come for so long, in ms. */
const quiet = 30;
/** A folder that is never quiet is told of all the same. */
const longestUnquiet = 300;
/** Network drives tell of nothing, and a folder that comes back is a new one: so often everything is looked at, in ms. */
const lookEvery = 2000;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export function watchPaths(): Watch {
  return new PathWatch();
}

interface OpenFolder {
  readonly identity: string;
  readonly watcher: FSWatcher;
}

/** Events of folders, which come at once, and a look at every path now and then, which misses nothing. */
class PathWatch implements Watch {
  private readonly folders = new Map<string, OpenFolder>();
  private readonly seen = new Map<string, string>();
  private readonly changed = new Set<string>();
  private paths: readonly string[] = [];
  private waiting: ((changed: readonly string[] | null) => void) | null = null;
  private stopped = false;
  private closed = false;
  private firstEvent: number | null = null;
  private settling: NodeJS.Timeout | undefined;
  private nextLook: NodeJS.Timeout | undefined;
  private readonly stop = (): void => {
    this.stopped = true;
    this.answer(null);
  };

  constructor() {
    for (const signal of signals) process.once(signal, this.stop);
    process.stdout.once("error", this.stop);
    process.stderr.once("error", this.stop);
  }

  async next(paths: readonly string[]): Promise<readonly string[] | null> {
    this.paths = paths;
    for (const path of this.folders.keys()) if (!paths.includes(path)) this.closeFolder(path);
    await this.look();
    if (this.stopped) return null;
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.lookLater();
      if (this.changed.size > 0) this.settle();
    });
  }

  close(): void {
    this.closed = true;
    this.answer(null);
    for (const path of this.folders.keys()) this.closeFolder(path);
    for (const signal of signals) process.removeListener(signal, this.stop);
    process.stdout.removeListener("error", this.stop);
    process.stderr.removeListener("error", this.stop);
  }

  private lookLater(): void {
    clearTimeout(this.nextLook);
    this.nextLook = setTimeout(async () => {
      await this.look();
      if (this.waiting) this.lookLater();
    }, lookEvery);
  }

  /** Notes every path that is not as it was when it was looked at last. */
  private async look(): Promise<void> {
    await Promise.all(
      this.paths.map(async (path) => {
        const status = await stat(path).catch(() => null);
        if (this.closed) return;
        const identity = status ? `${status.dev}:${status.ino}:${status.birthtimeMs}` : "";
        const now = status ? `${identity}:${status.mtimeMs}:${status.size}` : "";
        if (status?.isDirectory()) this.openFolder(path, identity);
        else this.closeFolder(path);
        if (this.seen.get(path) === now) return;
        this.seen.set(path, now);
        this.note(path);
      }),
    );
  }

  private openFolder(path: string, identity: string): void {
    if (this.folders.get(path)?.identity === identity) return;
    this.closeFolder(path);
    try {
      const watcher = watch(path, (type, name) => {
        const changed = name === null ? path : join(path, name);
        // It may be another folder now, of the same name and even the same number: it is opened anew at the next look.
        if (type === "rename") this.closeFolder(changed);
        this.note(changed);
      });
      watcher.on("error", () => this.closeFolder(path));
      this.folders.set(path, { identity, watcher });
    } catch {
      return; // No watcher is left, or the drive has none: looking finds it.
    }
  }

  private closeFolder(path: string): void {
    this.folders.get(path)?.watcher.close();
    this.folders.delete(path);
  }

  private note(path: string): void {
    this.changed.add(path);
    if (this.waiting) this.settle();
  }

  private settle(): void {
    const now = performance.now();
    this.firstEvent ??= now;
    clearTimeout(this.settling);
    const left = Math.max(0, this.firstEvent + longestUnquiet - now);
    this.settling = setTimeout(() => this.answer([...this.changed]), Math.min(quiet, left));
  }

  private answer(changed: readonly string[] | null): void {
    clearTimeout(this.settling);
    clearTimeout(this.nextLook);
    this.firstEvent = null;
    if (!this.waiting) return;
    const { waiting } = this;
    this.waiting = null;
    this.changed.clear();
    waiting(changed);
  }
}
