import type { Figure } from "../../aggregate/figure.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { formatFigure } from "../../quantity/format.ts";
import { positionAt } from "../../source/source-file.ts";

export type Cells = readonly string[];

/** One row a figure, for people: no cell is left without its meaning. */
export function rowsOf(
  years: readonly YearFigures[],
  lang: Lang,
): { readonly header: Cells; readonly rows: readonly Cells[] } {
  const zh = ["年度", "编号", "领域", "指标", "数值", "单位", "责任部门", "来源"];
  const en = ["year", "id", "group", "indicator", "figure", "unit", "department", "source"];
  const rows = years.flatMap(({ year, figures }) =>
    [...figures.values()].map((figure) => rowOf(year, figure)),
  );
  return { header: lang === "zh" ? zh : en, rows };
}

function rowOf(year: number, figure: Figure): Cells {
  const { indicator, quantity } = figure;
  const sources = figure.sources.map(({ file, start }) => {
    const { line, column } = positionAt(file, start);
    return `${file.path}:${line}:${column}`;
  });
  return [
    String(year),
    indicator.id,
    indicator.group,
    labelWithPeriod(figure),
    formatFigure(quantity, indicator.unit),
    indicator.unit,
    indicator.department ?? "",
    sources.join(" "),
  ];
}
