import { Composer, type Document, Lexer, Parser, type YAMLParseError, type YAMLWarning } from "yaml";
import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import { lineText, positionAt, type SourceFile, type Span } from "../source/source-file.ts";
import { convert } from "./convert.ts";
import type { YamlSource } from "./data-node.ts";
import { syntaxKind } from "./syntax-kind.ts";

/** The library is quadratic in some inputs, so what it is given is bounded first. */
const mostTokens = 200_000;
const deepest = 100;

/** One parse of a data file, with every place kept and every fault reported. */
export function parseYaml(file: SourceFile): Outcome<YamlSource> {
  const composed = compose(file);
  if (!Array.isArray(composed)) return failed(composed);
  const [first, second] = composed;
  const faults = composed.flatMap((each) =>
    [...each.errors, ...each.warnings].flatMap((e) => translate(file, e)),
  );
  if (second) faults.push(diagnostic("yaml-several-documents", separator(file, first, second), {}));
  if (hasOnlyComments(first)) faults.push(diagnostic("file-empty", at(file, 0), { path: file.path }));
  if (!first?.contents || faults.length > 0) return { value: null, diagnostics: faults };
  const { node, diagnostics } = convert(file, first.contents);
  return outcome({ file, root: node }, diagnostics);
}

function hasOnlyComments(document: Document.Parsed | undefined): boolean {
  return (
    !document?.contents ||
    (document.errors.length === 0 && document.contents.range[0] === document.contents.range[1])
  );
}

function compose(file: SourceFile): Document.Parsed[] | Diagnostic {
  const documents: Document.Parsed[] = [];
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, version: "1.2", strict: true });
  const bounds = new Bounds();
  try {
    for (const lexeme of new Lexer().lex(file.text)) {
      const excess = bounds.excess(lexeme);
      if (excess) return diagnostic("yaml-too-complex", at(file, bounds.offset), { what: excess });
      for (const token of parser.next(lexeme))
        documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
    }
    for (const token of parser.end()) documents.push(...(composer.next(token) as Iterable<Document.Parsed>));
    documents.push(...(composer.end() as Iterable<Document.Parsed>));
  } catch (error) {
    if (error instanceof RangeError) return diagnostic("yaml-too-complex", at(file, 0), { what: "depth" });
    throw error;
  }
  return documents;
}

/** Counts what was read, so that a hostile file is refused before it costs time. */
class Bounds {
  offset = 0;
  private tokens = 0;
  private flow = 0;
  private inLine = 0;

  excess(lexeme: string): "depth" | "size" | null {
    this.offset += /^[\u0002\u0018\u001f\ufeff]$/.test(lexeme) ? 0 : lexeme.length;
    this.tokens++;
    if (lexeme === "[" || lexeme === "{") this.flow++;
    else if (lexeme === "]" || lexeme === "}") this.flow--;
    else if (lexeme === "-" || lexeme === "?") this.inLine++;
    else if (lexeme === "\n" || lexeme === "\r\n") this.inLine = 0;
    if (this.tokens > mostTokens) return "size";
    const indent = /^ +$/.test(lexeme) ? lexeme.length / 2 : 0;
    return this.flow > deepest || this.inLine > deepest || indent > deepest ? "depth" : null;
  }
}

function at(file: SourceFile, start: number, end: number = start): Span {
  return { file, start, end };
}

function separator(file: SourceFile, first: Document.Parsed | undefined, second: Document.Parsed): Span {
  const found = file.text.indexOf("---", first?.range[1] ?? 0);
  return found >= 0 ? at(file, found, found + 3) : at(file, second.range[0]);
}

function translate(file: SourceFile, error: YAMLParseError | YAMLWarning): readonly Diagnostic[] {
  const [start, end] = error.pos;
  const span = at(file, start, Math.max(start, Math.min(end, file.text.length)));
  const found = file.text.slice(start, end).split("\n", 1)[0] ?? "";
  if (error.code === "MULTIPLE_DOCS") return [];
  if (error.code === "BAD_DIRECTIVE") return [diagnostic("yaml-directive", span, { found })];
  if (/^(BAD_ALIAS|ALIAS_PROPS|MULTIPLE_ANCHORS)$/.test(error.code))
    return [diagnostic("yaml-alias", span, { found })];
  if (/TAG/.test(error.code) && error.code !== "TAB_AS_INDENT")
    return [diagnostic("yaml-tag", span, { found })];
  const kind = syntaxKind(error.code, error.message, lineText(file, positionAt(file, start).line));
  return [diagnostic("yaml-syntax", span, { kind, detail: error.message })];
}
