import { figureMask, type RecordedSource, type WrittenParagraph } from "../document/record.ts";
import type { PlainParagraph } from "../reading/read-report.ts";

/** A paragraph that was built, as one text. */
export interface BuiltParagraph {
  readonly written: WrittenParagraph;
  readonly text: string;
  readonly figures: readonly BuiltFigure[];
  /** What of the text is written where, in order; what the program adds is nowhere. */
  readonly pieces: readonly Piece[];
  /** The paragraphs that it was, with a line end between them; absent where it was one. */
  readonly parts?: readonly BuiltParagraph[];
}

export interface BuiltFigure {
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  readonly indicator: string;
  readonly bookmark: string;
}

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Of a figure it is the place of its tag. */
  readonly kind: "text" | "figure";
  readonly source: RecordedSource;
}

/** A paragraph of the edited file, as one text. */
export interface EditedParagraph {
  readonly plain: PlainParagraph;
  readonly text: string;
  readonly figures: readonly EditedFigure[];
  /** The paragraphs that it is, with a line end between them; absent where it is one. */
  readonly parts?: readonly EditedParagraph[];
}

export interface EditedFigure {
  readonly start: number;
  readonly end: number;
  readonly bookmark: string | null;
  readonly tag: string | null;
}

export function builtParagraph(written: WrittenParagraph): BuiltParagraph {
  let text = "";
  const figures: BuiltFigure[] = [];
  const pieces: Piece[] = [];
  for (const inline of written.content) {
    const start = text.length;
    text += inline.kind === "text" ? inline.text : inline.shown;
    const end = text.length;
    if (inline.kind === "figure") {
      const { shown, indicator, bookmark, source } = inline;
      figures.push({ start, end, shown, indicator, bookmark });
      if (source) pieces.push({ start, end, kind: "figure", source });
      continue;
    }
    for (const [index, source] of inline.sources.entries()) {
      const next = inline.sources[index + 1]?.at ?? inline.text.length;
      if (next > source.at)
        pieces.push({ start: start + source.at, end: Math.min(start + next, end), kind: "text", source });
    }
  }
  return { written, text, figures, pieces };
}

export function editedParagraph(plain: PlainParagraph): EditedParagraph {
  let text = "";
  const figures: EditedFigure[] = [];
  for (const inline of plain.inlines) {
    const start = text.length;
    text += inline.kind === "text" ? inline.text : inline.shown;
    if (inline.kind === "figure") {
      const { bookmark, tag } = inline.figure;
      figures.push({ start, end: text.length, bookmark, tag });
    }
  }
  return { plain, text, figures };
}

/** The words, of which figures are only that one stands there. */
export function masked(
  text: string,
  figures: readonly { readonly start: number; readonly end: number }[],
): string {
  let words = "";
  let at = 0;
  for (const { start, end } of figures) {
    words += text.slice(at, start) + figureMask;
    at = end;
  }
  return words + text.slice(at);
}
