import type { Figure } from "../aggregate/figure.ts";
import type { YearFigures } from "../aggregate/year-figures.ts";
import type { Indicator } from "../catalogue/indicator.ts";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.ts";
import { formatFigure } from "../quantity/format.ts";
import { closeForCount, disjoint, type Interval, sameInterval } from "../quantity/interval.ts";
import type { Quantity } from "../quantity/quantity.ts";
import { printedRate } from "../quantity/rate.ts";
import { type Comparison, changeBetween } from "./comparison.ts";

/** What this year's file says of the year before, held against that year's own file where both mean the same. */
export function checkStated(
  indicator: Indicator,
  comparison: Comparison | null,
  now: YearFigures,
  last: YearFigures,
): readonly Diagnostic[] {
  const stated = now.data.statedLastYear.get(indicator.id);
  const figure = stated && comparison && recordedOf(indicator, comparison, now, last);
  if (!stated || !figure) return [];
  const verdict = compareStated(stated.quantity, figure.quantity, indicator);
  if (verdict === "same") return [];
  const facts = {
    label: indicator.label,
    stated: formatFigure(stated.quantity, indicator.unit),
    lastText: formatFigure(figure.quantity, indicator.unit),
    lastYear: last.year,
  };
  const related = figure.sources.map((span) => ({ span, note: "last-year" as const }));
  const code = verdict === "differs" ? "last-year-differs" : "last-year-worded-differently";
  return [diagnostic(code, stated.span, facts, related)];
}

/** Last year's figure where it means what is stated; a total without its parts has none of this year. */
function recordedOf(
  { id, unit }: Indicator,
  comparison: Comparison,
  now: YearFigures,
  last: YearFigures,
): Figure | null {
  if (comparison.kind === "comparable") return comparison.last;
  if (comparison.kind !== "vanished" || changeBetween(id, now, last)) return null;
  const figure = comparison.last;
  return figure.indicator.unit === unit && figure.period === null ? figure : null;
}

/** `differs`: no value is possible by both; `possible`: some are, but the two do not say the same. */
export function compareStated(
  stated: Quantity,
  recorded: Quantity,
  { quantity: kind, rateOf }: Pick<Indicator, "quantity" | "rateOf">,
): "same" | "possible" | "differs" {
  const closed = <T extends Interval>(each: T): T => (kind === "count" ? closeForCount(each) : each);
  const known: readonly Interval[] = rateOf ? [recorded, printedRate(recorded)] : [recorded];
  if (known.some((each) => sameInterval(closed(stated), closed(each)))) return "same";
  return known.every((each) => disjoint(closed(stated), closed(each))) ? "differs" : "possible";
}
