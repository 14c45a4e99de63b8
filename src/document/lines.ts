import type { Span } from "../source/source-file.ts";
import type { Piece } from "../template/piece.ts";
import type { Inline } from "./document.ts";

/** A line of composed text: its heading marks, if the template wrote any, and what follows. */
export interface Line {
  /** `#` to `#####`, or longer where the template is wrong; empty for a paragraph. */
  readonly marks: string;
  readonly content: readonly Inline[];
  readonly origin: Span;
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
  if (!first || pieces.every(isBlank)) return [];
  const marks =
    first.kind === "text" && first.from === "template" ? (/^\s*(#+)\s/.exec(first.text)?.[1] ?? "") : "";
  const content = trim(used.flatMap((piece, index) => toInline(piece, index === 0 ? marks : "")));
  return [{ marks, content, origin: first.span, brokenByData }];
}

function isBlank(piece: Piece): boolean {
  return piece.kind === "line-end" || (piece.kind === "text" && piece.text.trim() === "");
}

function toInline(piece: Piece, marks: string): readonly Inline[] {
  if (piece.kind === "figure") return [{ kind: "figure", figure: piece.figure, shown: piece.shown }];
  if (piece.kind === "line-end") return [];
  return [{ kind: "text", text: marks ? piece.text.trimStart().slice(marks.length) : piece.text }];
}

/** Joins neighbouring texts and takes off the white space at both ends, indents made of spaces included. */
function trim(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === "text" && last?.kind === "text")
      joined[joined.length - 1] = { kind: "text", text: last.text + inline.text };
    else joined.push(inline);
  }
  const [first] = joined;
  if (first?.kind === "text") joined[0] = { kind: "text", text: first.text.trimStart() };
  const last = joined.at(-1);
  if (last?.kind === "text") joined[joined.length - 1] = { kind: "text", text: last.text.trimEnd() };
  return joined.filter((inline) => inline.kind === "figure" || inline.text !== "");
}
