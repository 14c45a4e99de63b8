import type { DiagnosticRecord } from "./record.ts";

/** JUnit XML: a test case a diagnostic; a warning or an information is output of a case that passes. */
export function junit(records: readonly DiagnosticRecord[]): string {
  const failures = records.filter(({ severity }) => severity === "error").length;
  const counts = `tests="${Math.max(records.length, 1)}" failures="${failures}"`;
  const cases =
    records.length > 0 ? records.map(testCase) : ['    <testcase name="report check" classname="report"/>'];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="report check" ${counts} errors="0" skipped="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase(record: DiagnosticRecord): string {
  const place = record.file === null ? "" : `${record.file}:${record.line}:${record.column}`;
  const text = xml([place, record.message, ...record.hints].filter((each) => each !== "").join("\n"));
  const name = xml([place, record.code].filter((each) => each !== "").join(" "));
  const inner =
    record.severity === "error"
      ? `<failure message="${xml(record.message)}" type="${record.code}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase name="${name}" classname="${record.code}">${inner}</testcase>`;
}

function xml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
