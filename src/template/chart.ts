import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { compareFigures } from "../compare/comparison.ts";
import { type EarlierYear, figuresOf } from "../compare/earlier-year.ts";
import { type LastAmount, lastAmount, yearOnYear } from "../compare/year-on-year.ts";
import { decimalText, parseDecimal, zero } from "../quantity/decimal.ts";
import { formatNumber } from "../quantity/format.ts";
import { isExact } from "../quantity/interval.ts";
import { scaled } from "../quantity/phrase.ts";
import type { Quantity } from "../quantity/quantity.ts";

/** Indicators of one unit over the years. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  readonly years: readonly number[];
  readonly series: readonly ChartSeries[];
  /** What a reader has to know of the numbers that are drawn, a sentence each. */
  readonly notes: readonly string[];
}

export interface ChartSeries {
  readonly label: string;
  /** One a year; null where the year has none that can be drawn beside this year's. */
  readonly points: readonly (ChartPoint | null)[];
}

export interface ChartPoint {
  /** What is drawn: the digits of the words, as a plain decimal. */
  readonly value: string;
  /** What is known: 近1200. */
  readonly shown: string;
  readonly isExact: boolean;
}

/** Null where there are not two years to draw. */
export function chartOf(
  figures: readonly Figure[],
  title: string | null,
  now: YearFigures,
  earlier: readonly EarlierYear[],
): Chart | null {
  const all = [...new Set([...earlier.map(({ year }) => year), now.year - 1, now.year])].toSorted(
    (a, b) => a - b,
  );
  const rows = figures.map((figure) => all.map((year) => amountOf(figure, year, now, earlier)));
  const years = all.filter((_, index) => rows.some((row) => row[index]));
  if (years.length < 2) return null;
  const series = figures.map(({ indicator }, index) => ({
    label: indicator.label,
    points: (rows[index] ?? [])
      .filter((_, at) => years.includes(all[at] ?? 0))
      .map((each) => each && pointOf(each)),
  }));
  const gaps = figures.flatMap((figure) => gapsOf(figure, all, now, earlier));
  return {
    title: title ?? figures.map(({ indicator }) => indicator.label).join("、"),
    unit: figures[0]?.indicator.unit ?? "",
    years,
    series,
    notes: [...approximate(series), ...gaps],
  };
}

/** What a year had of an indicator, in this year's terms; null where that is not known. */
function amountOf(
  { indicator: { id }, quantity }: Figure,
  year: number,
  now: YearFigures,
  earlier: readonly EarlierYear[],
): Quantity | null {
  if (year === now.year) return quantity;
  const then = figuresOf(earlier, year);
  return (year === now.year - 1 ? lastYears(id, now, then) : recorded(id, now, then))?.quantity ?? null;
}

function lastYears(id: string, now: YearFigures, last: YearFigures | null): LastAmount | null {
  const compared = yearOnYear(id, now, last);
  if (compared?.kind === "said") return compared.last;
  return compared?.kind === "unsaid" && compared.reason === "overlap" ? compared.last : null;
}

function recorded(id: string, now: YearFigures, then: YearFigures | null): LastAmount | null {
  const compared = then && compareFigures(id, now, then);
  return compared?.kind === "comparable" ? lastAmount(compared.last) : null;
}

function pointOf(quantity: Quantity): ChartPoint {
  const { digits, scale } = quantity.wording;
  const value = scaled(parseDecimal(digits) ?? zero, scale);
  return { value: decimalText(value), shown: formatNumber(quantity), isExact: isExact(quantity) };
}

function approximate(series: readonly ChartSeries[]): readonly string[] {
  const points = series.flatMap(({ points }) => points.flatMap((point) => point ?? []));
  return points.some((point) => !point.isExact) ? ["约数按所写的数字绘出，以柱上的文字为准。"] : [];
}

/** A year's amount that is there, but says something else than this year's. */
function gapsOf(
  figure: Figure,
  years: readonly number[],
  now: YearFigures,
  earlier: readonly EarlierYear[],
): readonly string[] {
  const { id, label } = figure.indicator;
  const gaps = years.filter(
    (year) => figuresOf(earlier, year)?.figures.has(id) && !amountOf(figure, year, now, earlier),
  );
  return gaps.length === 0 ? [] : [`${label}${gaps.join("、")}年的数与${now.year}年不可比，没有绘出。`];
}
