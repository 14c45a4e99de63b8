import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import type { ReadLimits, ReadReason, ReadResult } from "../host.ts";

const reasons: Readonly<Record<string, ReadReason>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  EISDIR: "not-a-file",
  EACCES: "denied",
  EPERM: "denied",
};

/** Reads a regular file inside a folder. Opened without blocking, so that a pipe or a device cannot hold us. */
export async function readBytes(path: string, { limit, within }: ReadLimits): Promise<ReadResult> {
  let file: FileHandle | null = null;
  try {
    const inside = relative(await realpath(within), await realpath(path));
    if (inside === ".." || inside.startsWith(`..${sep}`)) return { ok: false, reason: "outside" };
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await file.stat();
    if (!status.isFile()) return { ok: false, reason: "not-a-file" };
    if (status.size > limit) return { ok: false, reason: "too-large" };
    const bytes = await file.readFile();
    return bytes.length > limit ? { ok: false, reason: "too-large" } : { ok: true, bytes };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { ok: false, reason: reasons[code] ?? "other" };
  } finally {
    await file?.close();
  }
}
