import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import { type Change, changeOf } from "../quantity/change.ts";
import { formatFigure } from "../quantity/format.ts";
import { compareFigures } from "./comparison.ts";

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
  return [...ids].flatMap((id) => difference(id, from, to) ?? []);
}

function difference(id: string, from: YearFigures, to: YearFigures): Difference | null {
  const compared = compareFigures(id, to, from);
  if (!compared) return null;
  if (compared.kind === "new")
    return {
      indicator: compared.now.indicator,
      from: null,
      to: compared.now,
      change: null,
      reason: "appeared",
    };
  const { kind, last } = compared;
  if (kind === "vanished")
    return { indicator: last.indicator, from: last, to: null, change: null, reason: kind };
  const { now } = compared;
  const both = { indicator: now.indicator, from: last, to: now };
  if (kind !== "comparable") return { ...both, change: null, reason: kind };
  return { ...both, change: changeOf(last.quantity, now.quantity), reason: null };
}

/** Whether a reader of the two reports would see a difference. */
export function isDifferent({ indicator, from, to, reason }: Difference): boolean {
  if (!from || !to || reason !== null) return true;
  return formatFigure(from.quantity, indicator.unit) !== formatFigure(to.quantity, indicator.unit);
}
