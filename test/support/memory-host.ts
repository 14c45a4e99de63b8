import { posix } from "node:path";
import type {
  ChunksResult,
  Host,
  OutputFile,
  ReadLimits,
  ReadResult,
  TakeChunk,
  WriteFailure,
} from "../../src/host.ts";
import { MemoryCache } from "./memory-cache.ts";

export interface MemoryHost extends Host {
  readonly files: Map<string, Uint8Array>;
  readonly out: { stdout: string; stderr: string };
}

export interface MemoryOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly writeFailure?: WriteFailure;
  /** The other programs of the machine; by default there are none. */
  readonly run?: Host["run"];
  readonly terminal?: Host["terminal"];
  /** By default there are no threads, and nobody asks to stop. */
  readonly threads?: Host["threads"];
  readonly stop?: Host["stop"];
  /** By default one that all hosts of a test file share, as all runs of a person do. */
  readonly cache?: Host["cache"];
  /** By default whoever watches stops at once. */
  readonly watch?: Host["watch"];
}

const shared = new MemoryCache();

/** The outside in memory: files by absolute POSIX path, and what was printed. */
export function memoryHost(options: MemoryOptions): MemoryHost {
  const {
    cwd = "/work",
    env = {},
    files,
    writeFailure,
    run,
    watch,
    terminal = null,
    threads,
    stop,
    cache = shared,
  } = options;
  const all = new Map(files);
  const out = { stdout: "", stderr: "" };
  return {
    files: all,
    out,
    cwd,
    env,
    shipped: "/shipped",
    terminal,
    processors: 1,
    cache,
    readBytes: async (path: string, { limit }: ReadLimits): Promise<ReadResult> => {
      const bytes = all.get(path);
      if (!bytes) return { ok: false, reason: "missing" };
      return bytes.length > limit ? { ok: false, reason: "too-large" } : { ok: true, bytes };
    },
    readChunks: async (path: string, { limit }: ReadLimits, take: TakeChunk): Promise<ChunksResult> => {
      const bytes = all.get(path);
      if (!bytes) return { ok: false, reason: "missing" };
      if (bytes.length > limit) return { ok: false, reason: "too-large" };
      for (let at = 0; at < bytes.length; at += 1000)
        if (!take(bytes.slice(at, at + 1000))) return { ok: true, size: at + 1000 };
      return { ok: true, size: bytes.length };
    },
    stamp: async (path: string) => {
      const bytes = all.get(path);
      return bytes ? Buffer.from(bytes).toString("base64") : null;
    },
    list: async (folder: string) => {
      const prefix = folder.endsWith("/") ? folder : `${folder}/`;
      const names = [...all.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split("/", 1)[0] ?? "");
      return names.length === 0 ? null : [...new Set(names)].sort();
    },
    write: async (written: readonly OutputFile[]) => {
      if (writeFailure) return writeFailure;
      for (const { path, bytes } of written) all.set(posix.normalize(path), bytes);
      return null;
    },
    run: run ?? (async () => ({ ok: false, reason: "missing" })),
    threads: threads ?? (() => []),
    stop:
      stop ??
      (() => ({ isAsked: () => false, whenAsked: new Promise(() => undefined), close: () => undefined })),
    watch: watch ?? (() => ({ next: async () => null, close: () => undefined })),
    stdout: (text: string) => {
      out.stdout += text;
    },
    stderr: (text: string) => {
      out.stderr += text;
    },
  };
}
