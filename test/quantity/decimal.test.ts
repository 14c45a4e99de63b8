import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  type Decimal,
  type Direction,
  decimal,
  decimalText,
  divide,
  isInteger,
  isZero,
  minus,
  parseDecimal,
  plus,
  powerOfTen,
  round,
  times,
} from "../../src/quantity/decimal.ts";
import { big, unit } from "./arbitraries.ts";

const decimals: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -3, max: 9 }))
  .map(([units, scale]) => decimal(units, scale));

describe("text", () => {
  test.each([
    ["0", 0n, 0],
    ["0.00", 0n, 0],
    ["6300", 6300n, 0],
    ["22.770", 2277n, 2],
    ["0.05", 5n, 2],
    ["-1.5", -15n, 1],
    ["9007199254740993", 9007199254740993n, 0],
  ])("%s is normalised", (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  test.each(["", "5.", ".5", "1e3", "1,000", " 1", "+1", "--1", "1.2.3", "０", "0x1", "1\n"])(
    "%j is refused",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );

  test("what is printed is read back as the same", () => {
    fc.assert(
      fc.property(decimals, (a) => {
        expect(parseDecimal(decimalText(a))).toEqual(a);
      }),
    );
  });

  test.each([
    [decimal(5n, 2), "0.05"],
    [decimal(-5n, 1), "-0.5"],
    [decimal(12n, -3), "12000"],
    [powerOfTen(-3), "0.001"],
    [powerOfTen(30), `1${"0".repeat(30)}`],
  ])("no exponent: %#", (value, text) => {
    expect(decimalText(value)).toBe(text);
  });
});

describe("arithmetic is that of whole numbers", () => {
  test("plus, minus, times, compare", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(big(plus(a, b))).toBe(big(a) + big(b));
        expect(big(minus(a, b))).toBe(big(a) - big(b));
        expect(big(times(a, b)) * unit).toBe(big(a) * big(b));
        expect(Math.sign(compare(a, b))).toBe(big(a) < big(b) ? -1 : big(a) > big(b) ? 1 : 0);
        expect(isZero(a)).toBe(big(a) === 0n);
        expect(isInteger(a)).toBe(big(a) % unit === 0n);
      }),
    );
  });

  test("equal values are equal structures", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(plus(a, b)).toEqual(plus(b, a));
      }),
    );
  });

  test("a quotient is within its direction of the true one", () => {
    const nonZero = decimals.filter((b) => b.units !== 0n);
    fc.assert(
      fc.property(decimals, nonZero, fc.nat(4), (a, b, places) => {
        const step = unit / 10n ** BigInt(places);
        /** quotient − true quotient, times |b|, in units of 10^-40. */
        const error = (direction: Direction): bigint => {
          const difference = big(divide(a, b, places, direction)) * big(b) - big(a) * unit;
          return b.units < 0n ? -difference : difference;
        };
        const width = step * (b.units < 0n ? -big(b) : big(b));
        expect(error("down") <= 0n && error("down") > -width).toBe(true);
        expect(error("up") >= 0n && error("up") < width).toBe(true);
        const half = 2n * error("halfUp");
        expect(half <= width && half >= -width).toBe(true);
        expect(divide(a, b, places, "halfUp").scale).toBeLessThanOrEqual(places);
      }),
    );
  });

  test.each([
    ["2.45", "down", "2.4"],
    ["2.45", "halfUp", "2.5"],
    ["2.41", "up", "2.5"],
    ["-2.45", "halfUp", "-2.5"],
    ["-2.41", "down", "-2.5"],
    ["-2.45", "up", "-2.4"],
    ["2.4", "up", "2.4"],
  ] as const)("%s rounded %s is %s", (from, direction, to) => {
    const value = parseDecimal(from);
    expect(value && decimalText(round(value, 1, direction))).toBe(to);
  });
});
