import type { DiagnosticRecord, Range } from "./record.ts";

/** SARIF 2.1.0 (OASIS), columns in UTF-16 units. */
export function sarif(records: readonly DiagnosticRecord[], version: string): string {
  const rules = [...new Set(records.map(({ code }) => code))].toSorted().map((id) => ({ id }));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "report", version, rules } },
        columnKind: "utf16CodeUnits",
        results: records.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const levels = { error: "error", warning: "warning", info: "note" } as const;

function result(record: DiagnosticRecord): object {
  const related = record.related.map((each) => ({ ...location(each), message: { text: each.message } }));
  return {
    ruleId: record.code,
    level: levels[record.severity],
    message: { text: [record.message, ...record.hints].join("\n") },
    locations: [location(record)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
  };
}

/** GitHub refuses a whole file for one result without a location: what has no place is laid to the folder. */
function location({ file, line, column, endLine, endColumn }: Range): object {
  if (file === null) return { physicalLocation: { artifactLocation: { uri: "." } } };
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

/** A relative path is a relative reference; `/a/b` and `C:/a/b` are files of this machine. */
function uriOf(path: string): string {
  const parts = path.split("/");
  const drive = /^[A-Za-z]:$/.test(parts[0] ?? "") ? parts.shift() : undefined;
  const rest = parts.map(encodeURIComponent).join("/");
  if (drive !== undefined) return `file:///${drive}/${rest}`;
  return path.startsWith("/") ? `file://${rest}` : rest;
}
