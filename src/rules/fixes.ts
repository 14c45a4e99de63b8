import type { Diagnostic, Fix } from "../diagnostic/diagnostic.ts";
import { type SourceFile, type Span, spanText } from "../source/source-file.ts";

/** Codes whose mend leaves nothing to decide. */
const mechanical: ReadonlySet<string> = new Set([
  "mark-half-width",
  "full-width-alphanumeric",
  "quote-straight",
  "unit-not-legal",
  "number-mixed",
  "range-mark",
  "approximation-false-place",
  "document-number-form",
  "date-form",
  "word-confused",
  "mark-doubled",
]);

/** What they find is too much. */
const superfluous: ReadonlySet<string> = new Set(["space-in-text", "title-comma-between"]);

/**
 * A finding with its mend, where that is mechanical and the words stand in the source just as they are printed:
 * what is escaped, folded or composed there is left to people.
 */
export function withFix(diagnostic: Diagnostic, printed: string): Diagnostic {
  const { span, code, facts } = diagnostic;
  // The lines of a Word file are made of it: nothing can be written there.
  if (!span || span.file.wordPlaces || spanText(span) !== printed) return diagnostic;
  if (superfluous.has(code)) return { ...diagnostic, fix: { span, text: "" } };
  if (!mechanical.has(code) || !("found" in facts) || !("wanted" in facts)) return diagnostic;
  if ("isPaired" in facts && !facts.isPaired) return diagnostic;
  const { found, wanted } = facts;
  return found === printed && typeof wanted === "string"
    ? { ...diagnostic, fix: { span, text: wanted } }
    : diagnostic;
}

/** The fixes of a file that do not overlap, in order; of two that do, the first. */
export function fixesOf(diagnostics: readonly Diagnostic[], file: SourceFile): readonly Fix[] {
  const fixes = diagnostics.flatMap(({ fix }) => (fix && fix.span.file === file ? [fix] : []));
  let end = 0;
  return fixes
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => {
      const free = span.start >= end;
      if (free) end = Math.max(span.end, span.start + 1);
      return free;
    });
}

/** The text with its fixes made; everything else stays as it is. */
export function applyFixes(text: string, fixes: readonly Fix[]): string {
  let result = "";
  let at = 0;
  for (const { span, text: wanted } of fixes) {
    result += text.slice(at, span.start) + wanted;
    at = span.end;
  }
  return result + text.slice(at);
}

export function filesWithFixes(diagnostics: readonly Diagnostic[]): readonly Span["file"][] {
  return [...new Set(diagnostics.flatMap(({ fix }) => (fix ? [fix.span.file] : [])))];
}
