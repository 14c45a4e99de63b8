import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf, type Trend } from "../../src/quantity/change.ts";
import { changeWords, yearOnYearWords } from "../../src/quantity/change-words.ts";
import { big, cases, exacts, holds, kinds, read, unit } from "./arbitraries.ts";

const said = (from: string, to: string, of = "项"): string => changeWords(changeOf(read(from), read(to)), of);
const yoy = (from: string, to: string, of = "项"): string | null =>
  yearOnYearWords(changeOf(read(from), read(to)), of);

describe("a change in words", () => {
  it.each([
    ["100", "190", "增长90%"],
    ["183", "210", "增长14.8%"],
    ["1187", "1187", "持平"],
    ["0", "0", "持平"],
    ["0", "3", "无法比较：原为0"],
    ["3", "0", "下降100%"],
    ["200", "100", "下降50%"],
    ["10000", "10001", "基本持平"],
    ["5900余", "6300余", "增长至少5%"],
    ["6000余", "6300余", "无法比较：约数有重叠"],
    ["近1200", "1200", "有所增长"],
    ["1200", "近1200", "有所下降"],
    ["近1200", "近1200", "无法比较：约数有重叠"],
    ["6300余", "6300余", "基本持平"],
    ["1000", "超过2000", "增长至少100%"],
    ["3000余", "超过5000", "增长至少25%"],
    ["4400余", "不足1000", "下降至少77.2%"],
    ["不足20", "40", "增长至少100%"],
    ["不足20", "10", "无法比较：约数有重叠"],
    ["超过3000", "5000", "无法比较：约数有重叠"],
    ["超过3000", "2000", "下降至少33.3%"],
    ["1.5万", "3万", "增长100%"],
  ])("from %s to %s: %s", (from, to, words) => {
    expect(said(from, to)).toBe(words);
  });

  it.each([
    ["99.7", "100", "提高0.3个百分点"],
    ["98.8", "92.3", "下降6.5个百分点"],
    ["92.3", "92.3", "持平"],
    ["超过66.6", "100", "无法比较：约数有重叠"],
    ["约90", "约20", "下降至少60个百分点"],
  ])("of rates from %s to %s: %s", (from, to, words) => {
    expect(said(from, to, "%")).toBe(words);
  });

  it.each([
    ["100", "190", "同比增长90%"],
    ["5900余", "6300余", "同比增长至少5%"],
    ["190", "190", "与上年持平"],
    ["6300余", "6300余", "与上年基本持平"],
    ["近1200", "1200", "同比有所增长"],
    ["近1200", "近1200", null],
    ["0", "3", null],
  ])("in a report from %s to %s: %s", (from, to, words) => {
    expect(yoy(from, to)).toBe(words);
  });
});

/** 10^-20 of a percent, rounded down. */
const percentOf = (from: bigint, to: bigint): bigint => ((to - from) * 100n * unit) / from;

/** Whether what is said of a change is true of one that is possible. */
function claimed(trend: Trend, rise: bigint, slack: bigint): boolean {
  const size = rise < 0n ? -rise : rise;
  switch (trend.kind) {
    case "equal":
      return rise === 0n;
    case "steady":
      return size <= 5n * unit + slack;
    case "by":
      return (
        rise - big(trend.percent) <= unit / 20n + slack && big(trend.percent) - rise <= unit / 20n + slack
      );
    case "at-least":
      return trend.up
        ? rise >= 0n && rise + slack >= big(trend.percent)
        : rise <= 0n && rise - slack <= big(trend.percent);
    default:
      return true;
  }
}

describe("a change", () => {
  it("holds for every amount that the two leave possible", () => {
    fc.assert(
      fc.property(
        kinds.chain((kind) => fc.tuple(cases(kind), cases(kind))),
        ([from, to]) => {
          const { difference, percent, trend } = changeOf(from.quantity, to.quantity);
          expect(holds(difference, to.witness - from.witness)).toBe(true);
          if (from.witness === 0n) return;
          const rise = percentOf(from.witness, to.witness);
          const slack = unit / 10n ** 15n;
          if (percent?.lower) expect(big(percent.lower.value)).toBeLessThanOrEqual(rise + slack);
          if (percent?.upper) expect(big(percent.upper.value)).toBeGreaterThanOrEqual(rise - slack);
          expect(claimed(trend, rise, slack)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("of exact amounts is known, unless there was nothing before", () => {
    fc.assert(
      fc.property(exacts("measure"), exacts("measure"), (from, to) => {
        const { trend } = changeOf(from, to);
        expect(["equal", "by", "steady", "from-zero"]).toContain(trend.kind);
      }),
    );
  });

  it("is the opposite way round when the years are exchanged", () => {
    fc.assert(
      fc.property(cases("count"), cases("count"), ({ quantity: a }, { quantity: b }) => {
        const [there, back] = [changeOf(a, b).trend, changeOf(b, a).trend];
        if (there.kind === "equal") expect(back.kind).toBe("equal");
        if (there.kind === "at-least" && back.kind === "at-least") expect(back.up).toBe(!there.up);
      }),
    );
  });
});
