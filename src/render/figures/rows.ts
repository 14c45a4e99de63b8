import { type By, breakdown, type Slice } from "../../aggregate/breakdown.ts";
import type { Figure } from "../../aggregate/figure.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { periodWords, readPeriod } from "../../period/period.ts";
import { formatFigure } from "../../quantity/format.ts";
import { positionAt } from "../../source/source-file.ts";

export type Cells = readonly string[];

/** One row a figure, for people: no cell is left without its meaning. */
export function rowsOf(
  years: readonly YearFigures[],
  lang: Lang,
): { readonly header: Cells; readonly rows: readonly Cells[] } {
  const rows = years.flatMap(({ year, figures }) =>
    [...figures.values()].map((figure) => rowOf(year, figure, figure)),
  );
  return { header: headers[lang], rows };
}

const headers: Readonly<Record<Lang, Cells>> = {
  zh: ["年度", "编号", "领域", "指标", "数值", "单位", "责任部门", "来源"],
  en: ["year", "id", "group", "indicator", "figure", "unit", "department", "source"],
};

/** One row a slice: of a part of the year, after the figure that it is a part of, or of a department. */
export function slicedRowsOf(
  years: readonly YearFigures[],
  by: By,
  lang: Lang,
): { readonly header: Cells; readonly rows: readonly Cells[] } {
  const rows = years.flatMap((year) =>
    by === "department" ? departmentRows(year, lang) : timeRows(year, by, lang),
  );
  if (by === "department") return { header: headers[lang], rows };
  return { header: [...headers[lang], lang === "zh" ? "时段" : "period"], rows };
}

function timeRows(year: YearFigures, by: By, lang: Lang): readonly Cells[] {
  const slices = breakdown(year, by);
  return [...year.figures.values()].flatMap((figure) => [
    [...rowOf(year.year, figure, figure), timeWords(figure.period?.text ?? String(year.year), lang)],
    ...(slices.get(figure.indicator.id) ?? []).map((slice) => [
      ...rowOf(year.year, figure, slice),
      timeWords(slice.key ?? "", lang),
    ]),
  ]);
}

function timeWords(code: string, lang: Lang): string {
  const period = lang === "zh" ? readPeriod(code) : null;
  return period ? periodWords(period) : code;
}

/** By department, those that the data does not name last. */
function departmentRows(year: YearFigures, lang: Lang): readonly Cells[] {
  const slices = breakdown(year, "department");
  const all = [...year.figures.values()].flatMap((figure) =>
    (slices.get(figure.indicator.id) ?? []).map((slice) => ({ figure, slice })),
  );
  const names = [...new Set(all.map(({ slice }) => slice.key))].toSorted(
    (a, b) => Number(a === null) - Number(b === null),
  );
  return names.flatMap((name) =>
    all
      .filter(({ slice }) => slice.key === name)
      .map(({ figure, slice }) =>
        rowOf(year.year, figure, slice).with(6, name ?? (lang === "zh" ? "未注明" : "not named")),
      ),
  );
}

function rowOf(
  year: number,
  figure: Figure,
  { quantity, sources }: Pick<Slice, "quantity" | "sources">,
): Cells {
  const { indicator } = figure;
  const places = sources.map(({ file, start }) => {
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
    places.join(" "),
  ];
}
