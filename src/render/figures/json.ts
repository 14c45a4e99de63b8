import type { Figure } from "../../aggregate/figure.ts";
import type { YearFigures } from "../../aggregate/year-figures.ts";
import { labelWithPeriod } from "../../document/annex.ts";
import { decimalText } from "../../quantity/decimal.ts";
import { formatFigure } from "../../quantity/format.ts";
import { positionAt } from "../../source/source-file.ts";

/** One object for a year that was named alone, otherwise a list of them. */
export function json(years: readonly YearFigures[], single: boolean): string {
  const all = years.map(({ year, figures }) => ({ year, figures: [...figures.values()].map(figureOf) }));
  return `${JSON.stringify(single ? all[0] : all, null, 2)}\n`;
}

function figureOf(figure: Figure): object {
  const { indicator, quantity, sources } = figure;
  return {
    id: indicator.id,
    label: labelWithPeriod(figure),
    unit: indicator.unit,
    department: indicator.department,
    lower: quantity.lower && decimalText(quantity.lower.value),
    upper: quantity.upper && decimalText(quantity.upper.value),
    text: formatFigure(quantity, indicator.unit),
    sources: sources.map(({ file, start }) => ({ file: file.path, ...positionAt(file, start) })),
  };
}
