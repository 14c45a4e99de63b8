import { lineStarts, offsetAt, type SourceFile } from "../source/source-file.ts";
import type { BuiltParagraph, Piece } from "./flat.ts";

/** A range of a source file. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The source files by their paths, as they are today. */
export type Sources = ReadonlyMap<string, SourceFile>;

/**
 * Where the words of a paragraph from `start` to `end` are written, letter by letter; null where they are not written
 * in one place, or no longer. For nothing between two words, the place behind the first or before the second.
 */
export function placeOf(
  { text, pieces }: BuiltParagraph,
  start: number,
  end: number,
  sources: Sources,
): Place | null {
  if (start === end) return pointOf(text, pieces, start, sources);
  const inside = pieces.filter((each) => each.start < end && each.end > start);
  let whole: Place | null = null;
  let at = start;
  for (const piece of inside) {
    const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
    const place = pieceRange(piece, text, from, to, sources);
    if (!place || !isLineEnd(text.slice(at, from))) return null;
    if (whole && !isNext(whole, place, at < from)) return null;
    whole = whole === null ? place : extended(whole, place.end);
    at = to;
  }
  if (at === end) return whole;
  return isLineEnd(text.slice(at, end)) ? lineEndOf({ text, pieces }, at, whole, sources) : null;
}

/** Two paragraphs of the report are two lines of a text. */
function isLineEnd(text: string): boolean {
  return text === "" || text === "\n";
}

function isNext(whole: Place, next: Place, overLine: boolean): boolean {
  if (whole.file !== next.file) return false;
  return overLine ? isBlank(whole.file, whole.end, next.start) : whole.end === next.start;
}

function isBlank({ text }: SourceFile, start: number, end: number): boolean {
  return start < end && /^[ \t]*(?:\r\n?|\n)\s*$/.test(text.slice(start, end));
}

/** The line end behind some words, or alone, up to the words of the next line. */
function lineEndOf(
  { text, pieces }: Pick<BuiltParagraph, "text" | "pieces">,
  at: number,
  whole: Place | null,
  sources: Sources,
): Place | null {
  const behind = pieces.find(({ start }) => start === at + 1);
  const next = behind ? pieceRange(behind, text, behind.start, behind.end, sources) : null;
  const before = whole ?? pointOf(text, pieces, at, sources);
  if (!next || !before || before.file !== next.file || !isBlank(before.file, before.end, next.start))
    return null;
  return { file: before.file, start: before.start, end: next.start };
}

function extended({ file, start }: Place, end: number): Place {
  return { file, start, end };
}

function pointOf(text: string, pieces: readonly Piece[], at: number, sources: Sources): Place | null {
  const before = pieces.find((each) => each.kind === "text" && each.start < at && each.end >= at);
  const behind = pieces.find((each) => each.kind === "text" && each.start === at);
  const ofBefore = before ? pieceRange(before, text, before.start, at, sources) : null;
  const ofBehind = behind ? pieceRange(behind, text, at, behind.end, sources) : null;
  const isData = (place: Place | null): boolean => place?.file.path.startsWith("data/") === true;
  const isBehind = !ofBefore || (isData(ofBehind) && !isData(ofBefore));
  if (ofBehind && isBehind) return { ...ofBehind, end: ofBehind.start };
  return ofBefore ? { ...ofBefore, start: ofBefore.end } : null;
}

const tag = /\{\{[^{}]*\}\}/y;

/** Of a text, the letters that are written there; of a figure, its whole tag. */
function pieceRange(piece: Piece, text: string, start: number, end: number, sources: Sources): Place | null {
  const { path, line, column } = piece.source;
  const file = sources.get(path);
  if (!file || line > lineStarts(file).length) return null;
  const first = offsetAt(file, line, column);
  if (piece.kind === "figure") {
    tag.lastIndex = first;
    const found = tag.exec(file.text)?.[0];
    return found && start === piece.start && end === piece.end
      ? { file, start: first, end: first + found.length }
      : null;
  }
  const from = first + start - piece.start;
  const to = from + end - start;
  return file.text.slice(from, to) === text.slice(start, end) ? { file, start: from, end: to } : null;
}

/** Where a paragraph begins to be written, to show people. */
export function firstPlace({ pieces }: BuiltParagraph, at: number): Piece | null {
  return (
    pieces.find(({ start, end }) => start <= at && at < end) ??
    pieces.findLast(({ end }) => end <= at) ??
    pieces[0] ??
    null
  );
}
