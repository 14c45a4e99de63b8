import {
  type Block,
  type Column,
  chartLines,
  chartRows,
  type Document,
  inlineText,
} from "../document/document.ts";
import type { Chart } from "../template/chart.ts";
import { annexNoteLines } from "./annex-note.ts";

/** The document as Markdown (CommonMark with GFM tables) that reads as the Word file does. */
export function renderMarkdown({ blocks }: Document): string {
  return blocks
    .flatMap(blocksOf)
    .map((block) => `${block}\n`)
    .join("\n");
}

type Table = Extract<Block, { kind: "table" }>;

function blocksOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "title":
      return [headingLine(1, inlineText(block.content))];
    case "heading":
      return [headingLine(block.level + 1, block.number + inlineText(block.content))];
    case "paragraph":
      return [paragraph(inlineText(block.content))];
    case "addressee":
      return [paragraph(block.text)];
    case "annexNote":
      return annexNoteLines(block.titles).map(paragraph);
    case "signature":
      return [paragraph(block.office), paragraph(block.date)];
    case "annex":
      return [paragraph(block.label), headingLine(2, block.title)];
    case "table":
      return [tableLines(block)];
    case "chart":
      return [chartTable(block.chart), ...chartLines(block).map(paragraph)];
    case "tableNote":
      return block.lines.map((line) => paragraph(inlineText(line)));
  }
}

function headingLine(level: number, text: string): string {
  return `${"#".repeat(level)} ${oneLine(text)}`;
}

/** A line feed in the text is a hard break; what would open a list or a heading at a line's start is escaped. */
function paragraph(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  return lines.map(startOfLine).join("\\\n");
}

function startOfLine(line: string): string {
  const text = escapeMarkup(line.trim());
  return text.replace(/^(?:([-+=])|(\d{1,9})([.)]))/, (_, sign, number, mark) =>
    sign === undefined ? `${number}\\${mark}` : `\\${sign}`,
  );
}

function oneLine(text: string): string {
  return escapeMarkup(text.trim()).replace(/\s*[\r\n]+\s*/g, " ");
}

/** Every character that CommonMark, GFM or a viewer's mathematics reads as markup anywhere in a line. */
function escapeMarkup(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~$]/g, "\\$&").replace(/&(?=#|\w)/g, "\\&");
}

const rule = { left: ":---", center: ":---:", right: "---:" } as const;

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function chartTable(chart: Chart): string {
  const [header = [], ...rows] = chartRows(chart).map((row) => row.map(oneLine));
  const rules = header.map((_, index) => (index === 0 ? rule.left : rule.right));
  return [header, rules, ...rows].map(line).join("\n");
}

function tableLines({ columns, rows }: Table): string {
  const cell = (column: Column): string => rule[column.align];
  const body = rows.map(({ cells }) =>
    line(columns.map((_, index) => oneLine(inlineText(cells[index] ?? [])))),
  );
  return [line(columns.map(({ header }) => oneLine(header))), line(columns.map(cell)), ...body].join("\n");
}
