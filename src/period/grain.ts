import type { Period } from "./period.ts";

/** How long a recorded part of a year is. Months reported together (1月至2月) are of the grain of months. */
export type Grain = "year" | "half" | "quarter" | "month" | "day";

export function grainOf({ text, first, last }: Period): Grain {
  const code = text.slice(5);
  if (code === "") return "year";
  if (code.startsWith("H")) return "half";
  if (code.startsWith("Q")) return "quarter";
  return first === last ? "day" : "month";
}

export function overlaps(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function contains(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** The months of a year that touch a period, as 2022-03. */
export function monthsOf({ first, last }: Period): readonly string[] {
  const year = first.slice(0, 4);
  const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${year}-${String(from + index).padStart(2, "0")}`,
  );
}

/** 2022-03 → 2022-Q1. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** Months in words, those in a row together: 4月、7月至9月. */
export function monthWords(months: readonly string[]): string {
  return runs(months.map((month) => Number(month.slice(5, 7))))
    .map(([from, to]) => (from === to ? `${from}月` : `${from}月至${to}月`))
    .join("、");
}

/** Months as they are written in a data file, those in a row together: 2022-04, 2022-07..2022-09. */
export function monthCodes(months: readonly string[]): string {
  const year = months[0]?.slice(0, 4) ?? "";
  const code = (month: number): string => `${year}-${String(month).padStart(2, "0")}`;
  return runs(months.map((month) => Number(month.slice(5, 7))))
    .map(([from, to]) => (from === to ? code(from) : `${code(from)}..${code(to)}`))
    .join(", ");
}

function runs(sorted: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const each of sorted) {
    const last = found.at(-1);
    if (last && last[1] + 1 === each) last[1] = each;
    else found.push([each, each]);
  }
  return found;
}
