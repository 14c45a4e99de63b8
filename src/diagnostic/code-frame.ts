import { lineText, positionAt, type Span } from "../source/source-file.ts";
import { displayWidth } from "./display-width.ts";
import { printable } from "./printable.ts";

/** The line of a span with carets under it; a long line is cut around them. */
export function codeFrame(span: Span, width: number): string {
  const { line, column } = positionAt(span.file, span.start);
  const { text, focus } = neighbourhood(lineText(span.file, line), column - 1, 3 * Math.max(40, width));
  const end = Math.min(Math.max(focus + span.end - span.start, focus), text.length);
  const window = cut(text, focus, Math.max(40, width - 8));
  const before = printable(text.slice(window.start, focus));
  const marked = printable(text.slice(focus, Math.min(end, window.end)));
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

/** Enough of a line on both sides of a place: a line may be the whole of a large file. */
function neighbourhood(line: string, focus: number, reach: number): { text: string; focus: number } {
  const start = Math.max(0, focus - reach);
  return { text: line.slice(start, focus + reach).replaceAll("\t", " "), focus: focus - start };
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
