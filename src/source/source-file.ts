/** A text with its path. Paths are relative to the workspace, with forward slashes on every system. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The line of the file that the text begins with; only where it is an excerpt of a file too large to be held. */
  readonly firstLine?: number;
  /** Of a Word file, whose lines are its paragraphs: where each of them stands. */
  readonly wordPlaces?: readonly WordPlace[];
}

/** A range in a source file, in UTF-16 offsets; line and column are worked out only when printed. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Line and column count from 1; the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOf = new WeakMap<SourceFile, readonly number[]>();

/** Offsets at which the lines of a file begin. A line ends with LF, CRLF or CR (YAML 1.2 §5.4). */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOf.get(file);
  if (known) return known;
  const starts = [0];
  for (const match of file.text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  lineStartsOf.set(file, starts);
  return starts;
}

function firstLineOf(file: SourceFile): number {
  return file.firstLine ?? 1;
}

export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + firstLineOf(file), column: offset - (starts[low] ?? 0) + 1 };
}

export function offsetAt(file: SourceFile, line: number, column: number): number {
  const start = lineStarts(file)[line - firstLineOf(file)] ?? file.text.length;
  return Math.min(start + column - 1, file.text.length);
}

/** The text of a line, without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const starts = lineStarts(file);
  const index = line - firstLineOf(file);
  const start = starts[index] ?? file.text.length;
  const end = starts[index + 1] ?? file.text.length;
  const text = file.text.slice(start, end);
  return text.endsWith("\r\n") ? text.slice(0, -2) : /[\r\n]/.test(text.slice(-1)) ? text.slice(0, -1) : text;
}

export function spanText(span: Span): string {
  return span.file.text.slice(span.start, span.end);
}

/** Where a line of a Word file stands, for people who look for it in Word. */
export interface WordPlace {
  readonly story: "body" | "header" | "footer" | "footnote" | "endnote";
  /** The headings above it, the outermost first. */
  readonly headings: readonly string[];
  readonly inBox: boolean;
  /** The row of a table, from 1. */
  readonly row: number | null;
}

/** The place in Word of what stands at an offset; null in files that are texts themselves. */
export function wordPlaceAt({ file, start }: Span): WordPlace | null {
  return file.wordPlaces?.[positionAt(file, start).line - 1] ?? null;
}
