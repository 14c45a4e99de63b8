import { positionAt, type Span, wordPlaceAt } from "../../source/source-file.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { hint, message } from "../pretty.ts";
import { relatedWords } from "../words/related.ts";
import { wordPlaceWords } from "../words/word-place.ts";
import type { Lang, Severity } from "../words/words.ts";

/** A range for machines: lines and columns from 1, the end exclusive; all null where the place is not known. */
export interface Range {
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export interface DiagnosticRecord extends Range {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hints: readonly string[];
  readonly related: readonly (Range & { readonly message: string })[];
}

export interface RecordStyle {
  readonly lang: Lang;
  readonly path: (path: string) => string;
}

/** A diagnostic as plain data: what every format for machines is made from. */
export function toRecord(diagnostic: Diagnostic, style: RecordStyle): DiagnosticRecord {
  const hinted = hint(diagnostic, style.lang);
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: placedMessage(diagnostic, style.lang),
    ...rangeOf(diagnostic.span, style),
    hints: hinted === null ? [] : [hinted],
    related: diagnostic.related.map(({ span, note }) => ({
      message: relatedWords[note][style.lang],
      ...rangeOf(span, style),
    })),
  };
}

/** The message and, since nobody counts the lines of a file that is open in Word, where in Word it is. */
export function placedMessage(diagnostic: Diagnostic, lang: Lang): string {
  const place = diagnostic.span && wordPlaceAt(diagnostic.span);
  const words = place ? wordPlaceWords[lang](place) : "";
  const behind = words === "" ? "" : lang === "zh" ? `（${words}）` : ` (${words})`;
  return message(diagnostic, lang) + behind;
}

function rangeOf(span: Span | null, { path }: RecordStyle): Range {
  if (!span) return { file: null, line: null, column: null, endLine: null, endColumn: null };
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, span.end);
  return { file: path(span.file.path), ...start, endLine: end.line, endColumn: end.column };
}
