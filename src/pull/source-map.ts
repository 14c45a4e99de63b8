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
  const places = inside.map((piece) =>
    pieceRange(piece, text, Math.max(start, piece.start), Math.min(end, piece.end), sources),
  );
  const isWhole =
    inside.reduce((at, piece) => (piece.start <= at ? Math.max(at, piece.end) : -1), start) >= end;
  let whole: Place | null = null;
  for (const place of places) {
    if (!place || (whole && (whole.file !== place.file || whole.end !== place.start))) return null;
    whole = whole === null ? place : extended(whole, place.end);
  }
  return isWhole ? whole : null;
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
