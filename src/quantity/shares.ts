import {
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  minus,
  plus,
  powerOfTen,
  times,
  zero,
} from "./decimal.ts";

export interface Shares {
  /** In percent, in the order of the parts; they add up to 100. */
  readonly percents: readonly Decimal[];
  /** `exact`: each is the true share; `rounded`: each is the nearest; `adjusted`: some are not, so that they add up. */
  readonly precision: "exact" | "rounded" | "adjusted";
}

const hundred: Decimal = decimal(100n);
const mostDecimals = 4;

/**
 * The shares of parts that add up to a whole greater than 0, by the largest remainder. As many decimals as it takes
 * for no part to be shown as none, or as all; null where four do not do.
 */
export function sharesOf(parts: readonly Decimal[]): Shares | null {
  const whole = parts.reduce(plus, zero);
  for (let decimals = 1; decimals <= mostDecimals; decimals++) {
    const percents = byLargestRemainder(parts, whole, decimals);
    const hidden = percents.some((percent, index) => isZero(percent) && !isZero(parts[index] ?? zero));
    if (!hidden) return { percents, precision: precisionOf(percents, parts, whole, decimals) };
  }
  return null;
}

/** All rounded down; what is missing goes to those that lost most, to the first of two that lost the same. */
function byLargestRemainder(parts: readonly Decimal[], whole: Decimal, decimals: number): readonly Decimal[] {
  const step = powerOfTen(-decimals);
  const down = parts.map((part) => divide(times(part, hundred), whole, decimals, "down"));
  const lost = parts.map((part, index) => minus(times(part, hundred), times(down[index] ?? zero, whole)));
  const missing = Number(divide(minus(hundred, down.reduce(plus, zero)), step, 0, "halfUp").units);
  const raised = new Set(
    [...parts.keys()].toSorted((a, b) => compare(lost[b] ?? zero, lost[a] ?? zero)).slice(0, missing),
  );
  return down.map((percent, index) => (raised.has(index) ? plus(percent, step) : percent));
}

function precisionOf(
  percents: readonly Decimal[],
  parts: readonly Decimal[],
  whole: Decimal,
  decimals: number,
): Shares["precision"] {
  const all = (test: (percent: Decimal, hundredfold: Decimal) => boolean): boolean =>
    percents.every((percent, index) => test(percent, times(parts[index] ?? zero, hundred)));
  if (all((percent, hundredfold) => compare(times(percent, whole), hundredfold) === 0)) return "exact";
  return all((percent, hundredfold) => compare(percent, divide(hundredfold, whole, decimals, "halfUp")) === 0)
    ? "rounded"
    : "adjusted";
}
