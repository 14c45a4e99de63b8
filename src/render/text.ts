import { type Block, chartLines, chartRows, type Document, inlineText } from "../document/document.ts";
import { annexNoteLines } from "./annex-note.ts";

/** The document as plain text: a paragraph a line, table cells parted by tabs. It is what a reader finds in the docx. */
export function renderText({ blocks }: Document): string {
  return blocks
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "title":
    case "paragraph":
      return [inlineText(block.content)];
    case "heading":
      return [block.number + inlineText(block.content)];
    case "addressee":
      return [block.text];
    case "annexNote":
      return annexNoteLines(block.titles);
    case "signature":
      return [block.office, block.date];
    case "annex":
      return [block.label, block.title];
    case "table":
      return [
        block.columns.map(({ header }) => header),
        ...block.rows.map(({ cells }) => block.columns.map((_, index) => inlineText(cells[index] ?? []))),
      ].map((row) => row.join("\t"));
    case "chart":
      return [...chartRows(block.chart).map((row) => row.join("\t")), ...chartLines(block)];
    case "tableNote":
      return block.lines.map(inlineText);
  }
}
