import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatFigure, formatNumber } from "../../src/quantity/format.ts";
import { containsInterval } from "../../src/quantity/interval.ts";
import type { Bound } from "../../src/quantity/quantity.ts";
import { loosen, sumQuantities } from "../../src/quantity/sum.ts";
import { wordInterval } from "../../src/quantity/wording.ts";
import { cases, holds, kinds, quantities, read, unit } from "./arbitraries.ts";

function sumOf(...texts: readonly string[]): string {
  return formatNumber(sumQuantities(texts.map((text) => read(text))));
}

describe("the words of a sum", () => {
  test.each([
    [["3000余", "4400余"], "超过7400"],
    [["3000", "4400"], "7400"],
    [["0.1", "0.2"], "0.3"],
    [["9007199254740993", "1"], "9007199254740994"],
    [["300余", "3000"], "3300余"],
    [["3000余", "500"], "超过3500"],
    [["近600", "500"], "近1100"],
    [["近1200", "300"], "1400余"],
    [["近1000", "近1000"], "不足2000"],
    [["约10", "30"], "约40"],
    [["约500", "20"], "至少470"],
    [["约500", "1000"], "约1500"],
    [["至少3000", "4400余"], "超过7400"],
    [["3000以上", "400"], "至少3400"],
    [["不足20", "不足30"], "不足50"],
    [["不足20", "30"], "至少30"],
    [["1.2万余", "3万"], "4.2万余"],
    [["1.2万余", "3万余"], "超过4.2万"],
    [["1.2万余", "300"], "超过12300"],
    [["3亿", "1.2万"], "30001.2万"],
    [["3亿余", "2亿"], "5亿余"],
    [["0", "0"], "0"],
    [[], "0"],
  ])("%j: %s", (texts, expected) => {
    expect(sumOf(...texts)).toBe(expected);
  });

  test("of one term are its own, zeros apart", () => {
    for (const text of ["近1200", "500左右", "1600多", "650余万", "1.50", "超3000", "3000以上"]) {
      expect([sumOf(text), sumOf("0", text), sumOf(text, "0")]).toEqual([text, text, text]);
    }
  });

  test("inspections of 2022: premises visited are a lower bound of visits", () => {
    const terms = [loosen(read("480余")), ...["1900余", "900余", "180", "200余"].map((text) => read(text))];
    expect(formatFigure(sumQuantities(terms), "次")).toBe("超过3660次");
  });

  test.each([
    ["480余", "超过480"],
    ["24", "至少24"],
    ["近1200", "超过1100"],
    ["约500", "至少450"],
    ["不足20", "至少0"],
    ["0", "至少0"],
    ["1.2万余", "超过1.2万"],
  ])("%s known from below only is %s", (text, expected) => {
    expect(formatNumber(loosen(read(text)))).toBe(expected);
    expect(loosen(read(text)).upper).toBeNull();
  });
});

describe("words for bounds of any kind", () => {
  const bound = (text: string, closed: boolean): Bound | null => {
    const { lower } = read(text);
    return lower && { ...lower, closed };
  };
  test.each([
    [bound("7400", true), bound("7400", true), "7400"],
    [bound("7400", false), bound("7500", false), "7400余"],
    [bound("7400", false), bound("7450", true), "7400余"],
    [bound("7400", false), bound("7500", true), "超过7400"],
    [bound("7400", true), bound("7500", false), "至少7400"],
    [bound("450", true), bound("550", true), "约500"],
    [bound("450", true), bound("551", true), "至少450"],
    [bound("0", true), bound("20", false), "不足20"],
    [null, bound("20", false), "不足20"],
    [bound("0", false), bound("1000", false), "近1000"],
    [bound("0", false), bound("1500", false), "不足1500"],
    [bound("0", true), bound("20", true), "至少0"],
    [bound("0", false), null, "超过0"],
    [null, null, "至少0"],
  ])("%#", (lower, upper, expected) => {
    const quantity = wordInterval(lower, upper);
    expect(formatNumber(quantity)).toBe(expected);
    expect(quantity).toMatchObject({ lower, upper });
  });
});

const lists = kinds.chain((kind) =>
  fc.record({ kind: fc.constant(kind), terms: fc.array(cases(kind), { minLength: 1, maxLength: 5 }) }),
);

describe("laws", () => {
  test("the printed phrase of a sum contains every possible sum", () => {
    fc.assert(
      fc.property(lists, fc.boolean(), ({ kind, terms }, loose) => {
        const list = terms.map(({ quantity }, index) => (loose && index === 0 ? loosen(quantity) : quantity));
        const sum = sumQuantities(list);
        const total = terms.reduce((all, { witness }) => all + witness, 0n);
        const printed = read(formatFigure(sum, "人"), "人", kind);
        expect(holds(sum, total)).toBe(true);
        expect(holds(printed, total)).toBe(true);
        expect(containsInterval(printed, sum)).toBe(true);
        if (loose) expect(holds(printed, total + 1000n * unit)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("a sum is exact where its terms are, and only there", () => {
    fc.assert(
      fc.property(lists, ({ terms }) => {
        const exact = terms.every(({ quantity }) => quantity.wording.mark === "");
        expect(sumQuantities(terms.map(({ quantity }) => quantity)).wording.mark === "").toBe(exact);
      }),
    );
  });

  test("neither order nor grouping matters", () => {
    const lone = (quantity: {
      readonly wording: { readonly mark: string; readonly digits: string };
    }): boolean => /^[0.]+$/.test(quantity.wording.digits) && quantity.wording.mark === "";
    fc.assert(
      fc.property(fc.array(quantities("measure"), { minLength: 2, maxLength: 6 }), fc.nat(), (all, seed) => {
        const list = all.filter((each) => !lone(each));
        const cut = list.length === 0 ? 0 : seed % list.length;
        const [head, tail] = [list.slice(0, cut), list.slice(cut)];
        const sum = sumQuantities(list);
        expect(sumQuantities([...list].reverse())).toEqual(sum);
        expect(sumQuantities([...tail, ...head])).toEqual(sum);
        expect(sumQuantities([sumQuantities(head), sumQuantities(tail)])).toEqual(sum);
      }),
      { numRuns: 1000 },
    );
  });

  test("widening a term never narrows the sum", () => {
    const open = fc.array(quantities("measure"), { maxLength: 4 });
    fc.assert(
      fc.property(open, quantities("measure"), quantities("measure"), (others, a, b) => {
        const wide = containsInterval(a, b) ? a : containsInterval(b, a) ? b : loosen(a);
        const narrow = wide === b ? a : containsInterval(a, b) ? b : a;
        const [wider, narrower] = [sumQuantities([wide, ...others]), sumQuantities([narrow, ...others])];
        expect(containsInterval(wider, narrower)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
