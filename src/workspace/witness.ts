import { basename, dirname, join, sep } from "node:path";
import type { Host, ReadLimits, ReadResult } from "../host.ts";

export interface Change {
  /** Absolute. */
  readonly path: string;
  readonly what: "saved" | "added" | "removed";
}

interface Read {
  readonly limits: ReadLimits;
  readonly result: Promise<ReadResult>;
}

/** What stands directly in a workspace, and matters when it comes or goes. */
const inWorkspace: ReadonlySet<string> = new Set(["data", "schemas", "templates", ".report.yaml"]);

/** What a run read, so that it can be told later whether the run would read something else now. Within a run each file is read once. */
export class Witness {
  /** The outside as the run sees it. */
  readonly host: Host;
  private readonly outside: Host;
  private readonly root: string;
  private readonly reads = new Map<string, Read>();
  private readonly lists = new Map<string, Promise<readonly string[] | null>>();
  /** Ledgers, which are not held: their stamps tell. */
  private readonly stamps = new Map<string, Promise<string | null>>();

  constructor(outside: Host, root: string) {
    this.outside = outside;
    this.root = root;
    this.host = {
      ...outside,
      readBytes: (path, limits) => {
        const read = this.reads.get(path) ?? { limits, result: outside.readBytes(path, limits) };
        this.reads.set(path, read);
        return read.result;
      },
      stamp: (path) => {
        const stamp = this.stamps.get(path) ?? outside.stamp(path);
        this.stamps.set(path, stamp);
        return stamp;
      },
      list: (folder) => {
        const listed = this.lists.get(folder) ?? outside.list(folder);
        this.lists.set(folder, listed);
        return listed;
      },
    };
  }

  /** The files and folders of the workspace that the run depended on, those that are missing too. */
  paths(): readonly string[] {
    const files = [...this.reads.keys(), ...this.stamps.keys()];
    const all = new Set([...this.lists.keys(), ...files, ...files.map((path) => dirname(path))]);
    return [...all].filter((path) => path === this.root || path.startsWith(join(this.root, sep)));
  }

  /** What of that is no longer as it was. Only what a suspected path is, contains or lies in is looked at. */
  async changes(suspected: readonly string[]): Promise<readonly Change[]> {
    const isBelow = (path: string): boolean =>
      suspected.some((each) => path === each || path.startsWith(join(each, sep)));
    const around = new Set(suspected.map((path) => dirname(path)));
    const files = [...this.reads].filter(([path]) => isBelow(path));
    const folders = [...this.lists].filter(([path]) => isBelow(path) || around.has(path));
    const ledgers = [...this.stamps].filter(([path]) => isBelow(path));
    const changes = await Promise.all([
      ...ledgers.map(([path, stamp]) => this.changeOfLedger(path, stamp)),
      ...files.map(([path, read]) => this.changeOfFile(path, read)),
      ...folders.map(async ([path, names]) => this.changesOfFolder(path, (await names) ?? [])),
    ]);
    const byPath = new Map(changes.flat().map((change) => [change.path, change]));
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private async changeOfFile(path: string, { limits, result }: Read): Promise<readonly Change[]> {
    const [before, now] = [await result, await this.outside.readBytes(path, limits)];
    if (before.ok && now.ok) {
      return Buffer.compare(before.bytes, now.bytes) === 0 ? [] : [{ path, what: "saved" }];
    }
    if (!before.ok && !now.ok && before.reason === now.reason) return [];
    if (!now.ok && now.reason === "missing") return [{ path, what: "removed" }];
    return [{ path, what: !before.ok && before.reason === "missing" ? "added" : "saved" }];
  }

  private async changeOfLedger(path: string, stamp: Promise<string | null>): Promise<readonly Change[]> {
    const [before, now] = [await stamp, await this.outside.stamp(path)];
    if (before === now) return [];
    return [{ path, what: before === null ? "added" : now === null ? "removed" : "saved" }];
  }

  private async changesOfFolder(folder: string, before: readonly string[]): Promise<readonly Change[]> {
    const now = (await this.outside.list(folder)) ?? [];
    const change = (names: readonly string[], what: Change["what"]): readonly Change[] =>
      names.filter((name) => this.matters(folder, name)).map((name) => ({ path: join(folder, name), what }));
    return [
      ...change(
        now.filter((name) => !before.includes(name)),
        "added",
      ),
      ...change(
        before.filter((name) => !now.includes(name)),
        "removed",
      ),
    ];
  }

  /** Editors leave swap files, locks and copies beside what they save: they are no inputs. */
  private matters(folder: string, name: string): boolean {
    const path = join(folder, name);
    if (folder === this.root) return inWorkspace.has(name);
    if (this.reads.has(path) || this.lists.has(path)) return true;
    return /^[^.~#].*\.(?:yaml|json|hbs|docx|dotx)$/.test(basename(path));
  }
}
