import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { BuiltReport } from "../document/record.ts";
import { renderDocx } from "./docx/render-docx.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderText } from "./text.ts";

export type ReportFormat = "docx" | "md" | "txt";

export interface Rendering {
  readonly title: string;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

export interface WordTemplate {
  /** What the template is called in diagnostics. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The folder of the files that are shipped with the program. */
  readonly shipped: string;
}

/** The document in each of the formats; `word` is needed for docx. */
export function render(
  document: Document,
  formats: readonly ReportFormat[],
  word: WordTemplate | null,
): Outcome<readonly Rendering[]> {
  const rendered = formats.map((format) => renderOne(document, format, word));
  const value = rendered.flatMap((each) => each.value ?? []);
  const diagnostics = rendered.flatMap((each) => each.diagnostics);
  return { value: value.length === formats.length ? value : null, diagnostics };
}

function renderOne(document: Document, format: ReportFormat, word: WordTemplate | null): Outcome<Rendering> {
  const { title } = document;
  if (format === "docx") return renderWord(document, word);
  const text = format === "md" ? renderMarkdown(document) : renderText(document);
  return outcome({ title, format, bytes: new TextEncoder().encode(text) }, []);
}

function renderWord(document: Document, word: WordTemplate | null): Outcome<Rendering> {
  if (!word) return { value: null, diagnostics: [] };
  const { value: filled, diagnostics } = fillWord(document, word);
  const { title } = document;
  return { value: filled && { title, format: "docx", bytes: filled.bytes }, diagnostics };
}

/** What there is to say of a document in its Word template; nothing is written. */
export function checkWord(document: Document, word: WordTemplate): readonly Diagnostic[] {
  return fillWord(document, word).diagnostics;
}

/** The words of the Word file, each with its source. */
export function writtenIn(document: Document, word: WordTemplate): Outcome<BuiltReport> {
  const { value: filled, diagnostics } = fillWord(document, word);
  return { value: filled === null ? null : filled.report, diagnostics };
}

interface FilledWord {
  readonly bytes: Uint8Array;
  readonly report: BuiltReport;
}

function fillWord(document: Document, word: WordTemplate): Outcome<FilledWord> {
  const filled = renderDocx(document, word.bytes, word.name, word.shipped);
  if (!filled.ok)
    return failed(diagnostic("word-template-invalid", null, { path: word.name, fault: filled.reason }));
  const styles = filled.missingStyles;
  const warnings =
    styles.length > 0 ? [diagnostic("word-style-missing", null, { path: word.name, styles })] : [];
  return outcome(filled, warnings);
}
