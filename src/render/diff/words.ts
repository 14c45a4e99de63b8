import type { Difference, Incomparable } from "../../compare/differences.ts";
import type { Lang } from "../../diagnostic/words/words.ts";
import type { Change, Trend } from "../../quantity/change.ts";
import { changeWords } from "../../quantity/change-words.ts";
import { compare, type Decimal, decimalText, minus, zero } from "../../quantity/decimal.ts";
import { formatNumber } from "../../quantity/format.ts";
import type { Quantity } from "../../quantity/quantity.ts";

const reasonZh: Readonly<Record<Incomparable, string>> = {
  appeared: "新增",
  vanished: "不再有",
  unit: "无法比较：单位变了",
  definition: "无法比较：口径变了",
  period: "无法比较：时段不同",
};

const reasonEn: Readonly<Record<Incomparable, string>> = {
  appeared: "new",
  vanished: "gone",
  unit: "not comparable: the unit changed",
  definition: "not comparable: the definition changed",
  period: "not comparable: for different parts of the year",
};

/** 增长90%, 增长至少4.9%, 无法比较：…. */
export function differenceWords({ indicator, change, reason }: Difference, lang: Lang): string {
  if (!change) return reason === null ? "" : (lang === "zh" ? reasonZh : reasonEn)[reason];
  if (lang === "zh") return changeWords(change, indicator.unit);
  return indicator.unit === "%" ? pointsEn(change) : trendEn(change.trend);
}

function trendEn(trend: Trend): string {
  switch (trend.kind) {
    case "equal":
      return "unchanged";
    case "steady":
      return "about the same";
    case "by":
      return `${upOrDown(compare(trend.percent, zero) > 0)} ${magnitude(trend.percent)}%`;
    case "at-least":
      return trend.percent.units === 0n
        ? upOrDown(trend.up)
        : `${upOrDown(trend.up)} at least ${magnitude(trend.percent)}%`;
    case "from-zero":
      return "not comparable: it was 0";
    case "uncertain":
      return "not comparable: the approximations overlap";
  }
}

function pointsEn(change: Change): string {
  const zh = changeWords(change, "%");
  const points = /^(提高|下降)(至少)?([\d.]+)个百分点$/.exec(zh);
  if (points)
    return `${upOrDown(points[1] === "提高")} ${points[2] ? "at least " : ""}${points[3]} percentage points`;
  if (zh === "持平") return "unchanged";
  return zh === "基本持平" ? "about the same" : "not comparable: the approximations overlap";
}

function upOrDown(up: boolean): string {
  return up ? "up" : "down";
}

function magnitude(value: Decimal): string {
  return decimalText(compare(value, zero) < 0 ? minus(zero, value) : value);
}

/** +90, +300～+500, +300以上: the difference in the indicator's unit; nothing where there is none to give. */
export function deltaWords({ change }: Difference, lang: Lang): string {
  if (!change) return "";
  const { lower, upper } = change.difference;
  if (lower && upper && compare(lower.value, upper.value) === 0) return signed(lower.value);
  if (lower && upper) return `${signed(lower.value)}～${signed(upper.value)}`;
  const [bound, zh, en] = lower ? [lower, "以上", "or more"] : [upper, "以下", "or less"];
  if (!bound) return "";
  return lang === "zh" ? `${signed(bound.value)}${zh}` : `${signed(bound.value)} ${en}`;
}

function signed(value: Decimal): string {
  return compare(value, zero) > 0 ? `+${decimalText(value)}` : decimalText(value);
}

export function amountText(figure: { readonly quantity: Quantity } | null): string {
  return figure ? formatNumber(figure.quantity) : "—";
}

/** Units, where the two differ both. */
export function unitText({ indicator, from, to }: Difference): string {
  return from && to && from.indicator.unit !== to.indicator.unit
    ? `${from.indicator.unit} → ${to.indicator.unit}`
    : indicator.unit;
}
