import type { Span } from "../source/source-file.ts";
import { catalogue, type DiagnosticCode, type FactsOf } from "./catalogue.ts";
import type { RelatedNote } from "./words/related.ts";
import type { Severity } from "./words/words.ts";

export interface Related {
  readonly span: Span;
  readonly note: RelatedNote;
}

interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly severity: Severity;
  readonly facts: FactsOf[C];
  /** Null where the place is not known: never a made-up one. */
  readonly span: Span | null;
  readonly related: readonly Related[];
  /** How to mend it, where that leaves nothing to decide. */
  readonly fix?: Fix;
}

/** Text to stand in the place of a span. */
export interface Fix {
  readonly span: Span;
  readonly text: string;
}

/** A problem as data. Its words are made only when it is printed. */
export type Diagnostic = { [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode];

export function diagnostic<C extends DiagnosticCode>(
  code: C,
  span: Span | null,
  facts: FactsOf[C],
  related: readonly Related[] = [],
): Diagnostic {
  const made: DiagnosticOf<C> = { code, severity: catalogue[code].severity, facts, span, related };
  return made as Diagnostic;
}

/** A value or null, with what there is to say about it. */
export interface Outcome<T> {
  readonly value: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** Whether there is anything to mend: an information says that something is so, not that it is wrong. */
export function hasFaults(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity !== "info");
}

/** The value goes on only when nothing is an error. */
export function outcome<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { value: hasErrors(diagnostics) ? null : value, diagnostics };
}

export function failed(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { value: null, diagnostics };
}

/** The same for the same fault at the same place. */
export function keyOf({ code, span, facts }: Diagnostic): string {
  return JSON.stringify([code, span?.file.path, span?.start, facts]);
}

/** In the order of the files and of the places in them; the same fault at the same place once. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = diagnostics.filter((each) => {
    const key = keyOf(each);
    return !seen.has(key) && seen.add(key);
  });
  const paths = [...new Set(unique.map((each) => each.span?.file.path ?? ""))];
  return unique.sort(
    (a, b) =>
      paths.indexOf(a.span?.file.path ?? "") - paths.indexOf(b.span?.file.path ?? "") ||
      (a.span?.file.firstLine ?? 1) - (b.span?.file.firstLine ?? 1) ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
}

/** Goes on with a value where there is one; the diagnostics of both are kept. */
export function andThen<A, B>(
  { value, diagnostics }: Outcome<A>,
  next: (value: A) => Outcome<B>,
): Outcome<B> {
  if (value === null) return { value: null, diagnostics };
  const result = next(value);
  return { value: result.value, diagnostics: [...diagnostics, ...result.diagnostics] };
}

/** `push(...)` overflows the stack where there are a hundred thousand. */
export function addAll(to: Diagnostic[], more: readonly Diagnostic[]): void {
  for (const each of more) to.push(each);
}
