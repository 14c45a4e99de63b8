import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { child, type YamlSource } from "../parse/data-node.ts";

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** No text that people write for a report is longer than the usual limit; the most is what is still checked in seconds. */
export const usualTextBytes: number = megabyte;
const leastTextBytes = 64 * kilobyte;
const mostTextBytes = 8 * megabyte;

/** `limits: { fileSize: 4MB }` of `.report.yaml`: how large a text of the workspace may be, in bytes. */
export function textLimit({ root }: YamlSource): number {
  const node = child(child(root, "limits"), "fileSize");
  const bytes = node?.kind === "scalar" ? bytesOf(node.text) : null;
  return bytes ?? usualTextBytes;
}

/** What is wrong with `limits:`. */
export function limitFaults({ root }: YamlSource): readonly Diagnostic[] {
  const limits = child(root, "limits");
  if (!limits) return [];
  if (limits.kind !== "map") return [diagnostic("config-shape", limits.span, {})];
  return [...limits.entries].flatMap(([name, { key, node }]) => {
    if (name !== "fileSize") return [diagnostic("config-shape", key, {})];
    const found = node.kind === "scalar" ? node.text : "…";
    return bytesOf(found) === null ? [diagnostic("config-size", node.span, { found })] : [];
  });
}

function bytesOf(size: string): number | null {
  const [, count, unit] = /^(\d{1,5}) ?(KB|MB)$/i.exec(size) ?? [];
  const bytes = Number(count) * (/^k/i.test(unit ?? "") ? kilobyte : megabyte);
  return bytes >= leastTextBytes && bytes <= mostTextBytes ? bytes : null;
}
