import type { Quantity } from "./quantity.ts";
import { RunningSum } from "./running-sum.ts";
import { wordInterval } from "./wording.ts";

/** Bounds are added as they were written. A lone term (zeros apart) keeps its own words. */
export function sumQuantities(terms: readonly Quantity[]): Quantity {
  const sum = new RunningSum();
  for (const term of terms) sum.add(term);
  return sum.quantity();
}

/** What is known from below only: 480余家 are 超过480次, and a total that lacks a part is at least the others. */
export function loosen({ lower, wording }: Quantity): Quantity {
  return wordInterval(lower, null, { scale: wording.scale, unsaid: [] });
}
