import { Composer, type Document, Lexer, Parser } from "yaml";
import { type Diagnostic, diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { Bounds } from "./bounds.ts";
import { convert } from "./convert.ts";
import type { YamlSource } from "./data-node.ts";
import { syntaxFaults } from "./syntax-faults.ts";

/** One parse of a data file, with every place kept and every fault reported. */
export function parseYaml(file: SourceFile): Outcome<YamlSource> {
  const { documents, diagnostics } = compose(file);
  const [first, second] = documents;
  const errors = documents.flatMap((each) => [...each.errors, ...each.warnings]);
  const faults = [...diagnostics, ...syntaxFaults(file, errors)];
  if (second) faults.push(diagnostic("yaml-several-documents", separator(file, first, second), {}));
  if (diagnostics.length > 0 || faults.some(({ code }) => code === "yaml-syntax")) return failed(...faults);
  if (!first?.contents || isNothing(first)) {
    return failed(...faults, diagnostic("file-empty", at(file, 0), { path: file.path }));
  }
  const { node, diagnostics: refused } = convert(file, first.contents);
  return outcome({ file, root: node }, [...faults, ...refused]);
}

interface Composed {
  readonly documents: readonly Document.Parsed[];
  readonly diagnostics: readonly Diagnostic[];
}

function compose(file: SourceFile): Composed {
  const documents: Document.Parsed[] = [];
  const diagnostics: Diagnostic[] = [];
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, version: "1.2", strict: true });
  const bounds = new Bounds();
  try {
    for (const lexeme of new Lexer().lex(file.text)) {
      const what = bounds.excess(lexeme);
      if (what) return tooComplex(file, bounds.offset, what);
      for (const token of parser.next(lexeme)) {
        if (token.type === "directive") {
          const end = token.offset + token.source.length;
          diagnostics.push(
            diagnostic("yaml-directive", at(file, token.offset, end), { found: token.source }),
          );
        }
        documents.push(...composer.next(token));
      }
    }
    for (const token of parser.end()) documents.push(...composer.next(token));
    documents.push(...composer.end());
  } catch (error) {
    if (error instanceof RangeError) return tooComplex(file, 0, "depth");
    throw error;
  }
  return { documents, diagnostics };
}

function tooComplex(file: SourceFile, offset: number, what: "depth" | "size"): Composed {
  return { documents: [], diagnostics: [diagnostic("yaml-too-complex", at(file, offset), { what })] };
}

function isNothing({ contents, errors }: Document.Parsed): boolean {
  return errors.length === 0 && contents?.range[0] === contents?.range[1];
}

function at(file: SourceFile, start: number, end: number = start): Span {
  return { file, start, end };
}

function separator(file: SourceFile, first: Document.Parsed | undefined, second: Document.Parsed): Span {
  const found = file.text.indexOf("---", first?.range[1] ?? 0);
  return found >= 0 ? at(file, found, found + 3) : at(file, second.range[0]);
}
