import {
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  minus,
  parseDecimal,
  plus,
  powerOfTen,
  times,
  zero,
} from "./decimal.ts";
import { exactly, exactValue, type Interval } from "./interval.ts";
import { phrase } from "./phrase.ts";
import type { Bound, Quantity } from "./quantity.ts";
import { wordInterval } from "./wording.ts";

export interface RateOptions {
  /** The part lies within the whole, so the rate is at most 100. */
  readonly partAtMostWhole: boolean;
  readonly decimals: number;
  /** The part is the whole: exactly 100, whatever the two are. */
  readonly same: boolean;
}

const hundred: Decimal = decimal(100n);

/** A part of a whole, in percent. Null: the whole may be zero. */
export function rateOf(part: Quantity, whole: Quantity, options: RateOptions): Quantity | null {
  if (mayBeZero(whole)) return null;
  if (options.same) return phrase("", hundred, "");
  const [exactPart, exactWhole] = [exactValue(part), exactValue(whole)];
  if (exactPart && exactWhole) return rateOfExact(exactPart, exactWhole, options.decimals);
  const lower = lowest(part.lower, whole.upper, options.decimals);
  const upper = highest(part.upper, whole.lower, options.decimals);
  const { lower: from, upper: to } = options.partAtMostWhole ? capped({ lower, upper }) : { lower, upper };
  return wordInterval(from, to, { scale: "", unsaid: ["余", "近"] });
}

function mayBeZero({ lower }: Interval): boolean {
  return !lower || compare(lower.value, zero) < 0 || (isZero(lower.value) && lower.closed);
}

/** Written rounded; the bounds are those that the true rate lies between, so that the rounding is no claim. */
function rateOfExact(part: Decimal, whole: Decimal, decimals: number): Quantity {
  const written = phrase("", exactRate(part, whole, decimals), "");
  const hundredfold = times(part, hundred);
  const below = divide(hundredfold, whole, decimals, "down");
  if (compare(times(below, whole), hundredfold) === 0) return written;
  const above = divide(hundredfold, whole, decimals, "up");
  return {
    lower: { value: below, closed: false },
    upper: { value: above, closed: false },
    wording: written.wording,
  };
}

/** What a rate says as it is printed: that of two exact numbers is written rounded, and is copied so. */
export function printedRate({ lower, upper, wording }: Quantity): Interval {
  const printed = wording.mark === "" ? parseDecimal(wording.digits) : null;
  return printed ? exactly(printed) : { lower, upper };
}

/** Rounded half up, but what is not quite all or none is not shown as 100 or 0. */
function exactRate(part: Decimal, whole: Decimal, decimals: number): Decimal {
  const hundredfold = times(part, hundred);
  const rounded = divide(hundredfold, whole, decimals, "halfUp");
  const order = compare(hundredfold, times(rounded, whole));
  if (order === 0 || !(isZero(rounded) || compare(rounded, hundred) === 0)) return rounded;
  const step = powerOfTen(-decimals);
  return order > 0 ? plus(rounded, step) : minus(rounded, step);
}

/** Rounded down; where that changes it, every rate is greater. */
function lowest(part: Bound | null, whole: Bound | null, decimals: number): Bound {
  if (!part || isZero(part.value)) return { value: zero, closed: part?.closed ?? true };
  if (!whole) return { value: zero, closed: false };
  return share(part, whole, decimals, "down");
}

/** Rounded up; where that changes it, every rate is less. */
function highest(part: Bound | null, whole: Bound | null, decimals: number): Bound | null {
  if (part && isZero(part.value)) return exactly(zero).upper;
  return part && whole && !isZero(whole.value) ? share(part, whole, decimals, "up") : null;
}

function share(part: Bound, whole: Bound, decimals: number, direction: "down" | "up"): Bound {
  const hundredfold = times(part.value, hundred);
  const value = divide(hundredfold, whole.value, decimals, direction);
  const precise = compare(times(value, whole.value), hundredfold) === 0;
  return { value, closed: precise && part.closed && whole.closed };
}

/** A rate that is above 100 from the start contradicts the cap and is left to the checks of relations. */
function capped({ lower, upper }: { readonly lower: Bound; readonly upper: Bound | null }): Interval {
  const room = compare(lower.value, hundred);
  if (room > 0 || (room === 0 && !lower.closed)) return { lower, upper };
  return upper && compare(upper.value, hundred) <= 0
    ? { lower, upper }
    : { lower, upper: { value: hundred, closed: true } };
}
