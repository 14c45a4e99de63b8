/// <reference types="handlebars" />
import { parse as handlebarsParse } from "handlebars/dist/cjs/handlebars/compiler/base.js";
import { diagnostic, failed, type Outcome, outcome } from "../diagnostic/diagnostic.ts";
import type { TemplateSyntax } from "../diagnostic/words/template.ts";
import { lineText, offsetAt, type SourceFile, type Span } from "../source/source-file.ts";

export type Program = hbs.AST.Program;

type SpanOf = (start: number, end: number) => Span;

/** A text with tags, parsed. A narrative's text stands in a data file: `spanOf` leads there. */
export interface Template {
  readonly name: string;
  readonly text: SourceFile;
  readonly program: Program;
  readonly spanOf: SpanOf;
}

export function offsetOf(template: Template, position: hbs.AST.Position): number {
  return offsetAt(template.text, position.line, position.column + 1);
}

export function placeOf(template: Template, { start, end }: hbs.AST.SourceLocation): Span {
  return template.spanOf(offsetOf(template, start), offsetOf(template, end));
}

const deepest = 50;

/** Parses Handlebars. Only the parser of the library is used: what the tags mean is ours, strict and with places. */
export function parseTemplate(name: string, file: SourceFile, spanOf: SpanOf): Outcome<Template> {
  const whole = (line: number): Span => {
    const start = offsetAt(file, line, 1);
    const text = lineText(file, line);
    return spanOf(start + text.length - text.trimStart().length, start + text.trimEnd().length);
  };
  if (nesting(file.text) > deepest)
    return failed(diagnostic("template-syntax", whole(1), { kind: "depth", detail: "" }));
  try {
    const program = handlebarsParse(file.text) as Program;
    return outcome({ name, text: file, program, spanOf }, []);
  } catch (error) {
    const { line, kind, detail } = readFault(error instanceof Error ? error.message : String(error));
    return failed(diagnostic("template-syntax", whole(line), { kind, detail }));
  }
}

/** The parser recurses and is slow in depth, so depth is counted first. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of text.matchAll(/\{\{~?[#^/]|\(|\)/g)) {
    depth += tag.endsWith("/") || tag === ")" ? -1 : 1;
    depth = Math.max(depth, 0);
    most = Math.max(most, depth);
  }
  return most;
}

function readFault(message: string): { line: number; kind: TemplateSyntax; detail: string } {
  const first = message.split("\n", 1)[0] ?? "";
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? / - (\d+):\d+$/.exec(first)?.[1] ?? 1);
  const kind = /doesn't match/.test(message) ? "mismatch" : /got 'EOF'/.test(message) ? "unclosed" : "tag";
  return { line, kind, detail: message.split("\n").at(-1) ?? "" };
}
