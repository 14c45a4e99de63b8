import type { Indicator } from "../catalogue/indicator.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { loosen, sumQuantities } from "../quantity/sum.ts";
import type { Figure } from "./figure.ts";
import { mergeSpans } from "./rate.ts";

/**
 * The sum of what there is; where a part is missing, its upper bound is unknown. A part that is for less than
 * the total's period is known from below only. Null without any part.
 */
export function totalFigure(
  indicator: Indicator,
  parts: readonly Figure[],
  complete: boolean,
): Figure | null {
  if (parts.length === 0) return null;
  const periods = new Set(parts.map(({ period }) => period?.text ?? ""));
  const period = periods.size === 1 ? (parts[0]?.period ?? null) : null;
  const counted = parts.map((part) => {
    const quantity = countedAs(indicator.unit, part);
    return part.period && !period ? loosen(quantity) : quantity;
  });
  const quantity = sumQuantities(complete ? counted : counted.map(loosen));
  const sources = mergeSpans(...parts.map((part) => part.sources));
  return { indicator, quantity, sources, period, parts: [], sameAs: [], partOf: [] };
}

/** How a part counts in a total of a unit. */
export function countedAs(
  unit: string,
  { indicator, quantity }: Pick<Figure, "indicator" | "quantity">,
): Quantity {
  const { countsAs } = indicator;
  return indicator.unit !== unit && countsAs?.bound === "lower" ? loosen(quantity) : quantity;
}
