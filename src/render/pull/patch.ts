import { printable } from "../../diagnostic/printable.ts";
import type { SourceEdit } from "../../pull/text-changes.ts";
import { lineText, positionAt, type SourceFile } from "../../source/source-file.ts";

/** Changes of a file as a unified diff without context; a person or `patch` applies it. */
export function patchOf(file: SourceFile, edits: readonly SourceEdit[]): string {
  const byLine = new Map<number, SourceEdit[]>();
  for (const edit of edits) {
    const { line } = positionAt(file, edit.start);
    const last = positionAt(file, edit.end).line;
    if (line === last) byLine.set(line, [...(byLine.get(line) ?? []), edit]);
  }
  if (byLine.size === 0) return "";
  const lines = [`--- ${file.path}`, `+++ ${file.path}`];
  let shift = 0;
  for (const [line, own] of [...byLine].toSorted(([one], [other]) => one - other)) {
    const before = lineText(file, line);
    const start = (own[0]?.start ?? 0) - positionAt(file, own[0]?.start ?? 0).column + 1;
    let after = before;
    for (const each of own.toSorted((one, other) => other.start - one.start))
      after = after.slice(0, each.start - start) + each.words + after.slice(each.end - start);
    const added = after.split("\n");
    lines.push(
      `@@ -${line} +${line + shift}${added.length > 1 ? `,${added.length}` : ""} @@`,
      `-${printable(before)}`,
    );
    for (const each of added) lines.push(`+${printable(each)}`);
    shift += added.length - 1;
  }
  return `${lines.join("\n")}\n`;
}
