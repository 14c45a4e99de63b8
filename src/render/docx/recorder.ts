import { type Block, chartLines, type Inline, type Origin } from "../../document/document.ts";
import {
  isInside,
  type RecordedKind,
  type RecordedSource,
  type WrittenInline,
  type WrittenParagraph,
} from "../../document/record.ts";
import type { StoryPiece } from "../../document/story.ts";
import { positionAt, type SourceFile, type Span, type WordPlace } from "../../source/source-file.ts";
import type { Note } from "../../word-template/source-builder.ts";
import { annexNoteLines } from "../annex-note.ts";

interface Paragraph extends WrittenParagraph {
  readonly content: WrittenInline[];
}

/** Takes down, as a file is filled, its paragraphs in order and where each of their words comes from. */
export class Recorder {
  private readonly all: Paragraph[] = [];
  /** The names of the figures' bookmarks, in the order in which the figures are written. */
  private readonly bookmarks: readonly string[];
  private figures = 0;
  private story: WordPlace["story"] = "body";
  /** The text of the Word template. */
  private readonly file: SourceFile;
  /** A text box stands in a paragraph, and has paragraphs of its own. */
  private readonly open: Paragraph[] = [];
  private fallbacks = 0;
  private readonly paths = new Map<SourceFile, string | null>();
  /** Begins the paths of the files that are shipped with the program. */
  private readonly shipped: string | null;

  constructor(file: SourceFile, bookmarks: readonly string[], shipped: string | null) {
    this.file = file;
    this.shipped = shipped === null ? null : `${shipped.replaceAll("\\", "/")}/`;
    this.bookmarks = bookmarks;
  }

  /** Those with words. */
  get paragraphs(): readonly WrittenParagraph[] {
    return this.all.filter(({ content }) => content.length > 0);
  }

  /** The path of the Word template. */
  get template(): string | null {
    return this.pathOf(this.file);
  }

  part(story: WordPlace["story"]): void {
    this.story = story;
  }

  notes(notes: readonly Note[]): void {
    for (const note of notes) this.note(note);
  }

  /** Words of the Word template, or what a tag gave; after it is written. */
  piece(piece: StoryPiece): void {
    if (piece.kind === "text" || piece.kind === "figure") this.inline(piece, piece.origin);
    else if (piece.kind === "words") this.words(piece.text, piece.at);
    else if (piece.kind === "break") this.program("\n");
    else if (piece.kind === "blocks") this.blocks(piece.blocks);
  }

  /** What stands in a run and is no letter. */
  run(xml: string): void {
    if (xml.startsWith("<w:tab")) this.program("\t");
    else if (/^<w:(?:br|cr)\b/.test(xml)) this.program("\n");
  }

  /** Blocks of the document; after they are written. */
  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.block(block);
  }

  private note(note: Note): void {
    if (note.kind === "fallback-begins") this.fallbacks++;
    else if (note.kind === "fallback-ends") this.fallbacks--;
    else if (note.kind === "open") this.open.push(this.add("story"));
    else if (note.kind === "close") this.open.pop();
    else if (note.kind === "whole") {
      this.open.push(this.add("story"));
      this.words(note.text, note.at);
      this.open.pop();
    }
  }

  private words(text: string, at: number): void {
    const source = this.source(0, { file: this.file, start: at });
    this.put({ kind: "text", text, sources: source ? [source] : [] });
  }

  private inline(inline: Inline, origin: Span): void {
    if (inline.kind === "figure") this.put(this.figure(inline));
    else this.put({ kind: "text", text: inline.text, sources: this.sources([{ at: 0, span: origin }]) });
  }

  /** What no file of the workspace has. */
  private program(text: string): void {
    this.put({ kind: "text", text, sources: [] });
  }

  private put(inline: WrittenInline): void {
    this.open.at(-1)?.content.push(inline);
  }

  private block(block: Block): void {
    switch (block.kind) {
      case "title":
      case "paragraph":
        this.paragraph(block.kind, block.content);
        break;
      case "heading":
        this.paragraph("heading", [{ kind: "text", text: block.number }, ...block.content]);
        break;
      case "addressee":
        this.lines("paragraph", [block.text], block.origin);
        break;
      case "annexNote":
        this.lines("annex", annexNoteLines(block.titles), null);
        break;
      case "signature":
        this.lines("signature", [block.office], block.origins?.office ?? null);
        this.lines("signature", [block.date], block.origins?.date ?? null);
        break;
      case "annex":
        this.lines("annex", [block.label, block.title], null);
        break;
      case "table":
        for (const { header } of block.columns) this.lines("cell", [header], null);
        for (const { cells } of block.rows) for (const cell of cells) this.paragraph("cell", cell);
        break;
      case "chart":
        this.lines("chart", chartLines(block), block.origin ?? null);
        break;
      case "tableNote":
        for (const line of block.lines) this.paragraph("note", line);
    }
  }

  private lines(kind: RecordedKind, lines: readonly string[], span: Span | null): void {
    const sources = this.sources(span ? [{ at: 0, span }] : []);
    for (const text of lines) if (text !== "") this.add(kind).content.push({ kind: "text", text, sources });
  }

  private paragraph(kind: RecordedKind, content: readonly Inline[]): void {
    const paragraph = this.add(kind);
    for (const inline of content) {
      if (inline.kind === "figure") paragraph.content.push(this.figure(inline));
      else if (inline.text !== "")
        paragraph.content.push({ kind: "text", text: inline.text, sources: this.sources(inline.origins) });
    }
  }

  private figure({ figure, shown, origin }: Extract<Inline, { kind: "figure" }>): WrittenInline {
    const span = origin ?? figure.sources[0];
    return {
      kind: "figure",
      shown,
      indicator: figure.indicator.id,
      bookmark: this.bookmarks[this.figures++] ?? "",
      source: span ? this.source(0, span) : null,
    };
  }

  private sources(origins: readonly Origin[] = []): readonly RecordedSource[] {
    const sources: RecordedSource[] = [];
    for (const { at, span } of origins) {
      const source = this.source(at, span);
      if (source) sources.push(source);
    }
    return sources;
  }

  private source(at: number, { file, start }: Pick<Span, "file" | "start">): RecordedSource | null {
    const known = this.paths.get(file);
    const path = known === undefined ? this.pathOf(file) : known;
    if (known === undefined) this.paths.set(file, path);
    return path === null ? null : { at, path, ...positionAt(file, start) };
  }

  /** A shipped file is called as it would be in a workspace: where the program lies is the machine's business. */
  private pathOf({ path }: SourceFile): string | null {
    const isShipped = this.shipped !== null && path.startsWith(this.shipped);
    const name = isShipped ? path.slice(this.shipped?.length) : path;
    return isInside(name) ? name : null;
  }

  private add(kind: RecordedKind): Paragraph {
    const paragraph = { kind, story: this.story, content: [] };
    if (this.fallbacks === 0) this.all.push(paragraph);
    return paragraph;
  }
}
