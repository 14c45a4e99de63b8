import { compare, type Decimal, divide, isZero, minus, plus, times, zero } from "./decimal.ts";
import { contains, exactValue } from "./interval.ts";
import { phrase } from "./phrase.ts";
import type { Quantity } from "./quantity.ts";

/**
 * An exact number in round words that are true of it, with the bounds that the words leave: 6347 by 100 is 6300余,
 * 1187 is 近1200. Approximations, multiples of the step and numbers below it stay as they are.
 */
export function roundQuantity(quantity: Quantity, step: Decimal): Quantity {
  const value = exactValue(quantity);
  if (!value || compare(step, zero) <= 0 || compare(value, step) < 0) return quantity;
  const floor = times(divide(value, step, 0, "down"), step);
  const remainder = minus(value, floor);
  if (isZero(remainder)) return quantity;
  const { scale } = quantity.wording;
  const over = phrase("余", floor, scale);
  const near = phrase("近", plus(floor, step), scale);
  const low = compare(plus(remainder, remainder), step) <= 0;
  const candidates = low ? [over, near] : [near, over];
  return candidates.find((each) => contains(each, value)) ?? phrase("超过", floor, scale);
}
