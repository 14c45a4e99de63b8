import { createHash } from "node:crypto";
import type { DiagnosticRecord } from "./record.ts";

const severities = { error: "major", warning: "minor", info: "info" } as const;

/** A Code Quality report of GitLab CI. The fingerprint leaves the line out, so that a moved fault stays the same. */
export function gitlab(records: readonly DiagnosticRecord[]): string {
  const seen = new Map<string, number>();
  const issues = records.map((record) => {
    const key = JSON.stringify([record.file, record.code, record.message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return {
      description: [record.message, ...record.hints].join(" "),
      check_name: record.code,
      fingerprint: createHash("sha256").update(`${key}#${count}`).digest("hex"),
      severity: severities[record.severity],
      location: { path: record.file ?? ".", lines: { begin: record.line ?? 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
