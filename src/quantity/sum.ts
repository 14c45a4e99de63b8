import { isZero } from "./decimal.ts";
import { isExact, sumIntervals } from "./interval.ts";
import type { Quantity, Scale } from "./quantity.ts";
import { wordInterval } from "./wording.ts";

/** Bounds are added as they were written. A lone term (zeros apart) keeps its own words. */
export function sumQuantities(terms: readonly Quantity[]): Quantity {
  const parts = terms.filter((term) => !isNothing(term));
  const [first = terms[0], ...others] = parts;
  if (first && others.length === 0) return first;
  const { lower, upper } = sumIntervals(parts);
  return wordInterval(lower, upper, { scale: commonScale(parts), unsaid: [] });
}

/** What is known from below only: 480余家 are 超过480次, and a total that lacks a part is at least the others. */
export function loosen({ lower, wording }: Quantity): Quantity {
  return wordInterval(lower, null, { scale: wording.scale, unsaid: [] });
}

function isNothing(quantity: Quantity): boolean {
  return isExact(quantity) && quantity.lower !== null && isZero(quantity.lower.value);
}

/** 万 or 亿 only where every term is written in them, the smaller of the two. */
function commonScale(parts: readonly Quantity[]): Scale {
  const scales = parts.map(({ wording }) => wording.scale);
  return scales.includes("") ? "" : scales.includes("万") ? "万" : (scales[0] ?? "");
}
