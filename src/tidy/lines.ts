import type { DataNode } from "../parse/data-node.ts";
import { lineText, positionAt, type SourceFile } from "../source/source-file.ts";

/** The lines of a text that goes over several: what they end with belongs to it. */
export function textLines(node: DataNode): readonly (readonly [number, number])[] {
  if (node.kind === "map") return [...node.entries.values()].flatMap((entry) => textLines(entry.node));
  if (node.kind === "list") return node.items.flatMap(textLines);
  const { file, start, end } = node.span;
  const [from, to] = [positionAt(file, start).line, positionAt(file, Math.max(start, end - 1)).line];
  return to > from ? [[from, to]] : [];
}

/** A file by its lines, for moving them whole. */
export class Lines {
  readonly file: SourceFile;
  private readonly texts: readonly (readonly [number, number])[];

  constructor(file: SourceFile, texts: readonly (readonly [number, number])[]) {
    this.file = file;
    this.texts = texts;
  }

  /** The lines from one to before another, without blanks at their ends. */
  between(from: number, to: number): string[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => this.line(from + index));
  }

  /** The same as they are. */
  raw(from: number, to: number): string[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => lineText(this.file, from + index));
  }

  private line(number: number): string {
    const text = lineText(this.file, number);
    return this.texts.some(([from, to]) => number > from && number <= to) ? text : text.trimEnd();
  }

  lineOf(offset: number): number {
    return positionAt(this.file, offset).line;
  }

  columnOf(offset: number): number {
    return positionAt(this.file, offset).column;
  }

  /** The last line that a node takes up, not counting blank lines that say nothing. */
  lastLine(node: DataNode, atLeast: number): number {
    const { start, end } = node.span;
    if (node.kind === "scalar") return this.lastOfScalar(start, end, atLeast);
    const flow = /[{[]/.test(this.file.text.charAt(start)) ? this.lineOf(Math.max(start, end - 1)) : atLeast;
    const inner =
      node.kind === "map"
        ? [...node.entries.values()].map((entry) => this.lastLine(entry.node, this.lineOf(entry.key.start)))
        : node.items.map((item) => this.lastLine(item, this.lineOf(item.span.start)));
    return Math.max(atLeast, flow, ...inner);
  }

  /** Only a text that keeps its last lines (`|+`) ends with blank ones. */
  private lastOfScalar(start: number, end: number, atLeast: number): number {
    let line = this.lineOf(Math.max(start, end - 1));
    if (/^[|>]\d?\+/.test(this.file.text.slice(start, start + 3))) {
      const last = this.lineOf(this.file.text.length);
      while (line + 1 < last && lineText(this.file, line + 1).trim() === "") line++;
      return Math.max(atLeast, line);
    }
    while (line > atLeast && lineText(this.file, line).trim() === "") line--;
    return Math.max(atLeast, line);
  }
}
