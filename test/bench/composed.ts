import { type Block, type Document, inlineText } from "../../src/document/document.ts";
import { annexNoteLines } from "../../src/render/annex-note.ts";
import {
  type AnnexRow,
  type ComposedReport,
  cells,
  type Section,
  type Text,
} from "./peers/composed-report.ts";

interface Gathered {
  readonly opening: Text[];
  readonly chapters: {
    heading: string;
    paragraphs: Text[];
    sections: { heading: string; paragraphs: Text[] }[];
  }[];
  /** Where the next paragraph goes. */
  current: Text[];
  annexNote: string;
  annexLabel: string;
  annexTitle: string;
  columns: readonly string[];
  rows: readonly AnnexRow[];
}

/** The text of a document as the peers take it; throws at a block that their templates have no place for. */
export function composedReport({ title, blocks }: Document): ComposedReport {
  const opening: Text[] = [];
  const gathered: Gathered = {
    opening,
    chapters: [],
    current: opening,
    annexNote: "",
    annexLabel: "",
    annexTitle: "",
    columns: [],
    rows: [],
  };
  for (const block of blocks) gather(gathered, block);
  const { current, ...report } = gathered;
  return { title, ...report };
}

function gather(report: Gathered, block: Block): void {
  switch (block.kind) {
    case "title":
      return;
    case "paragraph":
      report.current.push({ text: inlineText(block.content) });
      return;
    case "heading":
      gatherHeading(report, block);
      return;
    case "annexNote":
      report.annexNote = annexNoteLines(block.titles).join("");
      return;
    case "annex":
      report.annexLabel = block.label;
      report.annexTitle = block.title;
      return;
    case "table":
      report.columns = block.columns.map(({ header }) => header);
      report.rows = block.rows.map((row) => annexRow(row.cells.map(inlineText)));
      return;
    default:
      throw new Error(`the peers' templates have no place for a block of the kind ${block.kind}`);
  }
}

function gatherHeading(
  report: Gathered,
  { level, number, content }: Extract<Block, { kind: "heading" }>,
): void {
  const section = { heading: number + inlineText(content), paragraphs: [] };
  report.current = section.paragraphs;
  if (level === 1) report.chapters.push({ ...section, sections: [] });
  else if (level === 2) report.chapters.at(-1)?.sections.push(section);
  else throw new Error("the peers' templates have two levels of headings");
}

function annexRow(values: readonly string[]): AnnexRow {
  return Object.fromEntries(cells.map((cell, index) => [cell, values[index] ?? ""])) as AnnexRow;
}

/** The lines that a Word file with this text has, blank ones apart; cells are parted by tabs. */
export function linesOf(report: ComposedReport): readonly string[] {
  const section = ({ heading, paragraphs }: Section): readonly string[] => [
    heading,
    ...paragraphs.map(({ text }) => text),
  ];
  return [
    report.title,
    ...report.opening.map(({ text }) => text),
    ...report.chapters.flatMap((chapter) => [...section(chapter), ...chapter.sections.flatMap(section)]),
    report.annexNote,
    report.annexLabel,
    report.annexTitle,
    report.columns.join("\t"),
    ...report.rows.map((row) => cells.map((cell) => row[cell]).join("\t")),
  ];
}
