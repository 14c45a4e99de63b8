import { suggest } from "../catalogue/suggest.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { lineStarts, lineText, positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import { adjustableCodes, isAdjustable, isCode } from "./adjustable.ts";

/** `report-ignore code: reason` in a comment, and the lines that it covers. The code is empty where none is named. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly span: Span;
  readonly firstLine: number;
  readonly lastLine: number;
}

const comment =
  /(?:#[ \t]*|\{\{!(?:--)?\s*)report-ignore(?![\w-])(?:[ \t]+([A-Za-z][\w-]*))?[ \t]*(?:[:：][ \t]*((?:(?!(?:--)?\}\}).)*))?/g;

const known = new WeakMap<SourceFile, readonly Ignore[]>();

/** The ignores of a file. One behind something covers its line; one alone covers what comes next; both with all that is indented below. */
export function ignoresOf(file: SourceFile): readonly Ignore[] {
  const before = known.get(file);
  if (before) return before;
  const ignores = file.text.includes("report-ignore")
    ? [...file.text.matchAll(comment)].map((match) => read(file, match))
    : [];
  known.set(file, ignores);
  return ignores;
}

function read(file: SourceFile, match: RegExpExecArray): Ignore {
  const { line, column } = positionAt(file, match.index);
  const alone =
    lineText(file, line)
      .slice(0, column - 1)
      .trim() === "";
  const firstLine = alone
    ? nextLine(file, line, match[0].startsWith("#") ? /^\s*(?:#|$)/ : /^\s*(?:\{\{!|$)/)
    : line;
  return {
    code: match[1] ?? "",
    reason: (match[2] ?? "").trim(),
    span: { file, start: match.index, end: match.index + match[0].trimEnd().length },
    firstLine,
    lastLine: lastCovered(file, firstLine),
  };
}

/** The next line that is neither blank nor another comment. */
function nextLine(file: SourceFile, line: number, passedOver: RegExp): number {
  const last = lineStarts(file).length;
  let next = line + 1;
  while (next < last && passedOver.test(lineText(file, next))) next++;
  return next;
}

function lastCovered(file: SourceFile, firstLine: number): number {
  const indent = (line: number): number => lineText(file, line).search(/\S|$/);
  const last = lineStarts(file).length;
  const own = indent(firstLine);
  let line = firstLine;
  while (line < last && (lineText(file, line + 1).trim() === "" || indent(line + 1) > own)) line++;
  return line;
}

export function covers(ignore: Ignore, { code, span }: Diagnostic): boolean {
  if (ignore.code !== code || span === null || span.file !== ignore.span.file) return false;
  const { line } = positionAt(span.file, span.start);
  return line >= ignore.firstLine && line <= ignore.lastLine;
}

/** What is wrong with an ignore itself. */
export function faultOf({ code, reason, span }: Ignore): Diagnostic | null {
  if (!isCode(code) || !isAdjustable(code)) {
    return diagnostic("ignore-unknown-code", span, {
      code,
      suggestion: code === "" ? null : suggest(code, adjustableCodes),
    });
  }
  return reason === "" ? diagnostic("ignore-without-reason", span, { code }) : null;
}
