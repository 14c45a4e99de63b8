import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDecimal } from "../../src/quantity/decimal.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import type { Bound } from "../../src/quantity/quantity.ts";
import { type RateOptions, rateOf } from "../../src/quantity/rate.ts";
import { big, type Case, cases, exacts, holds, kinds, read, unit } from "./arbitraries.ts";

const usual: RateOptions = { partAtMostWhole: false, decimals: 1, same: false };

function rate(part: string, whole: string, options: Partial<RateOptions> = {}): string | null {
  const quantity = rateOf(read(part), read(whole), { ...usual, ...options });
  return quantity && formatFigure(quantity, "%");
}

describe("the words of a rate", () => {
  test.each([
    ["12", "13", "92.3%"],
    ["1", "8", "12.5%"],
    ["1", "16", "6.3%"],
    ["13", "13", "100%"],
    ["0", "13", "0%"],
    ["9999", "10000", "99.9%"],
    ["1", "10000", "0.1%"],
    ["10001", "10000", "100.1%"],
    ["27", "26", "103.8%"],
    ["6300余", "6500", "超过96.9%"],
    ["至少30", "40", "至少75%"],
    ["30", "至少40", "超过0%"],
    ["30余", "至少40", "不足100%"],
    ["约500", "1000", "约50%"],
    ["不足20", "40", "不足50%"],
    ["0", "40余", "0%"],
    ["30", "近100", "超过30%"],
    ["近1000", "1000", "不足100%"],
    ["600余", "1000", "超过60%"],
  ] as const)("%s of %s: %s", (part, whole, expected) => {
    expect(rate(part, whole)).toBe(expected);
  });

  test("decimals as asked", () => {
    expect(rate("103840", "100000", { decimals: 2 })).toBe("103.84%");
    expect(rate("2", "3", { decimals: 0 })).toBe("67%");
  });

  test("the same thing is all of it, also where it is approximate", () => {
    expect(rate("近1200", "近1200", { same: true })).toBe("100%");
    expect(rate("近1200", "近1200")).toBe("超过91.6%");
  });

  test("a whole that may be zero gives none", () => {
    expect([rate("0", "0"), rate("5", "不足20"), rate("0", "0", { same: true })]).toEqual([null, null, null]);
    expect(rate("5", "近100")).not.toBeNull();
  });

  test("a part of the whole is at most all of it", () => {
    const upper = (part: string, whole: string): Bound | null =>
      rateOf(read(part), read(whole), { ...usual, partAtMostWhole: true })?.upper ?? null;
    expect(upper("近1200", "近1200")).toEqual(read("100").upper);
    expect(upper("至少30", "40")).toEqual(read("100").upper);
    expect(upper("500余", "1000")).toEqual({ ...read("60").upper, closed: false });
    expect(upper("5", "近10")).toEqual(read("100").upper);
    expect(rate("1000", "约1000", { partAtMostWhole: true })).toBe("超过66.6%");
  });

  test("a part above the whole is left to be seen", () => {
    const capped = (part: string): boolean => {
      const options = { ...usual, partAtMostWhole: true };
      return rateOf(read(part), read("100"), options)?.upper?.value.units === 100n;
    };
    expect(rate("500余", "100", { partAtMostWhole: true })).toBe("超过500%");
    expect([capped("500余"), capped("100余"), capped("至少100")]).toEqual([false, false, true]);
  });
});

/** The bound times the whole against a hundred parts, with no division: all in units of 10^-40. */
function encloses(
  quantity: { readonly lower: Bound | null; readonly upper: Bound | null },
  part: Pick<Case, "witness">,
  whole: Pick<Case, "witness">,
) {
  const times = (bound: Bound | null): Bound | null =>
    bound && { ...bound, value: { units: big(bound.value) * whole.witness, scale: 20 } };
  return holds({ lower: times(quantity.lower), upper: times(quantity.upper) }, 100n * part.witness * unit);
}

describe("laws", () => {
  const pairs = kinds.chain((kind) => fc.tuple(cases(kind), cases(kind)));
  const places = fc.nat(3);

  test("the printed interval contains the rate of every possible pair", () => {
    fc.assert(
      fc.property(pairs, places, fc.boolean(), ([part, whole], decimals, partAtMostWhole) => {
        fc.pre(whole.witness > 0n && !(partAtMostWhole && part.witness > whole.witness));
        const exact = part.quantity.wording.mark === "" && whole.quantity.wording.mark === "";
        const quantity = rateOf(part.quantity, whole.quantity, { partAtMostWhole, decimals, same: false });
        fc.pre(quantity !== null && !exact);
        if (!quantity) return;
        expect(encloses(quantity, part, whole)).toBe(true);
        expect(encloses(read(formatFigure(quantity, "%"), "%"), part, whole)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("an exact rate is off by at most half a step, or a step beside 0 and 100, which are never approximate", () => {
    fc.assert(
      fc.property(exacts("measure"), exacts("measure"), places, (part, whole, decimals) => {
        const [p, w] = [
          big(part.lower?.value ?? { units: 0n, scale: 0 }),
          big(whole.lower?.value ?? { units: 0n, scale: 0 }),
        ];
        fc.pre(w > 0n);
        const quantity = rateOf(part, whole, { ...usual, decimals });
        const shown = quantity && parseDecimal(quantity.wording.digits);
        if (!quantity || !shown) throw new Error("no rate");
        const rated = big(shown);
        expect(encloses(quantity, { witness: p }, { witness: w })).toBe(true);
        const error = rated * w - 100n * p * unit;
        const step = (unit / 10n ** BigInt(decimals)) * w;
        const beside =
          rated * 10n ** BigInt(decimals) === unit ||
          [-1n, 1n].some((way) => rated * w + way * step === 100n * unit * w);
        const allowed = beside ? step : step / 2n;
        expect(error <= allowed && error >= -allowed).toBe(true);
        expect(rated === 0n).toBe(p === 0n);
        expect(rated === 100n * unit).toBe(p === w);
      }),
      { numRuns: 2000 },
    );
  });
});
