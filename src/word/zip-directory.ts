import type { PackageFault } from "./unzip.ts";

/** A file of a zip as its central directory names it, the local header agreeing. */
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
  readonly at: number;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/** A fault found below; every reader here is written straight on and this is the only thing thrown. */
class Refusal extends Error {
  readonly reason: PackageFault;
  constructor(reason: PackageFault) {
    super(reason);
    this.reason = reason;
  }
}

export function readDirectory(archive: Buffer): DirectoryEntry[] | PackageFault {
  try {
    const end = readEnd(archive);
    const entries = readEntries(archive, end);
    refuseSameNames(entries);
    refuseOverlap(entries, end.offset);
    return entries;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    if (error instanceof RangeError) return "damaged";
    throw error;
  }
}

/** The record that ends the file; its comment must end it exactly, so that there is one reading only. */
function readEnd(archive: Buffer): End {
  const first = Math.max(0, archive.length - 22 - 0xffff);
  for (let at = archive.length - 22; at >= first; at--) {
    if (archive.readUInt32LE(at) !== 0x06054b50) continue;
    if (archive.readUInt16LE(at + 20) !== archive.length - at - 22) continue;
    return endAt(archive, at);
  }
  throw new Refusal("not-a-zip");
}

function endAt(archive: Buffer, at: number): End {
  const locator = at >= 20 && archive.readUInt32LE(at - 20) === 0x07064b50;
  const count = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 12);
  const offset = archive.readUInt32LE(at + 16);
  if (locator || count === 0xffff || size === 0xffffffff || offset === 0xffffffff) throw new Refusal("zip64");
  const disks = archive.readUInt16LE(at + 4) + archive.readUInt16LE(at + 6);
  if (disks > 0 || archive.readUInt16LE(at + 8) !== count) throw new Refusal("several-disks");
  if (offset + size !== at) throw new Refusal("damaged");
  return { at, count, size, offset };
}

function readEntries(archive: Buffer, end: End): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  let at = end.offset;
  while (at < end.at) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Refusal("damaged");
    entries.push(readEntry(archive, at));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  if (at !== end.at || entries.length !== end.count) throw new Refusal("damaged");
  return entries;
}

function readEntry(archive: Buffer, at: number): DirectoryEntry {
  const flags = archive.readUInt16LE(at + 8);
  const method = archive.readUInt16LE(at + 10);
  const packedSize = archive.readUInt32LE(at + 20);
  const size = archive.readUInt32LE(at + 24);
  const rawName = archive.subarray(at + 46, at + 46 + archive.readUInt16LE(at + 28));
  const local = archive.readUInt32LE(at + 42);
  if (flags & 0x2041) throw new Refusal("encrypted");
  if (method !== 0 && method !== 8) throw new Refusal("method-unknown");
  if (packedSize === 0xffffffff || size === 0xffffffff || local === 0xffffffff) throw new Refusal("zip64");
  if (archive.readUInt16LE(at + 34) !== 0) throw new Refusal("several-disks");
  if (method === 0 && packedSize !== size) throw new Refusal("size-wrong");
  const name = safeName(rawName);
  const start = dataStart(archive, local, rawName, method);
  return { name, method, crc: archive.readUInt32LE(at + 16), packedSize, size, start };
}

function dataStart(archive: Buffer, local: number, name: Buffer, method: number): number {
  if (archive.readUInt32LE(local) !== 0x04034b50) throw new Refusal("damaged");
  if (archive.readUInt16LE(local + 6) & 0x2041) throw new Refusal("encrypted");
  const nameEnd = local + 30 + archive.readUInt16LE(local + 26);
  const agrees =
    archive.readUInt16LE(local + 8) === method && archive.subarray(local + 30, nameEnd).equals(name);
  if (!agrees) throw new Refusal("damaged");
  return nameEnd + archive.readUInt16LE(local + 28);
}

/** A relative path with forward slashes that cannot leave the package. */
function safeName(raw: Buffer): string {
  const name = decode(raw);
  const steps = (name.endsWith("/") ? name.slice(0, -1) : name).split("/");
  const unsafe = /[\\:\u0000-\u001f\u007f]/.test(name) || steps.some((step) => /^\.{0,2}$/.test(step));
  if (unsafe) throw new Refusal("name-unsafe");
  return name;
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new Refusal("name-unsafe");
  }
}

function refuseSameNames(entries: readonly DirectoryEntry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw new Refusal("name-repeated");
}

/** No byte belongs to two files, nor to a file and the directory. */
function refuseOverlap(entries: readonly DirectoryEntry[], directory: number): void {
  let free = 0;
  for (const { start, packedSize } of entries.toSorted((a, b) => a.start - b.start)) {
    if (start < free) throw new Refusal("damaged");
    free = start + packedSize;
  }
  if (free > directory) throw new Refusal("damaged");
}
