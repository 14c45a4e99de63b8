import { type Block, chartLines, chartRows, type Document, type Inline } from "../../document/document.ts";
import type { StoryPiece } from "../../document/story.ts";
import { hasForbidden } from "../../package/xml-text.ts";

/** Whether a text of the document holds a character that cannot stand in XML. */
export function holdsForbidden({ title, office, date, blocks, stories }: Document): boolean {
  const texts = [title, office, date ?? ""];
  for (const block of blocks) addTexts(block, texts);
  for (const { content } of stories) for (const piece of content) addPiece(piece, texts);
  // All at once; apart, so that two halves of surrogate pairs make no whole one.
  return hasForbidden(texts.join("\n"));
}

function addPiece(piece: StoryPiece, texts: string[]): void {
  if (piece.kind === "blocks") for (const block of piece.blocks) addTexts(block, texts);
  else if (piece.kind === "text" || piece.kind === "figure") addInlines([piece], texts);
}

function addTexts(block: Block, texts: string[]): void {
  switch (block.kind) {
    case "title":
    case "paragraph":
      addInlines(block.content, texts);
      break;
    case "heading":
      texts.push(block.number);
      addInlines(block.content, texts);
      break;
    case "addressee":
      texts.push(block.text);
      break;
    case "annexNote":
      texts.push(...block.titles);
      break;
    case "signature":
      texts.push(block.office, block.date);
      break;
    case "annex":
      texts.push(block.label, block.title);
      break;
    case "table":
      for (const { header } of block.columns) texts.push(header);
      for (const { cells } of block.rows) for (const cell of cells) addInlines(cell, texts);
      break;
    case "chart":
      texts.push(...chartLines(block), ...chartRows(block.chart).flat());
      break;
    case "tableNote":
      for (const line of block.lines) addInlines(line, texts);
  }
}

function addInlines(inlines: readonly Inline[], texts: string[]): void {
  for (const inline of inlines) {
    if (inline.kind === "text") texts.push(inline.text);
    else texts.push(inline.shown, inline.figure.indicator.id, inline.figure.indicator.label);
  }
}
