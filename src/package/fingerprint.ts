import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** A file of a zip, as its directory lists it. */
export interface Listed {
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

/** What tells two packages apart without unpacking them, in hexadecimal; `own`: what else it vouches for. */
export function fingerprint(files: readonly Listed[], own: string | Uint8Array): string {
  const lines = files
    .filter(({ name }) => !name.endsWith("/"))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const listed = lines.map(({ name, size, crc }) => `${name}\0${size}\0${crc}\n`).join("");
  return createHash("sha256")
    .update(`${listed}${crc32(own)}`)
    .digest("hex");
}
