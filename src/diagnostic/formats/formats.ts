import type { Diagnostic } from "../diagnostic.ts";
import { printable } from "../printable.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { junit } from "./junit.ts";
import { type DiagnosticRecord, type RecordStyle, toRecord } from "./record.ts";
import { sarif } from "./sarif.ts";

export type MachineFormat = "short" | "json" | "github" | "gitlab" | "sarif" | "junit";

/** Diagnostics for other programs. Text from data is made printable before it enters any of them. */
export function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: MachineFormat,
  style: RecordStyle & { readonly version: string },
): string {
  const records = diagnostics.map((each) => safe(toRecord(each, style)));
  switch (format) {
    case "short":
      return records.map((record) => `${short(record)}\n`).join("");
    case "json":
      return `${JSON.stringify(records, null, 2)}\n`;
    case "github":
      return github(records);
    case "gitlab":
      return gitlab(records);
    case "sarif":
      return sarif(records, style.version);
    case "junit":
      return junit(records);
  }
}

function safe(record: DiagnosticRecord): DiagnosticRecord {
  return {
    ...record,
    file: safePath(record.file),
    message: printable(record.message),
    hints: record.hints.map(printable),
    related: record.related.map((each) => ({ ...each, file: safePath(each.file) })),
  };
}

function safePath(path: string | null): string | null {
  return path === null ? null : printable(path);
}

/** file:line:column: severity code: message, the form that editors and grep know. */
function short({ file, line, column, severity, code, message }: DiagnosticRecord): string {
  const place = file === null ? "report" : `${file}:${line}:${column}`;
  return `${place}: ${severity} ${code}: ${message.replaceAll("\n", " ")}`;
}
