import type { Figure } from "../../aggregate/figure.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import { decimalText } from "../../quantity/decimal.ts";
import { formatFigure } from "../../quantity/format.ts";
import { type Interval, isExact } from "../../quantity/interval.ts";
import type { Trace } from "../../trace/trace.ts";

/** 大于1100，小于1200: the bounds of a figure in words. */
export function boundsWords(interval: Interval, lang: Lang): string {
  const { lower, upper } = interval;
  const zh = lang === "zh";
  if (lower && isExact(interval)) return `${zh ? "正好" : "exactly "}${decimalText(lower.value)}`;
  const parts = [
    lower &&
      `${lower.closed ? (zh ? "不少于" : "at least ") : zh ? "大于" : "more than "}${decimalText(lower.value)}`,
    upper &&
      `${upper.closed ? (zh ? "不超过" : "at most ") : zh ? "小于" : "less than "}${decimalText(upper.value)}`,
  ].filter((part) => part !== null);
  return parts.join(zh ? "，" : ", ");
}

/** How a figure was arrived at; null where the data states it. */
export function formulaWords({ figure, from }: Trace, lang: Lang): string | null {
  const { indicator, parts } = figure;
  const amounts = from.map(amountOf);
  if (indicator.totalOf) return amounts.join(" + ");
  if (indicator.rateOf) return amounts.join(" ÷ ");
  if (from.length > 0) return `= ${amounts.join(" = ")}`;
  if (parts.length === 0) return null;
  return lang === "zh" ? `${parts.length} 期相加` : `the sum of ${parts.length} amounts`;
}

function amountOf({ indicator, quantity }: Figure): string {
  return `${indicator.label} ${formatFigure(quantity, indicator.unit)}`;
}
