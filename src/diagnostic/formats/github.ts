import type { DiagnosticRecord } from "./record.ts";

/**
 * Workflow commands of GitHub Actions, one line a diagnostic. What they would read as their own signs is
 * escaped, so that no text from data starts a command.
 */
export function github(records: readonly DiagnosticRecord[]): string {
  return records.map((record) => `${command(record)}\n`).join("");
}

const commands = { error: "error", warning: "warning", info: "notice" } as const;

function command(record: DiagnosticRecord): string {
  const properties = [
    ["file", record.file],
    ["line", record.line],
    ["endLine", record.endLine],
    ["col", record.column],
    ["endColumn", record.endLine === record.line ? record.endColumn : null],
    ["title", record.code],
  ] as const;
  const given = properties.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${property(String(value))}`],
  );
  return `::${commands[record.severity]} ${given.join(",")}::${data([record.message, ...record.hints].join("\n"))}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
