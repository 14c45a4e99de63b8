import type { Indicator } from "../catalogue/indicator.ts";
import { grainOf, monthsOf, quarterOf } from "../period/grain.ts";
import { type Period, readPeriod } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { loosen, sumQuantities } from "../quantity/sum.ts";
import type { Span } from "../source/source-file.ts";
import type { Part } from "../validate/year-data.ts";
import type { Figure } from "./figure.ts";
import { mergeSpans } from "./rate.ts";
import { countedAs } from "./total.ts";
import type { YearFigures } from "./year-figures.ts";

export type By = "month" | "quarter" | "department";

/** What a figure owes to one part of the year or to one department. */
export interface Slice {
  /** 2022-03, 2022-Q1, a department; null: not said. */
  readonly key: string | null;
  readonly quantity: Quantity;
  readonly sources: readonly Span[];
}

/** The slices of every figure that has some, in the order of time or of appearance. */
export function breakdown({ figures }: YearFigures, by: By): ReadonlyMap<string, readonly Slice[]> {
  const slices = new Map<string, readonly Slice[]>();
  const sliced = (id: string): readonly Slice[] => {
    const known = slices.get(id);
    if (known) return known;
    const figure = figures.get(id);
    const made = figure ? slicesOf(figure, by, figures, sliced) : [];
    slices.set(id, made);
    return made;
  };
  for (const id of figures.keys()) sliced(id);
  return slices;
}

function slicesOf(
  figure: Figure,
  by: By,
  figures: ReadonlyMap<string, Figure>,
  sliced: (id: string) => readonly Slice[],
): readonly Slice[] {
  if (by === "department") return departmentSlices(figure);
  if (figure.indicator.totalOf) return totalSlices(figure.indicator, figures, sliced);
  const departments = departmentsOf(figure.parts);
  const known = (own: readonly Part[], key: string): boolean => covers(own, departments, readPeriod(key));
  return collect(figure, (part) => bucket(part, by), known).toSorted(byTime);
}

/** A total can be cut up where each of its parts can; what one of them lacks is known from below only. */
function totalSlices(
  { totalOf, unit }: Indicator,
  figures: ReadonlyMap<string, Figure>,
  sliced: (id: string) => readonly Slice[],
): readonly Slice[] {
  const parts = (totalOf ?? []).flatMap((id) => {
    const figure = figures.get(id);
    return figure ? [{ indicator: figure.indicator, slices: sliced(id) }] : [];
  });
  if (parts.some(({ slices }) => slices.length === 0)) return [];
  const keys = new Set(parts.flatMap(({ slices }) => slices.map(({ key }) => key)));
  return [...keys]
    .map((key) => {
      const found = parts.flatMap(({ indicator, slices }) =>
        slices.filter((slice) => slice.key === key).map((slice) => ({ indicator, ...slice })),
      );
      const counted = found.map((slice) => countedAs(unit, slice));
      const all = found.length === (totalOf ?? []).length;
      return {
        key,
        quantity: sumQuantities(all ? counted : counted.map(loosen)),
        sources: mergeSpans(...found.map(({ sources }) => sources)),
      };
    })
    .toSorted(byTime);
}

/** By the first day; a longer part comes before those within it. */
function byTime(a: Slice, b: Slice): number {
  const [one, other] = [a, b].map(({ key }) => readPeriod(key ?? ""));
  if (!one || !other) return 0;
  return order(one.first, other.first) || order(other.last, one.last);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A part that is longer than what is asked for stands for itself: 2022-H1 among the months. */
function bucket({ period }: Part, by: "month" | "quarter"): string {
  const within = new Set(monthsOf(period).map((month) => (by === "month" ? month : quarterOf(month))));
  const [only] = within;
  return within.size === 1 && only ? only : period.text;
}

function departmentSlices(figure: Figure): readonly Slice[] {
  const { indicator, quantity, sources, parts, period } = figure;
  if (parts.every(({ department }) => department === null))
    return [{ key: indicator.department, quantity, sources }];
  const known = (own: readonly Part[]): boolean =>
    covers(own, departmentsOf(own), period ?? readPeriod(own[0]?.period.first.slice(0, 4) ?? ""));
  return collect(figure, (part) => part.department ?? indicator.department, known);
}

/** Where a figure is known from below only, so is each slice of which something may not be recorded. */
function collect<K extends string | null>(
  { parts, quantity }: Figure,
  keyOf: (part: Part) => K,
  known: (own: readonly Part[], key: K) => boolean,
): readonly Slice[] {
  const byKey = new Map<K, Part[]>();
  for (const part of parts) byKey.set(keyOf(part), [...(byKey.get(keyOf(part)) ?? []), part]);
  return [...byKey].map(([key, own]) => {
    const sum = sumQuantities(own.map((part) => part.quantity));
    return {
      key,
      quantity: quantity.upper || known(own, key) ? sum : loosen(sum),
      sources: own.map((part) => part.span),
    };
  });
}

/** Whether every one of the departments has recorded every month. Single days are events, and cover none. */
function covers(parts: readonly Part[], departments: Departments, period: Period | null): boolean {
  const months = period ? monthsOf(period) : [];
  return [...departments].every((department) => {
    const own = parts.filter((part) => part.department === department && grainOf(part.period) !== "day");
    const covered = new Set(own.flatMap((part) => monthsOf(part.period)));
    return months.every((month) => covered.has(month));
  });
}

type Departments = ReadonlySet<string | null>;

function departmentsOf(parts: readonly Part[]): Departments {
  return new Set(parts.map(({ department }) => department));
}
