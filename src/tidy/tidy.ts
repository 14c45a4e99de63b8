import { propertyNames, type SchemaNode, schemaItems, schemaProperty } from "../catalogue/schema-node.ts";
import type { DataNode, ListNode, MapEntry, MapNode, YamlSource } from "../parse/data-node.ts";
import { child, toValue } from "../parse/data-node.ts";
import { parseYaml } from "../parse/parse-yaml.ts";
import { readPeriod } from "../period/period.ts";
import { lineText, positionAt } from "../source/source-file.ts";
import { Lines, textLines } from "./lines.ts";

/**
 * A data file in canonical form: keys in the order of the schema, amounts of parts of the year in the order of time, no
 * blanks at the ends of lines. Lines are moved whole, with the comments above them and behind them, and nothing else is
 * touched; a file whose meaning that would change stays as it is. What the schema does not know stays behind what it knows, in its own order.
 */
export function tidy(source: YamlSource, schema: SchemaNode): string {
  const { file, root } = source;
  const last = positionAt(file, file.text.length).line;
  const arranged =
    root.kind === "map" ? arrangeFile(new Lines(file, textLines(root)), root, schema, last) : null;
  if (!arranged) return file.text;
  const end = /\r\n/.test(file.text) ? "\r\n" : "\n";
  const text = arranged.join(end);
  // A text that keeps its last lines (`|+`) may end the file.
  const tidied = [`${text.replace(/(?:\r?\n)+$/, "")}${end}`, `${text}${end}`, text].find((each) =>
    means(each, source),
  );
  return tidied ?? file.text;
}

/** Whether a text says the same as a source, whatever the order of its keys and of amounts of parts of the year. */
function means(text: string, { file, root }: YamlSource): boolean {
  const again = parseYaml({ path: file.path, text }).value;
  return again !== null && canonical(toValue(again.root)) === canonical(toValue(root));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return `[${value.every(isDated) ? items.toSorted() : items}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

function isDated(item: unknown): boolean {
  return typeof item === "object" && item !== null && "period" in item;
}

/** Lines that are moved together. */
interface Block {
  readonly place: number;
  /** Blank lines and comments above. */
  readonly above: readonly string[];
  readonly own: readonly string[];
}

/** What stands above the first key is about the file, and stays there. */
function arrangeFile(
  lines: Lines,
  root: MapNode,
  schema: SchemaNode,
  last: number,
): readonly string[] | null {
  const first = root.entries.values().next().value;
  if (!first) return null;
  const from = lines.lineOf(first.key.start);
  const body = arrangeMap(lines, root, schema, from, last + 1);
  return body && [...lines.between(1, from), ...body];
}

/** The lines of a map from one to before another; null where its keys do not each begin a line. */
function arrangeMap(
  lines: Lines,
  map: MapNode,
  schema: SchemaNode | null,
  from: number,
  to: number,
): readonly string[] | null {
  const entries = [...map.entries].map(([name, entry]) => ({
    name,
    entry,
    line: lines.lineOf(entry.key.start),
  }));
  if (!entries.every(({ entry, line }) => startsLine(lines, entry, line))) return null;
  const order = schema ? propertyNames(schema) : [];
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  const found = split(
    lines,
    entries.map(({ name, entry, line }) => ({
      place: rank(name),
      line,
      column: lines.columnOf(entry.key.start),
      last: lines.lastLine(entry.node, line),
      own: (end: number) => arrangeEntry(lines, entry, schema && schemaProperty(schema, name), line, end),
    })),
    from,
    to,
  );
  return [...inOrder(found.blocks), ...found.rest];
}

function startsLine(lines: Lines, { key }: MapEntry, line: number): boolean {
  const before = lineText(lines.file, line).slice(0, lines.columnOf(key.start) - 1);
  return before.trim() === "";
}

function arrangeEntry(
  lines: Lines,
  { node }: MapEntry,
  schema: SchemaNode | null,
  line: number,
  end: number,
): readonly string[] {
  const inner =
    node.kind === "map"
      ? arrangeMap(lines, node, schema, line + 1, end)
      : node.kind === "list"
        ? arrangeList(lines, node, schema && schemaItems(schema), line + 1, end)
        : null;
  return inner ? [...lines.between(line, line + 1), ...inner] : lines.between(line, end);
}

/** Amounts of parts of the year, one a line, in the order of time; other lists say something by their order. */
function arrangeList(
  lines: Lines,
  { items }: ListNode,
  schema: SchemaNode | null,
  from: number,
  to: number,
): readonly string[] | null {
  const starts = items.map((item) => lines.lineOf(item.span.start));
  const days = items.map((item) => firstDay(item));
  const apart = starts.every((line, index) => index === 0 || line > (starts[index - 1] ?? 0));
  const dashes = starts.every((line) => /^\s*-\s/.test(lineText(lines.file, line)));
  if (!apart || !dashes || starts.some((line) => line < from) || days.includes(null) || !schema) return null;
  const sorted = [...new Set(days)].toSorted();
  const found = split(
    lines,
    items.map((item, index) => ({
      place: sorted.indexOf(days[index] ?? null),
      line: starts[index] ?? from,
      column: lineText(lines.file, starts[index] ?? from).indexOf("-") + 1,
      last: lines.lastLine(item, starts[index] ?? from),
      own: (end: number) => lines.between(starts[index] ?? from, end),
    })),
    from,
    to,
  );
  return [...inOrder(found.blocks), ...found.rest];
}

function firstDay(item: DataNode): string | null {
  const period = child(item, "period");
  return period?.kind === "scalar" ? (readPeriod(period.text)?.first ?? null) : null;
}

interface Piece {
  readonly place: number;
  readonly line: number;
  readonly column: number;
  readonly last: number;
  readonly own: (end: number) => readonly string[];
}

/** A comment that stands deeper than the next key belongs to what is above it, any other to what is below. */
function split(lines: Lines, pieces: readonly Piece[], from: number, to: number): Split {
  let start = from;
  const blocks = pieces.map((piece, index) => {
    const next = pieces[index + 1]?.line ?? to;
    let end = Math.min(piece.last + 1, next);
    while (end < next && isDeeper(lineText(lines.file, end), piece.column)) end++;
    const above = lines.between(start, piece.line);
    start = end;
    return { place: piece.place, above, own: piece.own(end) };
  });
  return { blocks, rest: lines.between(start, to) };
}

interface Split {
  readonly blocks: readonly Block[];
  /** What stands below the last of them, and stays there. */
  readonly rest: readonly string[];
}

function isDeeper(line: string, column: number): boolean {
  return /^\s*#/.test(line) && line.search(/\S/) >= column;
}

/** The blank lines that part two keys part them still when the first is another. */
function inOrder(blocks: readonly Block[]): readonly string[] {
  const sorted = blocks
    .map((block, index) => ({ ...block, index }))
    .toSorted((a, b) => a.place - b.place || a.index - b.index);
  const [first] = sorted;
  if (!first || first.index === 0) return sorted.flatMap(({ above, own }) => [...above, ...own]);
  const gap = blanksOf(first.above);
  return sorted.flatMap(({ above, own, index }) => {
    if (index === first.index) return [...above.slice(gap.length), ...own];
    return index === 0 ? [...gap, ...above.slice(blanksOf(above).length), ...own] : [...above, ...own];
  });
}

function blanksOf(above: readonly string[]): readonly string[] {
  const end = above.findIndex((line) => line !== "");
  return above.slice(0, end < 0 ? above.length : end);
}
