import type { Change, Trend } from "./change.ts";
import { compare, type Decimal, decimalText, isZero, minus, round, zero } from "./decimal.ts";
import { isExact } from "./interval.ts";

/** What is said of two years: 增长14.8%, 下降至少8%, 持平, 无法比较：…. Amounts in percent differ by points. */
export function changeWords(change: Change, unit: string): string {
  return unit === "%" ? pointWords(change) : (comparableWords(change.trend) ?? uncomparable(change.trend));
}

/** 同比增长14.8%, 与上年基本持平; null where nothing can be said. */
export function yearOnYearWords(change: Change, unit: string): string | null {
  const { kind } = change.trend;
  if (kind === "equal") return "与上年持平";
  if (kind === "steady") return "与上年基本持平";
  const words = unit === "%" ? pointsSaid(change) : comparableWords(change.trend);
  return words === null ? null : `同比${words}`;
}

function comparableWords(trend: Trend): string | null {
  switch (trend.kind) {
    case "equal":
      return "持平";
    case "steady":
      return "基本持平";
    case "by":
      return `${direction(isUp(trend.percent))}${size(trend.percent)}%`;
    case "at-least":
      return isZero(trend.percent)
        ? `有所${direction(trend.up)}`
        : `${direction(trend.up)}至少${size(trend.percent)}%`;
    default:
      return null;
  }
}

function uncomparable(trend: Trend): string {
  return trend.kind === "from-zero" ? "无法比较：原为0" : "无法比较：约数有重叠";
}

function pointWords(change: Change): string {
  return pointsSaid(change) ?? "无法比较：约数有重叠";
}

/** A difference of rates: 提高1.2个百分点. What is known to a tenth is given to a tenth. */
function pointsSaid({ difference: { lower, upper } }: Change): string | null {
  if (!lower || !upper) return null;
  const [low, high] = [lower.value, upper.value];
  if (isZero(low) && isZero(high)) return "持平";
  const nearest = compare(low, zero) > 0 ? low : compare(high, zero) < 0 ? high : null;
  if (!nearest) return compare(minus(high, low), { units: 4n, scale: 1 }) <= 0 ? "基本持平" : null;
  const exact = isExact({ lower, upper });
  const points = round(nearest, 1, isUp(nearest) ? "down" : "up");
  return `${isUp(nearest) ? "提高" : "下降"}${exact ? "" : "至少"}${size(exact ? nearest : points)}个百分点`;
}

function direction(up: boolean): string {
  return up ? "增长" : "下降";
}

function isUp(percent: Decimal): boolean {
  return compare(percent, zero) > 0;
}

function size(percent: Decimal): string {
  return decimalText(compare(percent, zero) < 0 ? minus(zero, percent) : percent);
}
