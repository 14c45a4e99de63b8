import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, parseDecimal } from "../../src/quantity/decimal.ts";
import type { Quantity } from "../../src/quantity/quantity.ts";
import { RunningSum } from "../../src/quantity/running-sum.ts";
import { sumQuantities } from "../../src/quantity/sum.ts";
import { kinds, quantities, read } from "./arbitraries.ts";

/** An amount with at most two decimals, as a ledger's fast way gives it. */
const plain = fc
  .tuple(fc.oneof(fc.nat(20), fc.nat(10 ** 12)), fc.constantFrom("", ".5", ".05", ".25"))
  .map(([whole, fraction]) => {
    const digits = `${whole}${fraction}`;
    return { digits, hundredths: whole * 100 + Number((fraction.slice(1) || "0").padEnd(2, "0")) };
  });

type Term = { readonly quantity: Quantity } | { readonly digits: string; readonly hundredths: number };

function summed(terms: readonly Term[]): Quantity {
  const sum = new RunningSum();
  for (const term of terms) {
    if ("quantity" in term) sum.add(term.quantity);
    else sum.addPlain(term.digits, term.hundredths);
  }
  return sum.quantity();
}

describe("a running sum", () => {
  it("is the sum of its terms, whichever way each was added", () => {
    fc.assert(
      fc.property(
        kinds.chain((kind) =>
          fc.array(
            fc.oneof(
              quantities(kind).map((quantity) => ({ quantity })),
              plain,
            ),
            {
              minLength: 1,
              maxLength: 12,
            },
          ),
        ),
        (terms: readonly Term[]) => {
          const whole = terms.map((term) => ("quantity" in term ? term.quantity : read(term.digits)));
          expect(summed(terms)).toEqual(sumQuantities(whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of nothing is zero", () => {
    expect(new RunningSum().quantity()).toEqual(read("0"));
  });

  it("of zeros alone keeps the first one's words", () => {
    expect(summed([{ quantity: read("0.0") }, { quantity: read("0") }]).wording.digits).toBe("0.0");
  });

  it("of a lone plain amount keeps its digits, whatever zeros stand about it", () => {
    const words = (...terms: readonly Term[]): Quantity["wording"] => summed(terms).wording;
    const none = { digits: "0", hundredths: 0 };
    expect(words({ digits: "1.50", hundredths: 150 })).toEqual(read("1.50").wording);
    expect(words(none, { digits: "1.50", hundredths: 150 }, none)).toEqual(read("1.50").wording);
    expect(words({ quantity: read("3.0万") }, none)).toEqual(read("3.0万").wording);
    expect(words({ quantity: read("3万") }, none, { quantity: read("2万") })).toEqual(read("5万").wording);
  });

  it("stays exact where hundredths no longer fit a number", () => {
    const great = { digits: "9999999999999.99", hundredths: 999_999_999_999_999 };
    const terms = Array.from({ length: 40 }, () => great);
    const { lower } = summed(terms);
    expect(lower && decimalText(lower.value)).toBe("399999999999999.6");
  });

  it("can be asked and added to again", () => {
    const sum = new RunningSum();
    sum.addPlain("1.5", 150);
    expect(decimalText(sum.quantity().lower?.value ?? { units: 0n, scale: 0 })).toBe("1.5");
    sum.addPlain("2", 200);
    expect(sum.quantity().lower?.value).toEqual(parseDecimal("3.5"));
    sum.addPlain("0.5", 50);
    expect(sum.quantity().lower?.value).toEqual(parseDecimal("4"));
  });
});
