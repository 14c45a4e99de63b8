import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareYears } from "../../src/compare/compare-years.ts";
import { compareStated } from "../../src/compare/stated-last-year.ts";
import type { Kind } from "../../src/quantity/phrase.ts";
import { cases, holds, kinds, quantities, read, spell } from "../quantity/arbitraries.ts";
import { smallSchema, smallYear } from "../support/small-years.ts";

const none = { rateOf: null };

describe("last year's amount as it is stated, against its record", () => {
  test.each<readonly [string, string, Kind, ReturnType<typeof compareStated>]>([
    ["5000余", "5000余", "count", "same"],
    ["6,300", "6300", "count", "same"],
    ["1.2万", "12000", "count", "same"],
    ["5000多", "5000余", "count", "same"],
    ["1.20", "1.2", "measure", "same"],
    ["5000余", "5230", "count", "possible"],
    ["至少5", "超过3", "count", "possible"],
    ["超过4", "至少5", "count", "same"],
    ["超过4", "至少5", "measure", "possible"],
    ["5000余", "5000", "count", "differs"],
    ["5999", "6000余", "measure", "differs"],
    ["5000余", "6000", "measure", "differs"],
    ["0", "1", "count", "differs"],
  ])("%s against %s of a %s: %s", (stated, recorded, kind, expected) => {
    const [a, b] = [read(stated, "", kind), read(recorded, "", kind)];
    expect(compareStated(a, b, { quantity: kind, ...none })).toBe(expected);
    expect(compareStated(b, a, { quantity: kind, ...none })).toBe(expected);
  });

  test("never differs where an amount is possible by both", () => {
    const pairs = kinds.chain((quantity) =>
      fc.record({ quantity: fc.constant(quantity), a: cases(quantity), b: cases(quantity) }),
    );
    fc.assert(
      fc.property(pairs, ({ quantity, a, b }) => {
        const verdict = compareStated(a.quantity, b.quantity, { quantity, ...none });
        if (verdict !== "differs") return;
        expect(holds(b.quantity, a.witness)).toBe(false);
        expect(holds(a.quantity, b.witness)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test("what is copied as it was written is the same", () => {
    const copies = kinds.chain((kind) => fc.tuple(fc.constant(kind), quantities(kind)));
    fc.assert(
      fc.property(copies, ([quantity, recorded]) => {
        const copy = read(spell(recorded.wording), "", quantity);
        expect(compareStated(copy, recorded, { quantity, ...none })).toBe("same");
      }),
    );
  });
});

describe("a stated rate", () => {
  const schema = smallSchema({
    part: {},
    whole: {},
    rate: { unit: "%", quantity: "measure", rateOf: { part: "g.part", whole: "g.whole" } },
  });
  const codes = (stated: string): readonly string[] => {
    const now = smallYear(schema, 2022, `part: 30, whole: 40, rate: { lastYear: ${stated} }`);
    const last = smallYear(schema, 2021, "part: 1187, whole: 1190");
    return compareYears(now, last).map(({ code }) => code);
  };

  test.each([
    ["99.7", []],
    ["99.70%", []],
    ["99.75", ["last-year-worded-differently"]],
    ["99.8", ["last-year-differs"]],
    ["99.6", ["last-year-differs"]],
  ])("is held against the rate as it was printed: %s", (stated, expected) => {
    expect(codes(stated)).toEqual(expected);
  });
});

describe("where there is nothing to hold it against", () => {
  const schema = smallSchema({
    a: { unit: "家次", before: [{ year: 2022, unit: "家", reason: "改了" }] },
    b: {},
    c: { totalOf: ["g.b"] },
  });
  const codes = (now: string, last: string): readonly string[] =>
    compareYears(smallYear(schema, 2022, now), smallYear(schema, 2021, last)).map(({ code }) => code);

  test.each([
    ["last year has no such figure", "b: { value: 5, lastYear: 4 }", "", ["last-year-new"]],
    ["it is for another part of the year", "b: { value: 5, lastYear: 4 , period: 2022-H1 }", "b: 9", []],
    ["the unit changed", "a: { value: 5, lastYear: 4 }", "a: 9", ["last-year-unit-changed"]],
    [
      "there was a part of the year, and now a total without parts",
      "c: { lastYear: 4 }",
      "b: { value: 9, period: 2021-H1 }",
      ["last-year-vanished"],
    ],
  ])("nothing is said to differ: %s", (_, now, last, expected) => {
    expect(codes(now, last)).toEqual(expected);
  });

  test("a total without parts this year is held against last year's", () => {
    expect(codes("c: { lastYear: 4 }", "b: 9")).toEqual(["last-year-vanished", "last-year-differs"]);
    expect(codes("c: { lastYear: 9 }", "b: 9")).toEqual(["last-year-vanished"]);
  });

  test("it is kept with its place and as it is written", () => {
    const { data } = smallYear(schema, 2022, "b: { value: 5, lastYear: 1.2万余 }, a: 5");
    const stated = data.statedLastYear.get("g.b");
    expect(stated?.quantity).toEqual(read("1.2万余"));
    expect(stated?.span.file.text.slice(stated.span.start, stated.span.end)).toBe("1.2万余");
    expect([...data.statedLastYear.keys()]).toEqual(["g.b"]);
  });
});
