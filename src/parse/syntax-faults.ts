import type { ErrorCode, YAMLParseError, YAMLWarning } from "yaml";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import type { SyntaxKind } from "../diagnostic/words/yaml.ts";
import { lineText, offsetAt, positionAt, type SourceFile, type Span } from "../source/source-file.ts";

type LibraryError = YAMLParseError | YAMLWarning;

/** The library's errors in a clerk's terms, at the place to mend; what only follows from another is dropped. */
export function syntaxFaults(file: SourceFile, errors: readonly LibraryError[]): readonly Diagnostic[] {
  const faults = errors.filter(({ code }) => code !== "MULTIPLE_DOCS").map((error) => translate(file, error));
  const lines = new Set<number>();
  let broken = false;
  return faults.filter((fault) => {
    const line = positionAt(file, fault.span?.start ?? 0).line;
    const follows = broken && fault.code === "yaml-syntax";
    if (fault.code === "yaml-syntax" && /^(tab|bracket|quote|indent)$/.test(fault.facts.kind)) broken = true;
    return !follows && !lines.has(line) && lines.add(line);
  });
}

function translate(file: SourceFile, error: LibraryError): Diagnostic {
  const [start, end] = error.pos;
  const span: Span = { file, start, end: Math.max(start, Math.min(end, file.text.length)) };
  const found = file.text.slice(start, end).split("\n", 1)[0] ?? "";
  if (error.code === "BAD_DIRECTIVE") return diagnostic("yaml-directive", span, { found });
  if (/^(BAD_ALIAS|ALIAS_PROPS|MULTIPLE_ANCHORS)$/.test(error.code))
    return diagnostic("yaml-alias", span, { found });
  if (/^(TAG_RESOLVE_FAILED|MULTIPLE_TAGS)$/.test(error.code)) return diagnostic("yaml-tag", span, { found });
  const { kind, at } = placed(file, error);
  return diagnostic("yaml-syntax", at ?? span, { kind, detail: error.message });
}

const kinds: Readonly<Partial<Record<ErrorCode, SyntaxKind>>> = {
  BAD_INDENT: "indent",
  TAB_AS_INDENT: "tab",
  BAD_DQ_ESCAPE: "escape",
  BAD_SCALAR_START: "reserved",
  BLOCK_AS_IMPLICIT_KEY: "indent",
  BLOCK_IN_FLOW: "bracket",
  MULTILINE_IMPLICIT_KEY: "colon",
  KEY_OVER_1024_CHARS: "key",
  NON_STRING_KEY: "key",
};

/** The kind of a fault, and the place where the library does not name the one to mend. */
function placed(
  file: SourceFile,
  { code, message, pos }: LibraryError,
): { kind: SyntaxKind; at: Span | null } {
  const [start] = pos;
  const { line, column } = positionAt(file, start);
  const text = lineText(file, line);
  if (/^\s*[\w-]+：/.test(text)) return { kind: "full-width-colon", at: wholeLine(file, line) };
  if (/^\s*(?:- )?(?:[\w-]+:\s+)?\{\{/.test(text)) return { kind: "tag-first", at: tagIn(file, line) };
  if (/header includes extra/.test(message)) return { kind: "reserved", at: null };
  if (/quote/.test(message))
    return { kind: "quote", at: last(file, start, /"quote/.test(message) ? '"' : "'") };
  if (/end with a \}|end with a \]/.test(message))
    return { kind: "bracket", at: last(file, start, /\}/.test(message) ? "{" : "[") };
  const nested = /Nested mappings|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY/.test(`${code} ${message}`);
  if (nested && text.slice(0, column - 1).trim() !== "")
    return { kind: "indent", at: wholeLine(file, line + 1) };
  if (/implicit map key|: /.test(message) && code === "MISSING_CHAR") return { kind: "colon", at: null };
  if (/flow|comma|bracket/i.test(message)) return { kind: "bracket", at: null };
  return { kind: kinds[code] ?? "other", at: null };
}

/** The text of a line, without its indentation. */
function wholeLine(file: SourceFile, line: number): Span {
  const text = lineText(file, line);
  const start = offsetAt(file, line, text.length - text.trimStart().length + 1);
  return { file, start, end: start + text.trim().length };
}

/** From the tag that begins a value to the end of its line. */
function tagIn(file: SourceFile, line: number): Span {
  const text = lineText(file, line);
  const start = offsetAt(file, line, text.indexOf("{{") + 1);
  return { file, start, end: start + text.trimEnd().length - text.indexOf("{{") };
}

/** The sign that was opened last before an offset. */
function last(file: SourceFile, before: number, sign: string): Span | null {
  const start = file.text.lastIndexOf(sign, before - 1);
  return start < 0 ? null : { file, start, end: start + 1 };
}
