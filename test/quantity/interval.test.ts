import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addIntervals,
  certainlyGreater,
  closeForCount,
  contains,
  containsInterval,
  disjoint,
  isExact,
  possiblyGreater,
  sameInterval,
} from "../../src/quantity/interval.ts";
import type { Kind } from "../../src/quantity/phrase.ts";
import { big, cases, holds, kinds, quantities, read, unit } from "./arbitraries.ts";

const pairs = kinds.chain((kind) => fc.tuple(cases(kind), cases(kind)));

describe("comparisons", () => {
  test.each([
    // a, b, certainly greater, possibly greater, disjoint
    ["6400", "6300余", true, true, true],
    ["6300余", "6400", false, false, true],
    ["6300", "6300余", false, false, true],
    ["6300余", "6300余", false, true, false],
    ["超过3000", "3000", true, true, true],
    ["至少3000", "3000", false, true, false],
    ["3000", "至少3000", false, false, false],
    ["约500", "450", false, true, false],
    ["约500", "550", false, false, false],
    ["不足20", "0", false, true, false],
    ["5", "5", false, false, false],
  ])("%s against %s", (a, b, certainly, possibly, apart) => {
    expect(certainlyGreater(read(a), read(b))).toBe(certainly);
    expect(possiblyGreater(read(a), read(b))).toBe(possibly);
    expect(disjoint(read(a), read(b))).toBe(apart);
    expect(disjoint(read(b), read(a))).toBe(apart);
  });

  test("no pair of possible amounts refutes them", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        if (certainlyGreater(a.quantity, b.quantity)) expect(a.witness > b.witness).toBe(true);
        if (!possiblyGreater(a.quantity, b.quantity)) expect(a.witness <= b.witness).toBe(true);
        if (disjoint(a.quantity, b.quantity)) expect(a.witness === b.witness).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test("what is certain is possible, and never both ways round", () => {
    fc.assert(
      fc.property(pairs, ([{ quantity: a }, { quantity: b }]) => {
        if (!certainlyGreater(a, b)) return;
        expect(possiblyGreater(a, b)).toBe(true);
        expect(possiblyGreater(b, a)).toBe(false);
      }),
    );
  });
});

describe("containing", () => {
  test("a value, as its bounds say", () => {
    fc.assert(
      fc.property(pairs, ([{ quantity }, { quantity: other, witness }]) => {
        for (const bound of [other.lower, other.upper, quantity.lower, quantity.upper]) {
          if (bound) expect(contains(quantity, bound.value)).toBe(holds(quantity, big(bound.value)));
        }
        if (containsInterval(quantity, other)) expect(holds(quantity, witness)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["6300余", "6310余", true],
    ["6310余", "6300余", false],
    ["1100余", "近1200", true],
    ["超过3000", "至少3000", false],
    ["至少3000", "超过3000", true],
    ["至少3000", "3000余", true],
    ["3000余", "至少3001", false],
    ["约500", "550", true],
    ["近550", "550", false],
  ])("%s, %s: %s", (outer, inner, expected) => {
    expect(containsInterval(read(outer), read(inner))).toBe(expected);
  });

  test("both ways is the same interval", () => {
    expect(sameInterval(read("1100余"), read("近1200"))).toBe(true);
    expect(sameInterval(read("1100余"), read("近1300"))).toBe(false);
    expect(sameInterval(read("3000以上"), read("超过3000"))).toBe(false);
  });
});

test("the amounts of a sum are the sums of amounts", () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(holds(addIntervals(a.quantity, b.quantity), a.witness + b.witness)).toBe(true);
    }),
  );
});

test.each([
  ["6300余", "6301", "6399"],
  ["近10", "1", "9"],
  ["不足20", "0", "19"],
  ["超过3000", "3001", undefined],
  ["约500", "450", "550"],
  ["约1.5", "2", "1"],
])("closed for whole things, %s is %s to %s", (text, from, to) => {
  const { lower, upper, wording } = closeForCount(read(text));
  expect(lower).toEqual(from === undefined ? null : read(from).lower);
  expect(upper).toEqual(to === undefined ? null : read(to).upper);
  expect(wording).toEqual(read(text).wording);
});

test("closing drops no whole number and reaches its edges", () => {
  fc.assert(
    fc.property(cases("count"), ({ quantity, witness }) => {
      const closed = closeForCount(quantity);
      expect(holds(closed, witness)).toBe(true);
      for (const bound of [closed.lower, closed.upper]) {
        if (bound) expect(big(bound.value) % unit === 0n && holds(quantity, big(bound.value))).toBe(true);
      }
    }),
  );
});

test("exact is one amount only", () => {
  const exact = (text: string, kind: Kind): boolean => isExact(read(text, "", kind));
  expect(["5", "0", "1.2万"].map((text) => exact(text, "count"))).toEqual([true, true, true]);
  expect(["近20", "20余", "超过5", "不足1"].map((text) => exact(text, "count"))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  fc.assert(
    fc.property(quantities("measure"), (each) => {
      expect(isExact(each)).toBe(each.wording.mark === "");
    }),
  );
});
