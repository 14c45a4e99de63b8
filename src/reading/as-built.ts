import { recordHead } from "../document/record.ts";
import { fingerprint } from "../package/fingerprint.ts";
import { inflate } from "../package/unzip.ts";
import { readDirectory } from "../package/zip-directory.ts";
import { isCustomXml, mostBytes } from "./record.ts";

const digestLength = 64;

/** Whether a Word file is, part for part, what was built. Only its directory and its record are read. */
export function isAsBuilt(bytes: Uint8Array): boolean {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = readDirectory(archive);
  if (!Array.isArray(entries)) return false;
  return entries.some((entry) => {
    if (!isCustomXml(entry.name) || entry.size > mostBytes) return false;
    const part = inflate(archive, entry);
    if (typeof part === "string") return false;
    const digest = digestIn(part);
    const rest = part.subarray(recordHead.length + digestLength);
    return (
      digest !== null &&
      digest ===
        fingerprint(
          entries.filter((each) => each !== entry),
          rest,
        )
    );
  });
}

function digestIn(part: Uint8Array): string | null {
  const head = Buffer.from(part.subarray(0, recordHead.length + digestLength)).toString("latin1");
  return head.startsWith(recordHead) ? head.slice(recordHead.length) : null;
}
