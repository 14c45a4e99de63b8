import type { PackageFault } from "./unzip.ts";

/** A file of a zip as its central directory names it, its local header agreeing. */
export interface DirectoryEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly start: number;
}

interface End {
  /** Where the directory ends and this record begins. */
  readonly at: number;
  readonly count: number;
  readonly offset: number;
}

/** Encryption, strong encryption, masked headers. */
const encryptedFlags = 0x2041;
const most16 = 0xffff;
const most32 = 0xffffffff;

export function readDirectory(archive: Buffer): DirectoryEntry[] | PackageFault {
  const end = readEnd(archive);
  if (typeof end === "string") return end;
  const entries = readEntries(archive, end);
  if (typeof entries === "string") return entries;
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) return "name-repeated";
  return overlap(entries, end.offset) ? "damaged" : entries;
}

/** Numbers beyond the end of the file read as 0, which no signature is. */
function u16(archive: Buffer, at: number): number {
  return at + 2 <= archive.length ? archive.readUInt16LE(at) : 0;
}

function u32(archive: Buffer, at: number): number {
  return at + 4 <= archive.length ? archive.readUInt32LE(at) : 0;
}

/** The record that ends the file; its comment must end it exactly, so that there is one reading only. */
function readEnd(archive: Buffer): End | PackageFault {
  const first = Math.max(0, archive.length - 22 - most16);
  for (let at = archive.length - 22; at >= first; at--)
    if (u32(archive, at) === 0x06054b50 && u16(archive, at + 20) === archive.length - at - 22)
      return endAt(archive, at);
  return u32(archive, 0) === 0x04034b50 ? "incomplete" : "not-a-zip";
}

function endAt(archive: Buffer, at: number): End | PackageFault {
  const count = u16(archive, at + 10);
  const size = u32(archive, at + 12);
  const offset = u32(archive, at + 16);
  const locator = at >= 20 && u32(archive, at - 20) === 0x07064b50;
  if (locator || count === most16 || size === most32 || offset === most32) return "zip64";
  if (u16(archive, at + 4) !== 0 || u16(archive, at + 6) !== 0 || u16(archive, at + 8) !== count)
    return "several-disks";
  return offset + size === at ? { at, count, offset } : "damaged";
}

function readEntries(archive: Buffer, end: End): DirectoryEntry[] | PackageFault {
  const entries: DirectoryEntry[] = [];
  let at = end.offset;
  while (at < end.at) {
    if (u32(archive, at) !== 0x02014b50) return "damaged";
    const entry = readEntry(archive, at);
    if (typeof entry === "string") return entry;
    entries.push(entry);
    at += 46 + u16(archive, at + 28) + u16(archive, at + 30) + u16(archive, at + 32);
  }
  return at === end.at && entries.length === end.count ? entries : "damaged";
}

function readEntry(archive: Buffer, at: number): DirectoryEntry | PackageFault {
  const method = u16(archive, at + 10);
  const packedSize = u32(archive, at + 20);
  const size = u32(archive, at + 24);
  const local = u32(archive, at + 42);
  if (u16(archive, at + 8) & encryptedFlags) return "encrypted";
  if (method !== 0 && method !== 8) return "method-unknown";
  if (packedSize === most32 || size === most32 || local === most32) return "zip64";
  if (u16(archive, at + 34) !== 0) return "several-disks";
  if (method === 0 && packedSize !== size) return "size-wrong";
  const rawName = archive.subarray(at + 46, at + 46 + u16(archive, at + 28));
  const name = safeName(rawName);
  if (name === null) return "name-unsafe";
  const start = dataStart(archive, local, rawName, method);
  return typeof start === "string"
    ? start
    : { name, method, crc: u32(archive, at + 16), packedSize, size, start };
}

function dataStart(archive: Buffer, local: number, name: Buffer, method: number): number | PackageFault {
  if (u32(archive, local) !== 0x04034b50) return "damaged";
  if (u16(archive, local + 6) & encryptedFlags) return "encrypted";
  const nameEnd = local + 30 + u16(archive, local + 26);
  const agrees = u16(archive, local + 8) === method && archive.subarray(local + 30, nameEnd).equals(name);
  return agrees ? nameEnd + u16(archive, local + 28) : "damaged";
}

/** A relative path with forward slashes that cannot leave the package; null for any other. */
function safeName(raw: Buffer): string | null {
  const name = decode(raw);
  if (name === null || /[\\:\u0000-\u001f\u007f]/.test(name)) return null;
  const steps = (name.endsWith("/") ? name.slice(0, -1) : name).split("/");
  return steps.some((step) => /^\.{0,2}$/.test(step)) ? null : name;
}

function decode(raw: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return null;
  }
}

/** Whether a byte belongs to two files, or to a file and the directory. */
function overlap(entries: readonly DirectoryEntry[], directory: number): boolean {
  let free = 0;
  for (const { start, packedSize } of entries.toSorted((a, b) => a.start - b.start)) {
    if (start < free) return true;
    free = start + packedSize;
  }
  return free > directory;
}
