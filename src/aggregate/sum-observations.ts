import type { Indicator } from "../catalogue/indicator.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { type Grain, grainOf, monthCodes, monthsOf, monthWords, overlaps } from "../period/grain.ts";
import { type Period, readPeriod } from "../period/period.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { loosen, sumQuantities } from "../quantity/sum.ts";
import type { Span } from "../source/source-file.ts";
import type { Part, Parts } from "../validate/year-data.ts";

/** What is being summed: the indicator, the year or the part of it that is asked for, and where the list stands. */
export interface Summing {
  readonly indicator: Indicator;
  readonly year: number;
  readonly period: Period | null;
  readonly span: Span;
  readonly report: (diagnostic: Diagnostic) => void;
}

/**
 * The sum of what was recorded in the course of a year. What does not cover the year, and does not say that the rest
 * is nothing, is known from below only.
 */
export function sumObservations({ parts, complete }: Parts, summing: Summing): Quantity | null {
  if (tellOverlaps(parts, summing) || parts.length === 0) return null;
  tellMixedGrain(parts, summing);
  const missing = missingMonths(parts, summing);
  if (complete === null) tellMissing(missing, summing);
  const quantities = parts.map(({ quantity }) => quantity);
  return sumQuantities((complete ?? missing.length === 0) ? quantities : quantities.map(loosen));
}

/** What is in two of them would be counted twice. Two departments may report for the same time. */
function tellOverlaps(parts: readonly Part[], { indicator, report }: Summing): boolean {
  const sorted = [...parts].sort((a, b) => (a.period.first < b.period.first ? -1 : 1));
  let found = false;
  const open = new Map<string | null, Part>();
  for (const part of sorted) {
    const before = open.get(part.department);
    if (before && overlaps(before.period, part.period)) {
      const [first, second] = before.span.start <= part.span.start ? [before, part] : [part, before];
      const facts = { label: indicator.label, found: second.period.text, other: first.period.text };
      const related = [{ span: first.periodSpan, note: "here" as const }];
      report(diagnostic("observations-overlap", second.periodSpan, facts, related));
      found = true;
    }
    if (!before || before.period.last < part.period.last) open.set(part.department, part);
  }
  return found;
}

const grainOrder: readonly Grain[] = ["year", "half", "quarter", "month", "day"];

function tellMixedGrain(parts: readonly Part[], { indicator, report }: Summing): void {
  const firsts = new Map<Grain, Part>();
  for (const part of parts) {
    const grain = grainOf(part.period);
    if (!firsts.has(grain)) firsts.set(grain, part);
  }
  const [first, second, ...others] = [...firsts.values()];
  if (!first || !second) return;
  const grains = grainOrder.filter((grain) => firsts.has(grain));
  const related = [first, ...others].map(({ periodSpan }) => ({ span: periodSpan, note: "here" as const }));
  report(diagnostic("observations-mixed", second.periodSpan, { label: indicator.label, grains }, related));
}

/** The months, by department, for which nothing is recorded. Single days are events: between them nothing happened. */
function missingMonths(parts: readonly Part[], { year, period }: Summing): readonly Missing[] {
  if (parts.every((part) => grainOf(part.period) === "day")) return [];
  const wanted = period ?? readPeriod(String(year));
  if (!wanted) return [];
  const departments = new Set(parts.map(({ department }) => department));
  return [...departments].flatMap((department) => {
    const own = parts.filter((part) => part.department === department);
    const covered = new Set(
      own.filter((part) => grainOf(part.period) !== "day").flatMap((part) => monthsOf(part.period)),
    );
    const months = monthsOf(wanted).filter((month) => !covered.has(month));
    return months.length === 0 ? [] : [{ department, months }];
  });
}

interface Missing {
  readonly department: string | null;
  readonly months: readonly string[];
}

function tellMissing(missing: readonly Missing[], { indicator, span, report }: Summing): void {
  for (const { department, months } of missing) {
    const facts = {
      label: indicator.label,
      department,
      months: monthWords(months),
      codes: monthCodes(months),
    };
    report(diagnostic("observations-missing", span, facts));
  }
}
