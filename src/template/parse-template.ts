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
  const faulty = (line: number): Span => {
    const start = offsetAt(file, line, 1);
    const [at, end] = faultyTag(lineText(file, line));
    return spanOf(start + at, start + end);
  };
  const open = openTags(file.text);
  if (open.tooDeep)
    return failed(diagnostic("template-syntax", spanOf(...open.tooDeep), { kind: "depth", detail: "" }));
  try {
    const program = handlebarsParse(file.text) as Program;
    return outcome({ name, text: file, program, spanOf }, []);
  } catch (error) {
    const { line, kind, detail } = readFault(error instanceof Error ? error.message : String(error));
    const span = kind === "unclosed" && open.left ? spanOf(...open.left) : faulty(line);
    return failed(diagnostic("template-syntax", span, { kind, detail }));
  }
}

/** The tag of a line that is not closed as it should be; where all seem to be, the whole line. */
function faultyTag(line: string): readonly [number, number] {
  const tag = /\{\{[^{}]*\}(?!\})|\{\{[^{}]*$|\{\{[^{}]*\{/.exec(line);
  if (tag) return [tag.index, tag.index + tag[0].length];
  return [line.length - line.trimStart().length, line.trimEnd().length];
}

type Range = readonly [start: number, end: number];

interface OpenTags {
  /** The first tag that lies too deep. */
  readonly tooDeep: Range | null;
  /** The block that was opened last and is still open at the end. */
  readonly left: Range | null;
}

const marks = /\{\{~?(?:!(?:--)?|[#/]|\^(?=\s*[^\s{}~]))?|[()]/g;

/** The parser recurses and is slow in depth, so what opens and closes is counted first. */
function openTags(text: string): OpenTags {
  const blocks: number[] = [];
  let brackets = 0;
  for (const match of withoutComments(text)) {
    const mark = match[0].replace("~", "");
    if (mark === "(") brackets++;
    else if (mark === ")") brackets--;
    else brackets = 0;
    if (mark === "{{/") blocks.pop();
    else if (/[#^]/.test(mark)) blocks.push(match.index);
    if (Math.max(blocks.length, brackets) > deepest)
      return { tooDeep: tagFrom(text, match.index), left: null };
  }
  const last = blocks.at(-1);
  return { tooDeep: null, left: last === undefined ? null : tagFrom(text, last) };
}

function tagFrom(text: string, start: number): Range {
  return [
    start,
    start + (/^[^{}\n]*(?:\{\{[^{}\n]*\}?\}?)?/.exec(text.slice(start, start + 200))?.[0].length ?? 1),
  ];
}

function* withoutComments(text: string): Generator<RegExpExecArray> {
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    const { index } = match;
    const at = marks.lastIndex;
    const comment = /!(--)?$/.exec(match[0]);
    if (comment) {
      const end = text.indexOf(comment[1] ? "--}}" : "}}", at);
      if (end < 0) return;
      marks.lastIndex = end;
    } else if (text[index - 1] !== "\\" || text[index - 2] === "\\") {
      yield match;
      marks.lastIndex = at;
    }
  }
}

function readFault(message: string): { line: number; kind: TemplateSyntax; detail: string } {
  const first = message.split("\n", 1)[0] ?? "";
  const line = Number(/on line (\d+)/.exec(first)?.[1] ?? / - (\d+):\d+$/.exec(first)?.[1] ?? 1);
  const kind = /doesn't match/.test(message) ? "mismatch" : /got 'EOF'/.test(message) ? "unclosed" : "tag";
  return { line, kind, detail: message.split("\n").at(-1) ?? "" };
}
