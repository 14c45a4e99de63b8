import { lineStarts, positionAt, type SourceFile } from "../source/source-file.ts";
import type { FigureChange } from "./figure-changes.ts";
import type { SourceEdit, TextChange } from "./text-changes.ts";
import type { ScalarStyles } from "./yaml-scalars.ts";

/** A range of the data file, and what it becomes. */
export interface DataEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All that comes home, in the order of the file; of two that overlap, the first. */
export function dataEdits(
  file: SourceFile,
  figures: readonly FigureChange[],
  texts: readonly TextChange[],
  scalars: ScalarStyles,
): readonly DataEdit[] {
  const all = [
    ...figures.flatMap(({ fate }) =>
      fate.kind === "apply" ? [amountEdit(file, fate.span.start, fate.span.end, fate.text)] : [],
    ),
    ...plainEdits(
      file,
      texts.flatMap(({ data }) => data),
      scalars,
    ),
  ].toSorted((one, other) => one.start - other.start || one.end - other.end);
  let end = -1;
  return all.filter((each) => {
    const isFree = each.start >= end;
    if (isFree) end = Math.max(each.end, each.start);
    return isFree;
  });
}

/** Between the quotation marks that it was written in. */
function amountEdit({ text: old }: SourceFile, start: number, end: number, text: string): DataEdit {
  const isQuoted = /^["']/.test(old.slice(start, end));
  return isQuoted ? { start: start + 1, end: end - 1, text } : { start, end, text };
}

/** Edits of one plain or quoted text become one, which writes the whole of it: what it may hold depends on all of it. */
function plainEdits(
  file: SourceFile,
  edits: readonly SourceEdit[],
  scalars: ScalarStyles,
): readonly DataEdit[] {
  const written: DataEdit[] = [];
  const ofScalar = new Map<
    number,
    { readonly end: number; readonly value: string; readonly own: SourceEdit[] }
  >();
  for (const edit of edits) {
    const scalar = scalars.at(edit);
    if (!scalar) continue;
    const { start, end } = scalar.span;
    if (scalars.styleOf(scalar) === "literal") written.push(literalEdit(file, edit));
    else {
      const same = ofScalar.get(start) ?? { end, value: scalar.text, own: [] };
      same.own.push(edit);
      ofScalar.set(start, same);
    }
  }
  for (const [start, { end, own }] of ofScalar) {
    const old = file.text.slice(start, end);
    const isQuoted = /^["']/.test(old);
    const inner = isQuoted ? start + 1 : start;
    let value = unquoted(old);
    for (const each of own.toSorted((one, other) => other.start - one.start))
      value = value.slice(0, each.start - inner) + escaped(each.words) + value.slice(each.end - inner);
    written.push({ start, end, text: isQuoted || !isPlain(value) ? JSON.stringify(value) : value });
  }
  return written;
}

/** Between quotation marks; what is escaped there was not found letter by letter. */
function unquoted(written: string): string {
  return /^["']/.test(written) ? written.slice(1, -1) : written;
}

/** White space that begins a line would be its indent, which is not the report's (YAML 1.2 §8.1.1.1). */
function literalEdit(file: SourceFile, { start, end, words }: SourceEdit): DataEdit {
  const { line } = positionAt(file, start);
  const from = lineStarts(file)[line - 1] ?? 0;
  const indent = /^ */.exec(file.text.slice(from))?.[0] ?? "";
  const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
  const [first = "", ...rest] = escaped(words).split("\n");
  const isFirst = start <= from + indent.length;
  const lines = [isFirst ? first.trimStart() : first, ...rest.map((each) => each.trimStart())];
  const isBlank = lines.at(-1) === "" && (isFirst || rest.length > 0);
  const gap = isBlank ? (/^[ \t]*/.exec(file.text.slice(end))?.[0].length ?? 0) : 0;
  return { start, end: end + gap, text: lines.join(lineEnd + indent) };
}

/** Braces that were typed in Word are letters. */
function escaped(words: string): string {
  return words.replaceAll("{{", "\\{{").replace(/\r\n?/g, "\n");
}

/** Whether a text is the same without quotation marks, in a block and between brackets (YAML 1.2 §7.3.3). */
function isPlain(text: string): boolean {
  return (
    text === text.trim() &&
    /^[^\s\-?:,[\]{}#&*!|>'"%@`\d+.~=<]/.test(text) &&
    !/[:#,[\]{}\n]/.test(text) &&
    !/^(?:null|true|false|yes|no|on|off|nan|inf)$/i.test(text)
  );
}

/** The file with its edits made; everything else stays as it is. */
export function withEdits(text: string, edits: readonly DataEdit[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: wanted } of edits) {
    result += text.slice(at, start) + wanted;
    at = end;
  }
  return result + text.slice(at);
}
