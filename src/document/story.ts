import type { Figure } from "../aggregate/figure.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Template } from "../template/parse-template.ts";
import type { Piece } from "../template/piece.ts";
import { toBlocks } from "./blocks.ts";
import { type Block, type Inline, inlineText } from "./document.ts";

/** A part of the Word template as its tags give it for one year. */
export interface FilledStory {
  /** The name of the part. */
  readonly part: string;
  /** The text of the Word template, for its own words. */
  readonly file: SourceFile;
  readonly content: readonly StoryPiece[];
}

export type StoryPiece =
  /** Of what stands between the template's words, by its number. */
  | { readonly kind: "mark"; readonly mark: number }
  /** The template's own words, from this offset of its text on. */
  | { readonly kind: "words"; readonly text: string; readonly at: number }
  /** What a tag gives. */
  | { readonly kind: "text"; readonly text: string; readonly origin: Span }
  | { readonly kind: "figure"; readonly figure: Figure; readonly shown: string; readonly origin: Span }
  | { readonly kind: "break" }
  /** Of a paragraph of the template, where it ends. */
  | { readonly kind: "end"; readonly at: number }
  /** What a partial gives that stands alone in the paragraph at this offset of the template's text. */
  | { readonly kind: "blocks"; readonly blocks: readonly Block[]; readonly at: number };

type Report = (diagnostic: Diagnostic) => void;

/** Makes of the pieces that a part gave what it is filled with. */
export function toStory(template: Template, pieces: readonly Piece[], report: Report): FilledStory {
  const { file } = template.spanOf(0, 0);
  const teller = new Teller(file, report);
  for (const piece of pieces) teller.take(piece);
  return { part: template.name, file, content: teller.content };
}

type Paragraph = Extract<Block, { readonly kind: "paragraph" }>;

/**
 * What a reader reads of the paragraphs of a part that have tags. A paragraph is a block, or several where tabs and
 * breaks part it; its origin is where it stands in the template. The report's own blocks are not among them.
 */
export function storyBlocks({ file, content }: FilledStory): readonly Paragraph[] {
  const blocks: Paragraph[] = [];
  let lines: Inline[][] = [[]];
  const close = (origin: Span | null): void => {
    for (const line of lines) if (line.length > 0) blocks.push({ kind: "paragraph", content: line, origin });
    lines = [[]];
  };
  for (const piece of content) {
    const inline = toInline(piece, file);
    if (piece.kind === "end") close({ file, start: piece.at, end: piece.at });
    if (!inline) continue;
    if (isParted(piece, file) && !/\s$/.test(inlineText(lines.at(-1) ?? []))) lines.push([]);
    lines.at(-1)?.push(inline);
  }
  close(null);
  return blocks;
}

/** Whether a tab or a break stands before it; such a one is a mark, and in the template's text white space. */
function isParted(piece: StoryPiece, file: SourceFile): boolean {
  if (piece.kind === "words") return /\s/.test(file.text.charAt(piece.at - 1));
  return (
    "origin" in piece && piece.origin.file === file && /\s/.test(file.text.charAt(piece.origin.start - 1))
  );
}

/** In paragraphs without tags; what a person writes is a fiftieth of it. */
const mostPlain = 100_000;

/** The paragraphs of a Word template that have no tags, parted by tabs; of a very long one the beginning. */
export function plainBlocks(file: SourceFile): readonly Paragraph[] {
  const blocks: Paragraph[] = [];
  let left = mostPlain;
  for (const { 0: line, index } of file.text.matchAll(/[^\n]+/g)) {
    if (looksTagged.test(line)) continue;
    left -= line.length;
    if (left < 0) break;
    for (const part of line.matchAll(/[^\t]+/g)) {
      const start = index + part.index;
      const span = { file, start, end: start + part[0].length };
      const text: Inline = { kind: "text", text: part[0], origins: [{ at: 0, span }] };
      blocks.push({ kind: "paragraph", content: [text], origin: span });
    }
  }
  return blocks;
}

const looksTagged = /\{\{|\}\}|｛｛|｝｝/;

/** What partials give that stand alone in a paragraph of the Word template. */
export function partialBlocks({ content }: FilledStory): readonly Block[] {
  return content.flatMap((piece) => (piece.kind === "blocks" ? piece.blocks : []));
}

function toInline(piece: StoryPiece, file: SourceFile): Inline | null {
  if (piece.kind === "figure") return piece;
  if (piece.kind === "text")
    return { kind: "text", text: piece.text, origins: [{ at: 0, span: piece.origin }] };
  if (piece.kind !== "words") return null;
  const span = { file, start: piece.at, end: piece.at + piece.text.length };
  return { kind: "text", text: piece.text, origins: [{ at: 0, span }] };
}

/** A mark by its number, or where the next words stand; what opens and closes a partial. */
const control = /\u0001(=?\d*)\u0002|([\u0003-\u0006])/;

class Teller {
  readonly content: StoryPiece[] = [];
  private readonly file: Span["file"];
  private readonly report: Report;
  /** Of a partial that stands alone in its paragraph. */
  private blocks: Piece[] | null = null;
  /** A partial within a line: whether a line of it is through. */
  private line: { readonly at: number; hasText: boolean; isThrough: boolean; isTold: boolean } | null = null;

  constructor(file: Span["file"], report: Report) {
    this.file = file;
    this.report = report;
  }

  take(piece: Piece): void {
    const isOwn = "from" in piece && piece.from === "template" && piece.span.file === this.file;
    if (piece.kind === "text" && isOwn) this.own(piece.text, piece.span.start);
    else if (isOwn) this.content.push({ kind: "end", at: piece.span.start });
    else if (this.blocks) this.blocks.push(piece);
    else this.given(piece);
  }

  /** The template's own text, with the marks that stand in it. */
  private own(text: string, start: number): void {
    let at = start;
    for (const [index, part] of text.split(control).entries()) {
      // Words, the number of a mark, a letter that opens or closes a partial.
      if (part === undefined) continue;
      if (index % 3 === 1 && part.startsWith("=")) at = Number(part.slice(1));
      else if (index % 3 === 1 && part !== "") this.content.push({ kind: "mark", mark: Number(part) });
      if (index % 3 === 2) this.partial(part, at);
      if (index % 3 !== 0 || part === "") continue;
      this.content.push({ kind: "words", text: part, at });
      at += part.length;
    }
  }

  private partial(letter: string, at: number): void {
    if (letter === "\u0003") this.blocks = [];
    if (letter === "\u0005") this.line = { at, hasText: false, isThrough: false, isTold: false };
    if (letter === "\u0006") this.line = null;
    if (letter !== "\u0004") return;
    // The headings above it may be the Word template's own.
    const blocks = toBlocks(this.blocks ?? [], (each) => {
      if (each.code !== "template-level-skipped") this.report(each);
    });
    if (blocks.length > 0) this.content.push({ kind: "blocks", blocks, at });
    for (const { kind, span } of this.blocks ?? [])
      if (kind === "chart") this.report(diagnostic("word-chart", span, {}));
    this.blocks = null;
  }

  private given(piece: Piece): void {
    if (piece.kind === "chart") this.report(diagnostic("word-chart", piece.span, {}));
    else if (piece.kind === "line-end") this.lineEnd(piece);
    else if (piece.kind === "figure" || piece.text !== "") {
      this.oneLine(piece);
      const { span } = piece;
      this.content.push(
        piece.kind === "figure"
          ? { kind: "figure", figure: piece.figure, shown: piece.shown, origin: span }
          : { kind: "text", text: piece.text, origin: span },
      );
    }
  }

  private lineEnd({ from }: Extract<Piece, { kind: "line-end" }>): void {
    if (from === "data") this.content.push({ kind: "break" });
    else if (this.line?.hasText) this.line.isThrough = true;
  }

  private oneLine(piece: Extract<Piece, { kind: "text" | "figure" }>): void {
    if (!this.line || (piece.kind === "text" && piece.text.trim() === "")) return;
    const isHeading =
      piece.kind === "text" && piece.from === "template" && !this.line.hasText && /^\s*#+\s/.test(piece.text);
    this.line.hasText = true;
    if (this.line.isTold || !(this.line.isThrough || isHeading)) return;
    this.line.isTold = true;
    const start = this.line.at;
    const span = { file: this.file, start, end: this.file.text.indexOf("}}", start) + 2 };
    this.report(diagnostic("word-partial-lines", span, {}, [{ span: piece.span, note: "here" }]));
  }
}
