import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import type { ChunksResult, ReadLimits, ReadReason, ReadResult, TakeChunk } from "../host.ts";

const reasons: Readonly<Record<string, ReadReason>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "not-a-file",
  EACCES: "denied",
  EPERM: "denied",
};

type Refused = { readonly ok: false; readonly reason: ReadReason };

/** Reads a regular file inside a folder. Opened without blocking, so that a pipe or a device cannot hold us. */
export async function readBytes(path: string, limits: ReadLimits): Promise<ReadResult> {
  return openFile<ReadResult>(path, limits, async (file) => {
    const bytes = await file.readFile();
    return bytes.length > limits.limit ? { ok: false, reason: "too-large" } : { ok: true, bytes };
  });
}

const chunkSize = 256 * 1024;

/** The same, a chunk at a time; what grows beyond the limit while it is read is too large as well. */
export async function readChunks(path: string, limits: ReadLimits, take: TakeChunk): Promise<ChunksResult> {
  return openFile<ChunksResult>(path, limits, async (file) => {
    const buffer = Buffer.allocUnsafe(chunkSize);
    let size = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkSize, null);
      size += bytesRead;
      if (size > limits.limit) return { ok: false, reason: "too-large" };
      if (bytesRead === 0 || !take(buffer.subarray(0, bytesRead))) return { ok: true, size };
    }
  });
}

async function openFile<T>(
  path: string,
  { limit, within }: ReadLimits,
  use: (file: FileHandle) => Promise<T>,
): Promise<T | Refused> {
  let file: FileHandle | null = null;
  try {
    const inside = relative(await realpath(within), await realpath(path));
    if (inside === ".." || inside.startsWith(`..${sep}`)) return { ok: false, reason: "outside" };
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await file.stat();
    if (!status.isFile()) return { ok: false, reason: "not-a-file" };
    if (status.size > limit) return { ok: false, reason: "too-large" };
    return await use(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code) throw error;
    const reason = reasons[code] ?? "other";
    return { ok: false, reason: reason === "missing" && (await isLink(path)) ? "broken-link" : reason };
  } finally {
    await file?.close();
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
}
