import { type By, breakdown, type Slice } from "../../aggregate/breakdown.ts";
import type { Figure } from "../../aggregate/figure.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { decimalText } from "../../quantity/decimal.ts";
import { formatFigure } from "../../quantity/format.ts";
import type { Quantity } from "../../quantity/quantity.ts";
import { positionAt, type Span } from "../../source/source-file.ts";

/** One object for a year that was named alone, otherwise a list of them. */
export function json(years: readonly YearFigures[], single: boolean, by: By | null): string {
  const all = years.map((each) => {
    const slices = by && breakdown(each, by);
    const figures = [...each.figures.values()].map((figure) => ({
      ...figureOf(figure),
      ...(by && slices ? { [`by${by[0]?.toUpperCase()}${by.slice(1)}`]: partsOf(figure, slices, by) } : {}),
    }));
    return { year: each.year, figures };
  });
  return `${JSON.stringify(single ? all[0] : all, null, 2)}\n`;
}

function partsOf(
  { indicator }: Figure,
  slices: ReadonlyMap<string, readonly Slice[]>,
  by: By,
): readonly object[] {
  const name = by === "department" ? "department" : "period";
  return (slices.get(indicator.id) ?? []).map(({ key, quantity, sources }) => ({
    [name]: key,
    ...amountOf(indicator.unit, quantity, sources),
  }));
}

function amountOf(unit: string, quantity: Quantity, sources: readonly Span[]): object {
  return {
    lower: quantity.lower && decimalText(quantity.lower.value),
    upper: quantity.upper && decimalText(quantity.upper.value),
    text: formatFigure(quantity, unit),
    sources: sources.map(({ file, start }) => ({ file: file.path, ...positionAt(file, start) })),
  };
}

function figureOf(figure: Figure): object {
  const { indicator, quantity, sources } = figure;
  return {
    id: indicator.id,
    label: labelWithPeriod(figure),
    unit: indicator.unit,
    department: indicator.department,
    ...amountOf(indicator.unit, quantity, sources),
  };
}
