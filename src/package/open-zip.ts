import { crc32, createInflateRaw } from "node:zlib";
import { excessOf, inflate, type PackageFault, type PackageLimits } from "./unzip.ts";
import { type DirectoryEntry, readDirectory } from "./zip-directory.ts";

/** A package whose parts are read one by one, the large ones in chunks. */
export interface OpenPackage {
  /** A part whole; null where there is none, or where it is too large to be held. */
  readonly read: (name: string) => Uint8Array | PackageFault | null;
  /** Hands a part on in chunks; `false` ends the reading. */
  readonly stream: (name: string, take: (chunk: Uint8Array) => boolean) => Promise<PackageFault | null>;
}

/** What may be read whole. */
const mostHeld = 16 * 1024 * 1024;
const chunkSize = 128 * 1024;

/** Opens a package within limits, as strictly as `unzip` does. */
export function openZip(bytes: Uint8Array, limits: PackageLimits): OpenPackage | PackageFault {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = readDirectory(archive);
  if (!Array.isArray(entries)) return entries;
  const excess = excessOf(entries, limits);
  if (excess) return excess;
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    read: (name) => {
      const entry = byName.get(name);
      if (!entry) return null;
      return entry.size > mostHeld ? "too-large" : inflate(archive, entry);
    },
    stream: async (name, take) => {
      const entry = byName.get(name);
      return entry ? stream(archive, entry, take) : "damaged";
    },
  };
}

async function stream(
  archive: Buffer,
  entry: DirectoryEntry,
  take: (chunk: Uint8Array) => boolean,
): Promise<PackageFault | null> {
  const packed = archive.subarray(entry.start, entry.start + entry.packedSize);
  let [crc, size] = [0, 0];
  for await (const chunk of entry.method === 0 ? slices(packed) : inflated(packed)) {
    if (chunk === null) return "damaged";
    size += chunk.length;
    if (size > entry.size) return "size-wrong";
    crc = crc32(chunk, crc);
    if (!take(chunk)) return null;
  }
  if (size !== entry.size) return "size-wrong";
  return crc === entry.crc ? null : "checksum-wrong";
}

function* slices(packed: Buffer): Generator<Buffer> {
  for (let at = 0; at < packed.length; at += chunkSize) yield packed.subarray(at, at + chunkSize);
}

/** Chunks as they are asked for; null at what is no deflated data, or goes on behind its end. */
async function* inflated(packed: Buffer): AsyncGenerator<Buffer | null> {
  const inflater = createInflateRaw({ chunkSize });
  inflater.end(packed);
  try {
    for await (const chunk of inflater) yield chunk as Buffer;
    if (inflater.bytesWritten !== packed.length) yield null;
  } catch {
    yield null;
  }
}
