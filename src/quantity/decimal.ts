/** units × 10^-scale, scale ≥ 0, with no trailing zero in the fraction: equal values are equal structures. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

export type Direction = "down" | "halfUp" | "up";

/** The exponent may be negative: decimal(15n, -3) is 15000. */
export function decimal(units: bigint, scale = 0): Decimal {
  if (scale < 0) return { units: units * 10n ** BigInt(-scale), scale: 0 };
  let [rest, left] = [units, scale];
  while (left > 0 && rest % 10n === 0n) {
    rest /= 10n;
    left -= 1;
  }
  return { units: rest, scale: left };
}

export const zero: Decimal = decimal(0n);
export const one: Decimal = decimal(1n);

/** Plain digits only: no exponent, no separator, no "5." or ".5". */
export function parseDecimal(text: string): Decimal | null {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const units = BigInt(whole + fraction);
  return decimal(sign ? -units : units, fraction.length);
}

export function decimalText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  return `${units < 0n ? "-" : ""}${whole}${fraction && `.${fraction}`}`;
}

export function powerOfTen(exponent: number): Decimal {
  return decimal(1n, -exponent);
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return decimal(unitsAt(a, scale) + unitsAt(b, scale), scale);
}

export function minus(a: Decimal, b: Decimal): Decimal {
  return plus(a, { units: -b.units, scale: b.scale });
}

export function times(a: Decimal, b: Decimal): Decimal {
  return decimal(a.units * b.units, a.scale + b.scale);
}

/** Negative, zero or positive, as a sort function wants it. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [one, other] = [unitsAt(a, scale), unitsAt(b, scale)];
  return one < other ? -1 : one > other ? 1 : 0;
}

export function isZero(a: Decimal): boolean {
  return a.units === 0n;
}

export function isInteger(a: Decimal): boolean {
  return a.scale === 0;
}

/** Down and up go towards the infinities, a half goes away from zero. */
export function divide(a: Decimal, b: Decimal, decimals: number, direction: Direction): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const sign = b.units < 0n ? -1n : 1n;
  const dividend = sign * unitsAt(a, scale) * 10n ** BigInt(decimals);
  return decimal(quotient(dividend, sign * unitsAt(b, scale), direction), decimals);
}

export function round(a: Decimal, decimals: number, direction: Direction): Decimal {
  return divide(a, one, decimals, direction);
}

function quotient(dividend: bigint, divisor: bigint, direction: Direction): bigint {
  if (direction === "down") return floor(dividend, divisor);
  if (direction === "up") return -floor(-dividend, divisor);
  const half = floor(2n * (dividend < 0n ? -dividend : dividend) + divisor, 2n * divisor);
  return dividend < 0n ? -half : half;
}

function floor(dividend: bigint, divisor: bigint): bigint {
  const truncated = dividend / divisor;
  return dividend < 0n && truncated * divisor !== dividend ? truncated - 1n : truncated;
}

function unitsAt(a: Decimal, scale: number): bigint {
  return scale === a.scale ? a.units : a.units * 10n ** BigInt(scale - a.scale);
}
