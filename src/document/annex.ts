import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { periodWords } from "../period/period.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { formatNumber } from "../quantity/format.ts";
import { roundQuantity } from "../quantity/round.ts";
import type { Block, Column, Inline, Row } from "./document.ts";

export const annexTitle = "主要指标一览表";

/** Every indicator of the year with its unit and figure, totals included; departments where the data says. */
export function annex({ figures }: YearFigures): readonly Block[] {
  const all = [...figures.values()];
  if (all.length === 0) return [];
  const withDepartment = all.some(({ indicator }) => indicator.department !== null);
  const rows = all.map((figure, index) => toRow(figure, index + 1, withDepartment));
  return [
    { kind: "annex", label: "附件", title: annexTitle },
    { kind: "table", columns: columns(withDepartment), rows },
  ];
}

function columns(withDepartment: boolean): readonly Column[] {
  const widths = withDepartment ? ([7, 19, 33, 10, 13] as const) : ([8, 18, 46, 12, 16] as const);
  const fixed: readonly Column[] = [
    { header: "序号", width: widths[0], align: "center" },
    { header: "领域", width: widths[1], align: "center" },
    { header: "指标", width: widths[2], align: "left" },
    { header: "单位", width: widths[3], align: "center" },
    { header: "数值", width: widths[4], align: "center" },
  ];
  return withDepartment ? [...fixed, { header: "责任部门", width: 18, align: "center" }] : fixed;
}

function toRow(figure: Figure, number: number, withDepartment: boolean): Row {
  const { indicator } = figure;
  const cells = [String(number), indicator.group, labelWithPeriod(figure), indicator.unit].map(text);
  const shown: Inline = { kind: "figure", figure, shown: shownNumber(figure) };
  const department = withDepartment ? [text(indicator.department ?? "—")] : [];
  return { cells: [...cells, [shown], ...department] };
}

function text(words: string): readonly Inline[] {
  return [{ kind: "text", text: words }];
}

/** 主要负责人讲授专题法治课（2022年下半年）: a figure for a part of the year says so. */
export function labelWithPeriod({ indicator, period }: Figure): string {
  return period ? `${indicator.label}（${periodWords(period)}）` : indicator.label;
}

/** The number as the annex prints it, rounded where the schema asks. */
function shownNumber({ indicator, quantity }: Figure): string {
  const step = indicator.round === null ? null : parseDecimal(indicator.round);
  return formatNumber(step ? roundQuantity(quantity, step) : quantity);
}
