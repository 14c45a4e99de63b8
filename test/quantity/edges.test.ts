import { describe, expect, it } from "vitest";
import { changeOf } from "../../src/quantity/change.ts";
import { changeWords, yearOnYearWords } from "../../src/quantity/change-words.ts";
import { decimalText, parseDecimal } from "../../src/quantity/decimal.ts";
import { certainlyGreater, disjoint, type Interval, possiblyGreater } from "../../src/quantity/interval.ts";
import type { Bound, Quantity } from "../../src/quantity/quantity.ts";
import { printedRate, rateOf } from "../../src/quantity/rate.ts";
import { read } from "./arbitraries.ts";

/** `[90`, `(33.3`: a bound that is possible, or is not. */
function bound(text: string | null): Bound | null {
  const value = text === null ? null : parseDecimal(text.slice(1));
  return value && { value, closed: text?.[0] === "[" };
}

function between(lower: string | null, upper: string | null): Quantity {
  return { lower: bound(lower), upper: bound(upper), wording: read("1").wording };
}

const shown = ({ lower, upper }: Interval): readonly (string | null)[] =>
  [lower, upper].map((each) => each && `${each.closed ? "[" : "("}${decimalText(each.value)}`);

describe("the bounds of a change", () => {
  it.each([
    ["100", "190", ["[90", "[90"], ["[90", "[90"]],
    ["300", "400", ["[100", "[100"], ["(33.3333", "(33.3334"]],
    ["300余", "480", ["(80", "(180"], ["(20", "(60"]],
    ["300", "480余", ["(180", "(190"], ["(60", "(63.3334"]],
    ["约500", "约500", ["[-100", "[100"], ["(-18.1819", "(22.2223"]],
    ["约500", "1100", ["[550", "[650"], ["[100", "(144.4445"]],
    ["超过3000", "5000", [null, "(2000"], ["(-100", "(66.6667"]],
    ["不足20", "40", ["(20", "[40"], ["(100", null]],
  ])("from %s to %s", (from, to, difference, percent) => {
    const change = changeOf(read(from), read(to));
    expect(shown(change.difference)).toEqual(difference);
    expect(change.percent && shown(change.percent)).toEqual(percent);
  });

  it("are not there in percent where there was nothing before", () => {
    expect(changeOf(read("0"), read("5")).percent).toBeNull();
  });
});

describe("the trend of a change", () => {
  it.each([
    ["100000", "112310余", "增长12.3%"],
    ["100000", "112350余", "增长12.4%"],
    ["100000", "100010余", "有所增长"],
    ["112310余", "100000", "下降11%"],
    ["100010余", "100000", "有所下降"],
    ["约500", "550", "无法比较：约数有重叠"],
    ["550", "约500", "无法比较：约数有重叠"],
    ["1000", "1125.5", "增长12.6%"],
    ["1000", "超过1000", "有所增长"],
  ])("from %s to %s: %s", (from, to, words) => {
    expect(changeWords(changeOf(read(from), read(to)), "项")).toBe(words);
  });

  it.each([
    ["[950", "[1050", "steady"],
    ["(949", "[1050", "uncertain"],
    ["[950", "(1051", "uncertain"],
    [null, "[1050", "uncertain"],
    ["[950", null, "uncertain"],
    ["[1000", "[1000", "equal"],
    ["[1000", "[1040", "steady"],
    ["[960", "[1000", "steady"],
  ])("from 1000 to %s, %s is %s", (lower, upper, kind) => {
    expect(changeOf(read("1000"), between(lower, upper)).trend).toEqual({ kind });
  });
});

describe("the difference of rates", () => {
  it.each([
    ["[50", "[50", "持平", "与上年持平"],
    ["[50", "[50.4", "基本持平", null],
    ["[50", "[50.5", "无法比较：约数有重叠", null],
    ["[49.6", "[50", "基本持平", null],
    ["[49.8", "[50.2", "基本持平", null],
    ["(51.25", "(51.31", "提高至少1.2个百分点", "同比提高至少1.2个百分点"],
    ["(48.69", "(48.75", "下降至少1.2个百分点", "同比下降至少1.2个百分点"],
    ["[51.25", "[51.25", "提高1.25个百分点", "同比提高1.25个百分点"],
    ["[51", null, "无法比较：约数有重叠", null],
  ])("from 50 to %s, %s: %s", (lower, upper, words, said) => {
    const change = changeOf(read("50"), between(lower, upper));
    expect(changeWords(change, "%")).toBe(words);
    if (said !== null) expect(yearOnYearWords(change, "%")).toBe(said);
  });

  it("of counts is in percent, not in points", () => {
    expect(yearOnYearWords(changeOf(read("50"), read("60")), "项")).toBe("同比增长20%");
  });
});

const rate = (part: Quantity, whole: Quantity, partAtMostWhole = false): Quantity | null =>
  rateOf(part, whole, { partAtMostWhole, decimals: 1, same: false });

describe("the bounds of a rate", () => {
  it.each([
    ["1", "3", ["(33.3", "(33.4"]],
    ["1", "4", ["[25", "[25"]],
    ["2", "3", ["(66.6", "(66.7"]],
    ["9999", "10000", ["(99.9", "(100"]],
    ["1", "10000", ["(0", "(0.1"]],
    ["1", "8", ["[12.5", "[12.5"]],
  ])("%s of %s", (part, whole, bounds) => {
    const found = rate(read(part), read(whole));
    expect(found && shown(found)).toEqual(bounds);
  });

  it.each([
    ["9999", "10000", "99.9"],
    ["10001", "10000", "100.1"],
    ["1", "10000", "0.1"],
    ["1", "800", "0.1"],
    ["1115", "10000", "11.2"],
  ])("%s of %s is printed %s", (part, whole, digits) => {
    expect(rate(read(part), read(whole))?.wording.digits).toBe(digits);
  });

  it("stay open where the part only nears the whole, and end at 100 where it lies within it", () => {
    const [near, within] = [
      rate(read("近1200"), read("1200"), true),
      rate(read("近1200"), read("近1200"), true),
    ];
    expect(near && shown(near)).toEqual(["(91.6", "(100"]);
    expect(within && shown(within)).toEqual(["(91.6", "[100"]);
  });

  it.each([
    [between(null, "[5"), between("[10", "[10"), ["(0", "[50"]],
    [between("[0", "[5"), between("[10", "[10"), ["[0", "[50"]],
    [between("(0", "[5"), between("[10", "[10"), ["(0", "[50"]],
    [between("[5", "[5"), between("[10", null), ["(0", "[50"]],
  ])("of what is not known from all sides, case %#", (part, whole, bounds) => {
    const found = rate(part, whole);
    expect(found && [found.lower?.closed ? "[" : "(", shown(found)[1]]).toEqual([
      (part.lower === null ? "[" : bounds[0]?.[0]) ?? "",
      bounds[1],
    ]);
  });

  it("are unknown where the whole may be nothing", () => {
    for (const whole of [between(null, "[9"), between("[0", "[9"), between("[-1", "[9")])
      expect(rate(read("1"), whole)).toBeNull();
    expect(rate(read("1"), between("(0", "[9"))).not.toBeNull();
  });

  it("as printed are the number that stands there, or the bounds of the words", () => {
    const third = rate(read("1"), read("3"));
    expect(third && shown(printedRate(third))).toEqual(["[33.3", "[33.3"]);
    const more = rate(read("800余"), read("近1200"));
    expect(more && shown(printedRate(more))).toEqual(more && shown(more));
  });
});

describe("one amount above another", () => {
  it.each([
    ["[5", "[5", "[3", "[3", true, true],
    ["[3", "[3", "[5", "[5", false, false],
    ["[5", "[5", "[5", "[5", false, false],
    ["(5", "[9", "[3", "[5", true, true],
    ["[5", "[9", "[3", "[5", false, true],
    ["[5", null, "[3", "(5", true, true],
    [null, "[9", "[3", "[5", false, true],
    ["[5", "[9", "[3", null, false, true],
  ])("%s, %s and %s, %s", (aLower, aUpper, bLower, bUpper, certain, possible) => {
    const [a, b] = [between(aLower, aUpper), between(bLower, bUpper)];
    expect(certainlyGreater(a, b)).toBe(certain);
    expect(possiblyGreater(a, b)).toBe(possible);
    expect(disjoint(b, a)).toBe(certain || certainlyGreater(b, a));
  });
});
