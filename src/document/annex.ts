import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { periodWords } from "../period/period.ts";
import { yearCells, yearNotes } from "./annex-years.ts";
import { type Block, type Column, type Inline, type Row, shownNumber } from "./document.ts";

export const annexTitle = "主要指标一览表";

interface Extent {
  readonly now: YearFigures;
  readonly last: YearFigures | null;
  readonly withDepartment: boolean;
}

/**
 * Every indicator of the year with its unit and figure, totals included; departments where the data says. Beside
 * last year where that has figures, and below what cannot be compared with it.
 */
export function annex(now: YearFigures, last: YearFigures | null): readonly Block[] {
  const all = [...now.figures.values()];
  if (all.length === 0) return [];
  const withDepartment = all.some(({ indicator }) => indicator.department !== null);
  const extent = { now, last, withDepartment };
  const rows = all.map((figure, index) => toRow(figure, index + 1, extent));
  const notes = last ? yearNotes(now, last) : [];
  return [
    { kind: "annex", label: "附件", title: annexTitle },
    { kind: "table", columns: columns(extent), rows },
    ...(notes.length > 0 ? [{ kind: "tableNote" as const, lines: notes }] : []),
  ];
}

/** In 小四 a cell of 12.5 holds 超过7400, one of 13 four Hanzi, one of 10 three. */
function widthsOf({ last, withDepartment }: Extent): readonly number[] {
  if (last) return withDepartment ? [7, 13, 18, 10, 12.5, 12.5, 14, 13] : [7, 13, 28, 10, 13, 13, 16];
  return withDepartment ? [7, 19, 33, 10, 13, 18] : [8, 18, 46, 12, 16];
}

function columns(extent: Extent): readonly Column[] {
  const headers = ["序号", "领域", "指标", "单位", "数值"];
  if (extent.last) headers.push("上年", "同比");
  if (extent.withDepartment) headers.push("责任部门");
  const widths = widthsOf(extent);
  return headers.map((header, index) => ({
    header,
    width: widths[index] ?? 0,
    align: header === "指标" ? "left" : "center",
  }));
}

function toRow(figure: Figure, number: number, { now, last, withDepartment }: Extent): Row {
  const { indicator } = figure;
  const cells = [String(number), indicator.group, labelWithPeriod(figure), indicator.unit].map(text);
  const shown: Inline = { kind: "figure", figure, shown: shownNumber(figure) };
  const years = last ? yearCells(figure, now, last) : [];
  const department = withDepartment ? [text(indicator.department ?? "—")] : [];
  return { cells: [...cells, [shown], ...years, ...department] };
}

function text(words: string): readonly Inline[] {
  return [{ kind: "text", text: words }];
}

/** 主要负责人讲授专题法治课（2022年下半年）: a figure for a part of the year says so. */
export function labelWithPeriod({ indicator, period }: Figure): string {
  return period ? `${indicator.label}（${periodWords(period)}）` : indicator.label;
}
