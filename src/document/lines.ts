import type { Span } from "../source/source-file.ts";
import type { Chart } from "../template/chart.ts";
import type { Piece } from "../template/piece.ts";
import type { Inline } from "./document.ts";

type TextInline = Extract<Inline, { kind: "text" }>;

/** A line of composed text: its heading marks, if the template wrote any, and what follows. */
export interface Line {
  /** `#` to `#####`, or longer where the template is wrong; empty for a paragraph. */
  readonly marks: string;
  readonly content: readonly Inline[];
  readonly origin: Span;
  /** The chart that stands in the line. */
  readonly chart: Chart | null;
  /** Where data broke the line that follows a heading's marks. */
  readonly brokenByData: boolean;
}

/** Cuts pieces into lines; lines of nothing but white space vanish. */
export function cutLines(pieces: readonly Piece[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "line-end") open.push(piece);
    else {
      lines.push(...toLine(open, piece.from === "data"));
      open = [];
    }
  }
  return [...lines, ...toLine(open, false)];
}

function toLine(pieces: readonly Piece[], brokenByData: boolean): readonly Line[] {
  const used = pieces.slice(pieces.findIndex((each) => !isBlank(each)));
  const [first] = used;
  const chart = used.flatMap((piece) => (piece.kind === "chart" ? [piece] : []))[0];
  if (!first || pieces.every(isBlank)) return [];
  const marks =
    first.kind === "text" && first.from === "template" ? (/^\s*(#+)\s/.exec(first.text)?.[1] ?? "") : "";
  const content = trim(used.flatMap((piece, index) => toInline(piece, index === 0 ? marks : "")));
  const origin = chart?.span ?? first.span;
  return [{ marks, content, origin, chart: chart?.chart ?? null, brokenByData }];
}

function isBlank(piece: Piece): boolean {
  return piece.kind === "line-end" || (piece.kind === "text" && piece.text.trim() === "");
}

function toInline(piece: Piece, marks: string): readonly Inline[] {
  if (piece.kind === "line-end" || piece.kind === "chart") return [];
  const { span } = piece;
  if (piece.kind === "figure")
    return [{ kind: "figure", figure: piece.figure, shown: piece.shown, origin: span }];
  const cut = marks ? piece.text.length - piece.text.trimStart().length + marks.length : 0;
  return [{ kind: "text", text: piece.text.slice(cut), origins: [{ at: 0, span: from(span, cut) }] }];
}

/** Takes off the white space at both ends, indents made of spaces included. */
function trim(content: readonly Inline[]): readonly Inline[] {
  const inlines = [...content];
  while (isBlankText(inlines[0])) inlines.shift();
  while (isBlankText(inlines.at(-1))) inlines.pop();
  const [first] = inlines;
  if (first?.kind === "text") inlines[0] = trimStart(first);
  const last = inlines.at(-1);
  if (last?.kind === "text") inlines[inlines.length - 1] = { ...last, text: last.text.trimEnd() };
  return join(inlines.filter((inline) => inline.kind === "figure" || inline.text !== ""));
}

function isBlankText(inline: Inline | undefined): boolean {
  return inline?.kind === "text" && inline.text.trim() === "";
}

function trimStart(inline: TextInline): TextInline {
  const text = inline.text.trimStart();
  const cut = inline.text.length - text.length;
  const origins = (inline.origins ?? []).map(({ at, span }) => ({ at, span: from(span, cut) }));
  return { kind: "text", text, origins };
}

function from(span: Span, cut: number): Span {
  return { ...span, start: Math.min(span.start + cut, span.end) };
}

/** Neighbouring texts are one text to a reader and one run in Word; each part keeps its place. */
function join(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === "text" && last?.kind === "text") joined[joined.length - 1] = append(last, inline);
    else joined.push(inline);
  }
  return joined;
}

function append(a: TextInline, b: TextInline): TextInline {
  const moved = (b.origins ?? []).map(({ at, span }) => ({ at: a.text.length + at, span }));
  return { kind: "text", text: a.text + b.text, origins: [...(a.origins ?? []), ...moved] };
}
