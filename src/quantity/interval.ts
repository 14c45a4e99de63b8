import { compare, type Decimal, decimal, isInteger, minus, one, plus, round } from "./decimal.ts";
import type { Bound, Quantity } from "./quantity.ts";

/** The amounts that are possible. Intervals are never empty, except where a function says so. */
export type Interval = Pick<Quantity, "lower" | "upper">;

export function exactly(value: Decimal): Interval {
  return { lower: { value, closed: true }, upper: { value, closed: true } };
}

/** The only amount that is possible, or null. Equal bounds are closed, since no interval is empty. */
export function exactValue({ lower, upper }: Interval): Decimal | null {
  return lower && upper && compare(lower.value, upper.value) === 0 ? lower.value : null;
}

export function isExact(interval: Interval): boolean {
  return exactValue(interval) !== null;
}

export function addIntervals(a: Interval, b: Interval): Interval {
  return { lower: addBounds(a.lower, b.lower), upper: addBounds(a.upper, b.upper) };
}

function addBounds(a: Bound | null, b: Bound | null): Bound | null {
  return a && b && { value: plus(a.value, b.value), closed: a.closed && b.closed };
}

export function contains(interval: Interval, value: Decimal): boolean {
  return containsInterval(interval, exactly(value));
}

export function containsInterval(outer: Interval, inner: Interval): boolean {
  return reaches(outer.lower, inner.lower, -1) && reaches(outer.upper, inner.upper, 1);
}

/** Whether the outer bound lies at or beyond the inner one, in the direction -1 (lower) or 1 (upper). */
function reaches(outer: Bound | null, inner: Bound | null, direction: -1 | 1): boolean {
  if (!outer) return true;
  if (!inner) return false;
  const order = compare(outer.value, inner.value) * direction;
  return order > 0 || (order === 0 && (outer.closed || !inner.closed));
}

export function sameInterval(a: Interval, b: Interval): boolean {
  return containsInterval(a, b) && containsInterval(b, a);
}

/** Every value of a is greater than every value of b. */
export function certainlyGreater(a: Interval, b: Interval): boolean {
  if (!a.lower || !b.upper) return false;
  const order = compare(a.lower.value, b.upper.value);
  return order > 0 || (order === 0 && !(a.lower.closed && b.upper.closed));
}

/** Some value of a is greater than some value of b. */
export function possiblyGreater(a: Interval, b: Interval): boolean {
  return !a.upper || !b.lower || compare(a.upper.value, b.lower.value) > 0;
}

/** No value is in both. */
export function disjoint(a: Interval, b: Interval): boolean {
  return certainlyGreater(a, b) || certainlyGreater(b, a);
}

/** For whole things: > 6300 is ≥ 6301, < 6400 is ≤ 6399. The wording of a quantity stays. */
export function closeForCount<T extends Interval>(interval: T): T {
  const lower = interval.lower && { value: leastWhole(interval.lower), closed: true };
  const upper = interval.upper && { value: greatestWhole(interval.upper), closed: true };
  return { ...interval, lower, upper };
}

function leastWhole({ value, closed }: Bound): Decimal {
  return isInteger(value) && !closed ? plus(value, one) : round(value, 0, "up");
}

function greatestWhole({ value, closed }: Bound): Decimal {
  return isInteger(value) && !closed ? minus(value, one) : round(value, 0, "down");
}

/** Halfway between two bounds, exactly. */
export function midpoint(a: Decimal, b: Decimal): Decimal {
  const { units, scale } = plus(a, b);
  return decimal(units * 5n, scale + 1);
}
