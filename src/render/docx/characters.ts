import { type Block, chartLines, chartRows, type Document, type Inline } from "../../document/document.ts";
import type { StoryPiece } from "../../document/story.ts";
import { hasForbidden } from "../../package/xml-text.ts";

/** Whether a text of the document holds a character that cannot stand in XML. */
export function holdsForbidden({ title, office, date, blocks, stories }: Document): boolean {
  const given = stories.flatMap(({ content }) => content.flatMap(pieceTexts));
  return [title, office, date ?? "", ...blocks.flatMap(textsOf), ...given].some(hasForbidden);
}

function pieceTexts(piece: StoryPiece): readonly string[] {
  if (piece.kind === "blocks") return piece.blocks.flatMap(textsOf);
  return piece.kind === "text" || piece.kind === "figure" ? inlineTexts(piece) : [];
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "title":
    case "paragraph":
      return block.content.flatMap(inlineTexts);
    case "heading":
      return [block.number, ...block.content.flatMap(inlineTexts)];
    case "annexNote":
      return block.titles;
    case "signature":
      return [block.office, block.date];
    case "annex":
      return [block.label, block.title];
    case "table": {
      const cells = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.flatMap(inlineTexts)));
      return [...block.columns.map(({ header }) => header), ...cells];
    }
    case "chart":
      return [...chartLines(block), ...chartRows(block.chart).flat()];
    case "tableNote":
      return block.lines.flatMap((line) => line.flatMap(inlineTexts));
  }
}

function inlineTexts(inline: Inline): readonly string[] {
  if (inline.kind === "text") return [inline.text];
  return [inline.shown, inline.figure.indicator.id, inline.figure.indicator.label];
}
