import { expect, test } from "vitest";
import { chineseNumber } from "../../src/quantity/chinese-number.ts";

test.each([
  [1, "一"],
  [2, "二"],
  [10, "十"],
  [11, "十一"],
  [19, "十九"],
  [20, "二十"],
  [21, "二十一"],
  [100, "一百"],
  [105, "一百零五"],
  [110, "一百一十"],
  [111, "一百一十一"],
  [200, "二百"],
  [1000, "一千"],
  [1001, "一千零一"],
  [1010, "一千零一十"],
  [1100, "一千一百"],
  [2022, "二千零二十二"],
  [9999, "九千九百九十九"],
])("%i is %s", (n, expected) => {
  expect(chineseNumber(n)).toBe(expected);
});

test("no two numbers share their words", () => {
  const all = Array.from({ length: 9999 }, (_, index) => chineseNumber(index + 1));
  expect(new Set(all).size).toBe(9999);
});

test.each([0, -1, 1.5, 10000, Number.NaN])("%d is a bug of the caller", (n) => {
  expect(() => chineseNumber(n)).toThrow(RangeError);
});
