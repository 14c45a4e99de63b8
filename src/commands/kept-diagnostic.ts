import type { Diagnostic, Fix, Related } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";

/** A span by the path of its file: start and end. */
type KeptSpan = readonly [path: string, start: number, end: number];

/** A diagnostic as JSON. Its facts are plain data. */
export interface KeptDiagnostic extends Pick<Diagnostic, "code" | "severity" | "facts"> {
  readonly span: KeptSpan | null;
  readonly related: readonly (readonly [KeptSpan, Related["note"]])[];
  readonly fix?: readonly [KeptSpan, Fix["text"]];
}

export function toKept({ code, severity, facts, span, related, fix }: Diagnostic): KeptDiagnostic {
  return {
    code,
    severity,
    facts,
    span: span && keptSpan(span),
    related: related.map((each) => [keptSpan(each.span), each.note]),
    ...(fix && { fix: [keptSpan(fix.span), fix.text] }),
  };
}

function keptSpan({ file, start, end }: Span): KeptSpan {
  return [file.path, start, end];
}

/** The files that a diagnostic points into. */
export function filesOf({ span, related, fix }: Diagnostic): readonly SourceFile[] {
  return [span, ...related.map((each) => each.span), fix?.span ?? null].flatMap((each) => each?.file ?? []);
}

/** The diagnostic again, in files that are found by their paths; null where one is not. */
export function fromKept(
  { code, severity, facts, span, related, fix }: KeptDiagnostic,
  files: ReadonlyMap<string, SourceFile>,
): Diagnostic | null {
  let isWhole = true;
  const spanOf = ([path, start, end]: KeptSpan): Span => {
    const file = files.get(path);
    isWhole &&= file !== undefined;
    return { file: file ?? { path, text: "" }, start, end };
  };
  const made = {
    code,
    severity,
    facts,
    span: span && spanOf(span),
    related: related.map(([each, note]) => ({ span: spanOf(each), note })),
    ...(fix && { fix: { span: spanOf(fix[0]), text: fix[1] } }),
  };
  return isWhole ? (made as Diagnostic) : null; // Its code and facts were kept together.
}

/** Paths that `fromKept` asks for. */
export function pathsOf({ span, related, fix }: KeptDiagnostic): readonly string[] {
  return [span, ...related.map(([each]) => each), fix?.[0] ?? null].flatMap((each) => each?.[0] ?? []);
}
