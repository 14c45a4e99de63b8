import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import type { CacheFolder } from "./cache-folder.ts";
import { threadMark } from "./threads.ts";

/** A script, and what V8 made of it in an earlier run. */
export class KeptCode {
  private readonly script: Script;
  private readonly name: string;
  private readonly folder: CacheFolder | null;
  /** Whether the engine took what was kept. */
  private readonly wasKept: boolean;

  /** `name` must tell the source: the engine looks at no more than its length. */
  constructor(source: string, filename: string, name: string, folder: CacheFolder | null) {
    this.name = `${name}-${engine()}`;
    this.folder = folder;
    const cachedData = folder?.read(this.name) ?? undefined;
    this.script = new Script(source, { filename, ...(cachedData && { cachedData }) });
    this.wasKept = cachedData !== undefined && this.script.cachedDataRejected === false;
  }

  run(): unknown {
    return this.script.runInThisContext();
  }

  /** What is used of the script has been compiled by then. A thread does not end by itself, and keeps nothing. */
  keepAtExit(): void {
    const { folder, wasKept } = this;
    if (!folder || wasKept || process.argv[2] === threadMark) return;
    process.once("exit", () => folder.write(this.name, this.script.createCachedData()));
  }
}

/** The engine refuses what was made by another one, or by itself with other flags. */
function engine(): string {
  const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ""].join(" ").trim();
  const mark = flags === "" ? "" : `-${crc32(flags).toString(16)}`;
  return `${process.version}-${process.arch}${mark}`;
}
