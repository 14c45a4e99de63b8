import { displayWidth, padEnd, padStart } from "../../diagnostic/display-width.ts";
import { printable } from "../../diagnostic/printable.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { type DiffView, headers, sectionsOf } from "./diff-view.ts";

export interface TableStyle {
  readonly lang: Lang;
  readonly color: boolean;
  /** Null: no terminal, no limit. */
  readonly columns: number | null;
}

const gap = 2;
/** Labels, units and words are set to the left, amounts to the right. */
const isRight = [false, false, true, true, true, false] as const;
const narrowestLabel = 12;

/** For a terminal: a heading a group; a label that is too long goes on in the next line. */
export function table(view: DiffView, style: TableStyle): string {
  const sections = sectionsOf(view, style.lang).map(({ title, rows }) => ({
    title: printable(title),
    rows: rows.map((cells) => cells.map(printable)),
  }));
  const header = headers(view, style.lang).map(printable);
  const all = [header, ...sections.flatMap(({ rows }) => rows)];
  const widths = fitted(
    header.map((_, column) => Math.max(...all.map((cells) => displayWidth(cells[column] ?? "")))),
    style.columns,
  );
  const lines = [
    ...line(header, widths).map((each) => paint(each, "1", style)),
    ...sections.flatMap(({ title, rows }) => [
      "",
      paint(title, "1", style),
      ...rows.flatMap((cells) =>
        line(cells, widths).map((each) => (isSame(cells) ? paint(each, "2", style) : each)),
      ),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function isSame(cells: readonly string[]): boolean {
  return cells[2] === cells[3];
}

/** Only the labels give way. */
function fitted(widths: readonly number[], columns: number | null): readonly number[] {
  const [label = 0, ...others] = widths;
  const rest = others.reduce((sum, width) => sum + width + gap, 0);
  if (columns === null || label + rest <= columns) return widths;
  return [Math.max(narrowestLabel, columns - rest), ...others];
}

function line(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const [label = "", ...others] = cells;
  const [width = 0] = widths;
  const [first = "", ...more] = wrap(label, width);
  const right = others.map((cell, index) => {
    const room = widths[index + 1] ?? 0;
    return isRight[index + 1] ? padStart(cell, room) : padEnd(cell, room);
  });
  const space = " ".repeat(gap);
  return [[padEnd(first, width), ...right].join(space).trimEnd(), ...more];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const character of text) {
    if (current !== "" && displayWidth(current + character) > width) {
      lines.push(current);
      current = "";
    }
    current += character;
  }
  return [...lines, current];
}

function paint(text: string, code: string, { color }: TableStyle): string {
  return color && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
}
