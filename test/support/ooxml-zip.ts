import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip whose every field may be a lie. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly packed?: Uint8Array;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly size?: number;
  readonly localName?: string;
  readonly offset?: number;
  readonly disk?: number;
}

export interface RawEnd {
  readonly count?: number;
  readonly countHere?: number;
  readonly size?: number;
  readonly offset?: number;
  readonly disk?: number;
  readonly comment?: Uint8Array;
  readonly before?: Uint8Array;
}

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = entry.data ?? Buffer.from("words");
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const common = commonFields(entry, method, data, packed);
    const localName = Buffer.from(entry.localName ?? entry.name);
    const name = Buffer.from(entry.name);
    const local = Buffer.concat([u32(0x04034b50), common, u16(localName.length), u16(0), localName, packed]);
    const rest = [
      u16(name.length),
      u16(0),
      u16(0),
      u16(entry.disk ?? 0),
      u16(0),
      u32(0),
      u32(entry.offset ?? offset),
    ];
    locals.push(local);
    centrals.push(Buffer.concat([u32(0x02014b50), u16(20), common, ...rest, name]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const before = Buffer.from(end.before ?? []);
  const count = end.count ?? entries.length;
  const comment = Buffer.from(end.comment ?? []);
  return Buffer.concat([
    ...locals,
    directory,
    before,
    u32(0x06054b50),
    u16(end.disk ?? 0),
    u16(0),
    u16(end.countHere ?? count),
    u16(count),
    u32(end.size ?? directory.length),
    u32(end.offset ?? offset),
    u16(comment.length),
    comment,
  ]);
}

function commonFields(entry: RawEntry, method: number, data: Uint8Array, packed: Uint8Array): Buffer {
  const sizes = [entry.crc ?? crc32(data), entry.packedSize ?? packed.length, entry.size ?? data.length];
  return Buffer.concat([
    u16(20),
    u16(entry.flags ?? 0x0800),
    u16(method),
    u16(0),
    u16(33),
    ...sizes.map(u32),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
