import type { DataNode } from "../parse/data-node.ts";
import { type SourceFile, type Span, spanText } from "../source/source-file.ts";

/** What a carried-over text begins with until somebody has gone over it. */
export const draftMark = "【草稿】";

/** The texts of data, each with its place. */
export function textsOf(node: DataNode): readonly Span[] {
  if (node.kind === "map") return [...node.entries.values()].flatMap((entry) => textsOf(entry.node));
  if (node.kind === "list") return node.items.flatMap(textsOf);
  return typeof node.value === "string" ? [node.span] : [];
}

/** The places of the marks that are left in data. */
export function draftMarks(node: DataNode): readonly Span[] {
  return textsOf(node).flatMap((span) => {
    const found: Span[] = [];
    const text = spanText(span);
    for (let at = text.indexOf(draftMark); at >= 0; at = text.indexOf(draftMark, at + 1))
      found.push({ file: span.file, start: span.start + at, end: span.start + at + draftMark.length });
    return found;
  });
}

/** Where the words of a text begin: behind a quote, or in the first line below `|`. */
export function wordsStart(file: SourceFile, { start, end }: Span): number {
  const first = file.text.charAt(start);
  if (first === '"' || first === "'") return start + 1;
  if (first !== "|" && first !== ">") return start;
  const below = file.text.slice(start, end).search(/[\r\n]\s*\S/);
  if (below < 0) return end;
  const words = /\S/g;
  words.lastIndex = start + below;
  return words.exec(file.text)?.index ?? end;
}
