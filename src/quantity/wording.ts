import { type Decimal, isZero, zero } from "./decimal.ts";
import { containsInterval, type Interval, isExact, midpoint, sameInterval } from "./interval.ts";
import { isEmptyOfZero, phrase } from "./phrase.ts";
import type { Bound, Mark, Quantity, Scale } from "./quantity.ts";

export interface Manner {
  /** The words count in 万 or 亿. */
  readonly scale: Scale;
  /** Marks that do not suit the unit: nobody says 63余%. */
  readonly unsaid: readonly Mark[];
}

const plain: Manner = { scale: "", unsaid: [] };

/**
 * Words for a computed interval. They never exclude a value of it; they may allow more than it does, for no phrase
 * says 超过7400 and 不足8500 at once. First a phrase that says precisely the interval (余, 近, 约), then L余 around
 * it, then 超过L or 至少L. Where nothing is known from below, 不足U, and at the very last 至少0.
 */
export function wordInterval(lower: Bound | null, upper: Bound | null, manner: Manner = plain): Quantity {
  const least = lower ?? { value: zero, closed: true };
  const { wording } = choose(least, upper, manner);
  return { lower, upper, wording };
}

function choose(lower: Bound, upper: Bound | null, manner: Manner): Quantity {
  const interval: Interval = { lower, upper };
  const say = (mark: Mark, value: Decimal): readonly Quantity[] => sayable(mark, value, manner);
  if (isExact(interval)) return phrase("", lower.value, manner.scale);
  const over = say("余", lower.value);
  const precise = upper
    ? [...over, ...say("近", upper.value), ...say("约", midpoint(lower.value, upper.value))]
    : [];
  const below = upper && isZero(lower.value) ? say("不足", upper.value) : [];
  const loose = [...over, ...below, ...say("超过", lower.value)];
  return (
    precise.find((each) => sameInterval(each, interval)) ??
    loose.find((each) => containsInterval(each, interval)) ??
    phrase("至少", lower.value, manner.scale)
  );
}

function sayable(mark: Mark, value: Decimal, { scale, unsaid }: Manner): readonly Quantity[] {
  return unsaid.includes(mark) || isEmptyOfZero(mark, value) ? [] : [phrase(mark, value, scale)];
}
