import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import { type Change, computedFrom, type Indicator } from "../catalogue/indicator.ts";
import type { Period } from "../period/period.ts";

/** A change that the schema declares between two years, of an indicator or of what it is computed from. */
export interface DeclaredChange {
  readonly indicator: Indicator;
  readonly change: Change;
}

interface Both {
  readonly now: Figure;
  readonly last: Figure;
}

/** Two years' figures of one indicator: whether the one can be compared with the other, and if not, why. */
export type Comparison =
  | (Both & { readonly kind: "comparable" })
  /** `declared` is null where the schema does not say so, as where each year has a schema of its own. */
  | (Both & { readonly kind: "unit"; readonly declared: DeclaredChange | null })
  | (Both & { readonly kind: "definition"; readonly declared: DeclaredChange })
  /** They are for different parts of their years. */
  | (Both & { readonly kind: "period" })
  | { readonly kind: "new"; readonly now: Figure }
  | { readonly kind: "vanished"; readonly last: Figure };

/** Null where neither year has a figure of the indicator. */
export function compareFigures(id: string, now: YearFigures, last: YearFigures): Comparison | null {
  const [figure, before] = [now.figures.get(id), last.figures.get(id)];
  if (!figure) return before ? { kind: "vanished", last: before } : null;
  if (!before) return { kind: "new", now: figure };
  const both = { now: figure, last: before };
  const declared = changeBetween(id, now, last);
  if (figure.indicator.unit !== before.indicator.unit) return { ...both, kind: "unit", declared };
  if (declared) return { ...both, kind: "definition", declared };
  return isSamePart(figure, before) ? { ...both, kind: "comparable" } : { ...both, kind: "period" };
}

/** The whole of both years, or the same half, quarter, months or day. */
function isSamePart({ period }: Figure, last: Figure): boolean {
  return (period && daysOf(period)) === (last.period && daysOf(last.period));
}

/** From which to which day of its year; the end of February is one day in all years. */
function daysOf({ first, last }: Period): string {
  return `${first.slice(4)}..${last.slice(4).replace("-02-29", "-02-28")}`;
}

/** The latest change of an indicator between two years, or else of what it is computed from. */
export function changeBetween(
  id: string,
  now: YearFigures,
  last: YearFigures,
  seen: Set<string> = new Set(),
): DeclaredChange | null {
  const indicator = now.data.catalogue.indicators.get(id);
  if (!indicator || seen.has(id)) return null;
  seen.add(id);
  const [from, to] = [Math.min(now.year, last.year), Math.max(now.year, last.year)];
  const change = indicator.changes.findLast(({ year }) => year > from && year <= to);
  if (change) return { indicator, change };
  for (const part of computedFrom(indicator)) {
    const found = changeBetween(part, now, last, seen);
    if (found) return found;
  }
  return null;
}
