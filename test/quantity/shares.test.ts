import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compare,
  decimal,
  decimalText,
  isZero,
  minus,
  plus,
  times,
  zero,
} from "../../src/quantity/decimal.ts";
import { sharesOf } from "../../src/quantity/shares.ts";

const texts = (...parts: readonly number[]): readonly string[] | undefined =>
  sharesOf(parts.map((part) => decimal(BigInt(part))))?.percents.map(decimalText);

describe("shares of a whole", () => {
  it("add up to 100, none shown as nothing that is something, none off by a unit of its last place", () => {
    const part = fc.tuple(fc.bigInt(0n, 10n ** 6n), fc.integer({ min: 0, max: 2 }));
    const list = fc
      .array(part, { minLength: 2, maxLength: 8 })
      .filter((all) => all.some(([units]) => units > 0n));
    fc.assert(
      fc.property(list, (all) => {
        const parts = all.map(([units, scale]) => decimal(units, scale));
        const shares = sharesOf(parts);
        if (!shares) return;
        const whole = parts.reduce(plus, zero);
        expect(decimalText(shares.percents.reduce(plus, zero))).toBe("100");
        for (const [index, percent] of shares.percents.entries()) {
          const amount = parts[index] ?? zero;
          expect(isZero(percent)).toBe(isZero(amount));
          const off = minus(times(percent, whole), times(amount, decimal(100n)));
          const tenth = times(whole, decimal(1n, 1));
          expect(compare(off, tenth) < 0 && compare(off, minus(zero, tenth)) > 0).toBe(true);
        }
      }),
    );
  });

  it("say whether they are exact, rounded, or adjusted", () => {
    const precision = (...parts: readonly number[]): string | undefined =>
      sharesOf(parts.map((part) => decimal(BigInt(part))))?.precision;
    expect(precision(1, 1)).toBe("exact");
    expect(precision(1, 2)).toBe("rounded");
    expect(precision(1, 1, 1)).toBe("adjusted");
  });

  it("give what rounding leaves to those that lost most, the first of equals", () => {
    expect(texts(1, 1, 1)).toEqual(["33.4", "33.3", "33.3"]);
    expect(texts(503, 302, 195)).toEqual(["50.3", "30.2", "19.5"]);
    expect(texts(1, 99_999)).toEqual(["0.001", "99.999"]);
    // 71.42… and 28.57…: what is left goes to the smaller part, which lost more.
    expect(texts(5, 2)).toEqual(["71.4", "28.6"]);
    expect(texts(1, 1, 1, 1, 1, 1)).toEqual(["16.7", "16.7", "16.7", "16.7", "16.6", "16.6"]);
    expect(texts(1, 999_999)).toEqual(["0.0001", "99.9999"]);
    expect(texts(1, 9_999_999)).toBeUndefined();
  });
});
