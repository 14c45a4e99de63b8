import { compare, type Decimal, decimal, divide, isZero, minus, times, zero } from "./decimal.ts";
import { exactValue, type Interval } from "./interval.ts";
import type { Bound, Quantity } from "./quantity.ts";

/** What an amount became. Everything that is said of it holds for every value that the two leave possible. */
export interface Change {
  readonly difference: Interval;
  /** In percent of the amount before, to four decimals, rounded outwards; null where that may be nothing. */
  readonly percent: Interval | null;
  readonly trend: Trend;
}

export type Trend =
  /** Equal, for certain. */
  | { readonly kind: "equal" }
  /** Both are known; rounded half up to one decimal. */
  | { readonly kind: "by"; readonly percent: Decimal }
  /** Certainly more or less: by this at least, towards zero, to one decimal; 0 where that is less than a tenth. */
  | { readonly kind: "at-least"; readonly up: boolean; readonly percent: Decimal }
  /** Not told apart from no change, and not far from it. */
  | { readonly kind: "steady" }
  /** Something from nothing has no percentage. */
  | { readonly kind: "from-zero" }
  /** Either may be the greater. */
  | { readonly kind: "uncertain" };

const hundred: Decimal = decimal(100n);
/** Within this many percent an uncertain change is called steady. */
const steadyPercent: Decimal = decimal(5n);

export function changeOf(from: Quantity, to: Quantity): Change {
  const difference = subtract(to, from);
  const before = exactValue(from);
  const percent = before && isZero(before) ? null : percentOf(from, to);
  return { difference, percent, trend: trendOf(from, to, difference, percent) };
}

/** Every value of a less every value of b. */
export function subtract(a: Interval, b: Interval): Interval {
  return { lower: gap(a.lower, b.upper), upper: gap(a.upper, b.lower) };
}

function gap(a: Bound | null, b: Bound | null): Bound | null {
  return a && b && { value: minus(a.value, b.value), closed: a.closed && b.closed };
}

/** Nothing falls by more than all of it: there is always a lower bound. */
interface Percent extends Interval {
  readonly lower: Bound;
}

function percentOf(from: Interval, to: Interval): Percent {
  const lower = ratio(to.lower, from.upper, "down");
  const upper = ratio(to.upper, from.lower, "up");
  return { lower: lower ?? { value: minus(zero, hundred), closed: false }, upper };
}

function ratio(to: Bound | null, from: Bound | null, direction: "down" | "up"): Bound | null {
  if (!to || !from || compare(from.value, zero) <= 0) return null;
  const rise = times(minus(to.value, from.value), hundred);
  const value = divide(rise, from.value, 4, direction);
  const precise = compare(times(value, from.value), rise) === 0;
  return { value, closed: precise && to.closed && from.closed };
}

function trendOf(from: Quantity, to: Quantity, difference: Interval, percent: Percent | null): Trend {
  const apart = exactValue(difference);
  if (apart && isZero(apart)) return { kind: "equal" };
  if (!percent) return { kind: "from-zero" };
  const [before, after] = [exactValue(from), exactValue(to)];
  if (before && after) return known(before, after);
  if (isAbove(percent.lower)) return certain(percent, percent.lower.value, 1);
  if (isBelow(percent.upper)) return certain(percent, percent.upper.value, -1);
  return isNear(percent) ? { kind: "steady" } : { kind: "uncertain" };
}

function known(from: Decimal, to: Decimal): Trend {
  const percent = divide(times(minus(to, from), hundred), from, 1, "halfUp");
  return isZero(percent) ? { kind: "steady" } : { kind: "by", percent };
}

function isAbove(bound: Bound): boolean {
  return compare(bound.value, zero) > 0 || (isZero(bound.value) && !bound.closed);
}

function isBelow(bound: Bound | null): bound is Bound {
  return bound !== null && (compare(bound.value, zero) < 0 || (isZero(bound.value) && !bound.closed));
}

/** One number where both ends round to it; otherwise the end that is nearer to no change. */
function certain({ lower, upper }: Interval, nearest: Decimal, sign: 1 | -1): Trend {
  const [low, high] = [lower, upper].map((bound) => bound && divide(bound.value, decimal(1n), 1, "halfUp"));
  if (low && high && compare(low, high) === 0 && !isZero(low)) return { kind: "by", percent: low };
  return {
    kind: "at-least",
    up: sign === 1,
    percent: divide(nearest, decimal(1n), 1, sign === 1 ? "down" : "up"),
  };
}

function isNear({ lower, upper }: Percent): boolean {
  return (
    upper !== null &&
    compare(lower.value, minus(zero, steadyPercent)) >= 0 &&
    compare(upper.value, steadyPercent) <= 0
  );
}
