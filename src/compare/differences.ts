import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import { type Change, changeOf } from "../quantity/change.ts";
import { formatFigure } from "../quantity/format.ts";

/** Why two amounts say nothing of each other. */
export type Incomparable = "appeared" | "vanished" | "unit" | "definition" | "period";

/** An indicator in two years, or in two states of one. */
export interface Difference {
  /** As the later of the two declares it, where both do. */
  readonly indicator: Indicator;
  readonly from: Figure | null;
  readonly to: Figure | null;
  /** Null where the two cannot be compared. */
  readonly change: Change | null;
  readonly reason: Incomparable | null;
}

/** All that either has, in the order of the later one's schema; what only the earlier one knows comes after. */
export function differences(from: YearFigures, to: YearFigures): readonly Difference[] {
  const ids = new Set([...to.data.catalogue.indicators.keys(), ...from.data.catalogue.indicators.keys()]);
  return [...ids].flatMap((id) => difference(from.figures.get(id) ?? null, to.figures.get(id) ?? null) ?? []);
}

function difference(from: Figure | null, to: Figure | null): Difference | null {
  const indicator = (to ?? from)?.indicator;
  if (!indicator) return null;
  const reason = incomparable(from, to);
  const change = from && to && reason === null ? changeOf(from.quantity, to.quantity) : null;
  return { indicator, from, to, change, reason };
}

/** Null: comparable. */
export function incomparable(from: Figure | null, to: Figure | null): Incomparable | null {
  if (!from) return "appeared";
  if (!to) return "vanished";
  if (from.indicator.unit !== to.indicator.unit) return "unit";
  if (from.period?.text.slice(4) !== to.period?.text.slice(4)) return "period";
  return null;
}

/** Whether a reader of the two reports would see a difference. */
export function isDifferent({ indicator, from, to, reason }: Difference): boolean {
  if (!from || !to || reason !== null) return true;
  return formatFigure(from.quantity, indicator.unit) !== formatFigure(to.quantity, indicator.unit);
}
