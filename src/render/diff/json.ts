import type { Figure } from "../../aggregate/figure.ts";
import type { Difference } from "../../compare/differences.ts";
import { decimalText } from "../../quantity/decimal.ts";
import { formatFigure } from "../../quantity/format.ts";
import type { Interval } from "../../quantity/interval.ts";
import type { DiffView } from "./diff-view.ts";
import { differenceWords } from "./words.ts";

/** A list with an object a difference; amounts are decimal strings, an unknown bound is null. */
export function json({ entries }: DiffView): string {
  return `${JSON.stringify(entries.map(entryOf), null, 2)}\n`;
}

function entryOf(each: Difference): object {
  const { indicator, from, to, change, reason } = each;
  return {
    id: indicator.id,
    label: indicator.label,
    group: indicator.group,
    unit: indicator.unit,
    from: amount(from),
    to: amount(to),
    change: change && bounds(change.difference),
    percent: change?.percent && indicator.unit !== "%" ? bounds(change.percent) : null,
    reason,
    // The words of the report, whatever the language of the messages.
    text: differenceWords(each, "zh"),
  };
}

function amount(figure: Figure | null): object | null {
  if (!figure) return null;
  return { text: formatFigure(figure.quantity, figure.indicator.unit), ...bounds(figure.quantity) };
}

function bounds({ lower, upper }: Interval): object {
  return { lower: lower && decimalText(lower.value), upper: upper && decimalText(upper.value) };
}
