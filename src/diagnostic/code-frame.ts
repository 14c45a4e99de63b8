import { lineText, positionAt, type Span } from "../source/source-file.ts";
import { displayWidth } from "./display-width.ts";
import { printable } from "./printable.ts";

/** The line of a span with carets under it; a long line is cut around them. */
export function codeFrame(span: Span, width: number): string {
  const { line, column } = positionAt(span.file, span.start);
  const text = lineText(span.file, line).replaceAll("\t", " ");
  const end = Math.min(Math.max(column - 1 + span.end - span.start, column - 1), text.length);
  const window = cut(text, column - 1, Math.max(40, width - 8));
  const before = printable(text.slice(window.start, column - 1));
  const marked = printable(text.slice(column - 1, Math.min(end, window.end)));
  const shown =
    window.left +
    before +
    marked +
    printable(text.slice(Math.min(end, window.end), window.end)) +
    window.right;
  const gutter = String(line).padStart(4);
  const indent = " ".repeat(displayWidth(window.left + before));
  const carets = "^".repeat(Math.max(1, displayWidth(marked)));
  return `${gutter} | ${shown}\n${" ".repeat(gutter.length)} | ${indent}${carets}`;
}

interface Window {
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly right: string;
}

/** The part of a line to show, never cut through a surrogate pair. */
function cut(text: string, focus: number, width: number): Window {
  if (displayWidth(text) <= width) return { start: 0, end: text.length, left: "", right: "" };
  let start = focus;
  for (let room = Math.floor(width / 3); start > 0 && room > 0; start--)
    room -= displayWidth(text[start - 1] ?? "");
  let end = start;
  for (let room = width - 4; end < text.length && room > 0; end++) room -= displayWidth(text[end] ?? "");
  if (isLowSurrogate(text, start)) start--;
  if (isLowSurrogate(text, end)) end++;
  return { start, end, left: start > 0 ? "… " : "", right: end < text.length ? " …" : "" };
}

function isLowSurrogate(text: string, index: number): boolean {
  return /[\udc00-\udfff]/.test(text[index] ?? "");
}
