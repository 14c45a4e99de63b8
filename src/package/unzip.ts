import { crc32, inflateRawSync } from "node:zlib";
import type { Parts } from "./zip.ts";
import { type DirectoryEntry, readDirectory } from "./zip-directory.ts";

/** Why a file is not a package that we read. Office's templates come from outside: nothing is repaired. */
export type PackageFault =
  | "not-a-zip"
  | "incomplete"
  | "damaged"
  | "encrypted"
  | "zip64"
  | "several-disks"
  | "method-unknown"
  | "name-unsafe"
  | "name-repeated"
  | "too-many-entries"
  | "too-large"
  | "ratio-too-high"
  | "size-wrong"
  | "checksum-wrong";

export type UnzipResult =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly reason: PackageFault };

export interface PackageLimits {
  readonly entries: number;
  /** Of all parts together, unpacked. */
  readonly bytes: number;
}

export const mostEntries = 2000;
export const mostBytes: number = 64 * 1024 * 1024;
/** Word's XML packs to a tenth or so; below a megabyte even zeros do no harm. */
const highestRatio = 250;
const ratioMatters = 1024 * 1024;

/** Reads a package whole. Sizes are capped before anything is inflated, and while it is. */
export function unzip(bytes: Uint8Array): UnzipResult {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = readDirectory(archive);
  if (!Array.isArray(entries)) return { ok: false, reason: entries };
  const excess = excessOf(entries, { entries: mostEntries, bytes: mostBytes });
  if (excess) return { ok: false, reason: excess };
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const data = inflate(archive, entry);
    if (typeof data === "string") return { ok: false, reason: data };
    if (!entry.name.endsWith("/")) parts.set(entry.name, data);
  }
  return { ok: true, parts };
}

export function excessOf(entries: readonly DirectoryEntry[], most: PackageLimits): PackageFault | null {
  if (entries.length > most.entries) return "too-many-entries";
  if (entries.reduce((sum, { size }) => sum + size, 0) > most.bytes) return "too-large";
  const tooDense = entries.some(
    ({ size, packedSize }) => size > ratioMatters && size > packedSize * highestRatio,
  );
  return tooDense ? "ratio-too-high" : null;
}

export function inflate(archive: Buffer, entry: DirectoryEntry): Uint8Array | PackageFault {
  const packed = archive.subarray(entry.start, entry.start + entry.packedSize);
  const data = entry.method === 0 ? packed : inflateRaw(packed, entry.size);
  if (typeof data === "string") return data;
  if (data.length !== entry.size) return "size-wrong";
  return crc32(data) === entry.crc ? data : "checksum-wrong";
}

interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

function inflateRaw(packed: Buffer, size: number): Uint8Array | PackageFault {
  try {
    // With `info` zlib gives the engine too, which the type definitions do not say.
    const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: Math.max(size, 1) });
    const { buffer, engine } = result as Inflated;
    return engine.bytesWritten === packed.length ? buffer : "size-wrong";
  } catch (error) {
    return error instanceof RangeError ? "size-wrong" : "damaged";
  }
}
