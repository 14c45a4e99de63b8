import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/aggregate/figure.ts";
import { isWholeOf, rateFigure } from "../../src/aggregate/rate.ts";
import { checkRelations } from "../../src/aggregate/relations.ts";
import { sumObservations } from "../../src/aggregate/sum-observations.ts";
import { countedAs } from "../../src/aggregate/total.ts";
import type { Indicator } from "../../src/catalogue/indicator.ts";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { readPeriod } from "../../src/period/period.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import type { Span } from "../../src/source/source-file.ts";
import type { Part } from "../../src/validate/year-data.ts";
import { read } from "../quantity/arbitraries.ts";

const file = { path: "data/2022.yaml", text: "0123456789".repeat(10) };
const at = (start: number): Span => ({ file, start, end: start + 1 });

function indicator(id: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    id,
    label: id,
    description: null,
    unit: "项",
    department: null,
    group: "甲",
    quantity: "count",
    totalOf: null,
    rateOf: null,
    countsAs: null,
    sameAs: null,
    partOf: null,
    atMost: null,
    round: null,
    jump: null,
    changes: [],
    pointer: "",
    places: new Map(),
    ...changes,
  };
}

function figure(own: Indicator, amount: string, changes: Partial<Figure> = {}): Figure {
  const quantity = read(amount, own.unit, own.quantity);
  return {
    indicator: own,
    quantity,
    sources: [at(0)],
    period: null,
    parts: [],
    sameAs: [],
    partOf: [],
    ...changes,
  };
}

function period(code: string): NonNullable<ReturnType<typeof readPeriod>> {
  const found = readPeriod(code);
  if (!found) throw new Error(`no period: ${code}`);
  return found;
}

const whole = indicator("all");
const rateWords = (part: Figure, of: Figure): string => {
  const rate = rateFigure(part, of);
  return typeof rate === "string" ? rate : formatFigure(rate.quantity, rate.indicator.unit);
};
const upper = (part: Figure, of: Figure): string | null | undefined => {
  const rate = rateFigure(part, of);
  return typeof rate === "string" ? rate : rate.quantity.upper && `${rate.quantity.upper.value.units}`;
};

describe("a rate of two figures", () => {
  it("ends at 100 where one is a part of the other, and only there", () => {
    const all = figure(whole, "近1200");
    const beyond = upper(figure(indicator("some"), "近1200"), all);
    expect(Number(beyond)).toBeGreaterThan(1000);
    const inside: readonly Figure[] = [
      figure(indicator("some", { atMost: "all" }), "近1200"),
      figure(indicator("some", { partOf: "all" }), "近1200"),
      figure(indicator("some"), "近1200", { partOf: ["all"] }),
    ];
    for (const part of inside) expect(upper(part, all)).toBe("100");
    for (const part of [indicator("some", { atMost: "other" }), indicator("some", { partOf: "other" })])
      expect(upper(figure(part, "近1200"), all)).toBe(beyond);
  });

  it("ends at 100 where the whole is a total of the part in the same unit", () => {
    const total = figure(indicator("all", { totalOf: ["some", "other"] }), "近1200");
    expect(upper(figure(indicator("some"), "近1200"), total)).toBe("100");
    expect(upper(figure(indicator("third"), "近1200"), total)).not.toBe("100");
    expect(upper(figure(indicator("some", { unit: "件" }), "近1200"), total)).not.toBe("100");
  });

  it("is in percent, of amounts, and named after both", () => {
    const rate = rateFigure(figure(indicator("some"), "1"), figure(whole, "8"));
    expect(rate).toMatchObject({
      indicator: {
        id: "some/all",
        label: "some占all",
        unit: "%",
        quantity: "measure",
        rateOf: { part: "some", whole: "all" },
        changes: [],
      },
      partOf: [],
      sameAs: [],
    });
    expect(rateWords(figure(indicator("some"), "1"), figure(whole, "8"))).toBe("12.5%");
  });

  it("is none of nothing, nor of another part of the year", () => {
    const [first, second] = [period("2022-H1"), period("2022-H2")];
    expect(rateWords(figure(indicator("some"), "0"), figure(whole, "0"))).toBe("zero");
    expect(rateWords(figure(indicator("some"), "1"), figure(whole, "8", { period: first }))).toBe("period");
    expect(
      rateWords(figure(indicator("some"), "1", { period: second }), figure(whole, "8", { period: first })),
    ).toBe("period");
    expect(
      rateWords(figure(indicator("some"), "1", { period: first }), figure(whole, "8", { period: first })),
    ).toBe("12.5%");
  });
});

describe("the whole of another", () => {
  it.each([
    ["9", "9", true],
    ["9", "10", false],
    ["近1200", "近1200", false],
    ["1200", "近1200", false],
    ["近1200", "1200", false],
  ])("%s of %s: %s", (part, all, expected) => {
    expect(isWholeOf(figure(indicator("some"), part), figure(whole, all))).toBe(expected);
  });

  it("is so where the data says so, but not of another part of the year", () => {
    const same = figure(indicator("some"), "近1200", { sameAs: ["all"] });
    expect(isWholeOf(same, figure(whole, "近1200"))).toBe(true);
    expect(isWholeOf(same, figure(whole, "近1200", { period: period("2022-H1") }))).toBe(false);
    expect(isWholeOf(figure(indicator("some"), "9"), figure(whole, "9", { period: period("2022-H1") }))).toBe(
      false,
    );
  });
});

describe("how a part counts in a total", () => {
  const counted = (own: Indicator): string => formatFigure(countedAs("项", figure(own, "5")), "");
  it("is as it is in the total's unit, and as it says in another", () => {
    expect(counted(indicator("a"))).toBe("5");
    expect(
      counted(indicator("a", { countsAs: { unit: "项", bound: "lower" } as Indicator["countsAs"] })),
    ).toBe("5");
    const other = (bound: string): Indicator =>
      indicator("a", { unit: "家", countsAs: { unit: "项", bound } as Indicator["countsAs"] });
    expect(counted(other("lower"))).toBe("至少5");
    expect(counted(other("equal"))).toBe("5");
    expect(counted(indicator("a", { unit: "家" }))).toBe("5");
  });
});

describe("relations that a schema states", () => {
  const told = (...figures: readonly Figure[]): readonly string[] => {
    const found: Diagnostic[] = [];
    checkRelations(
      new Map(figures.map((each) => [each.indicator.id, each])),
      (each) => void found.push(each),
    );
    return found.map(({ code }) => code);
  };
  const same = indicator("some", { sameAs: "all" });

  it("equal: broken only where no amount is both", () => {
    expect(told(figure(same, "5"), figure(whole, "5"))).toEqual([]);
    expect(told(figure(same, "4"), figure(whole, "5"))).toEqual(["relation-violated"]);
    expect(told(figure(same, "6"), figure(whole, "5"))).toEqual(["relation-violated"]);
    expect(told(figure(same, "近1200"), figure(whole, "1150"))).toEqual([]);
    expect(told(figure(same, "近1200"), figure(whole, "1200"))).toEqual(["relation-violated"]);
  });

  it("equal: says nothing of different parts of the year, not even of the whole one", () => {
    const half = { period: period("2022-H1") };
    expect(told(figure(same, "4", half), figure(whole, "5"))).toEqual([]);
    expect(told(figure(same, "4"), figure(whole, "5", half))).toEqual([]);
    expect(told(figure(same, "4", half), figure(whole, "5", half))).toEqual(["relation-violated"]);
  });

  it("a part: told with every line of both", () => {
    const found: Diagnostic[] = [];
    const part = figure(indicator("some", { partOf: "all" }), "6", { sources: [at(1), at(2)] });
    const all = figure(whole, "5", { sources: [at(3), at(4)] });
    checkRelations(
      new Map([part, all].map((each) => [each.indicator.id, each])),
      (each) => void found.push(each),
    );
    expect(
      found.map(({ span, related }) => [span?.start, related.map((each) => [each.span.start, each.note])]),
    ).toEqual([
      [
        1,
        [
          [2, "part"],
          [3, "whole"],
          [4, "whole"],
        ],
      ],
    ]);
  });
});

describe("the sum of what was recorded", () => {
  function part(code: string, amount: string, start = 0): Part {
    return {
      period: period(code),
      quantity: read(amount),
      department: null,
      span: at(start),
      periodSpan: at(start),
    };
  }
  function sum(complete: boolean | null, ...parts: readonly Part[]): readonly [string | null, ...string[]] {
    const codes: string[] = [];
    const quantity = sumObservations(
      { kind: "parts", parts, complete },
      {
        indicator: whole,
        year: 2022,
        period: null,
        span: at(0),
        report: ({ code }) => void codes.push(code),
      },
    );
    return [quantity && formatFigure(quantity, ""), ...codes];
  }
  const quarters = ["Q1", "Q2", "Q3", "Q4"].map((code, index) => part(`2022-${code}`, "10", index));

  it("is whole where the year is covered, unless the data says that it is not", () => {
    expect(sum(null, ...quarters)).toEqual(["40"]);
    expect(sum(true, ...quarters)).toEqual(["40"]);
    expect(sum(false, ...quarters)).toEqual(["至少40"]);
  });

  it("of a part of the year is whole only where the data says so", () => {
    expect(sum(null, ...quarters.slice(1))).toEqual(["至少30", "observations-missing"]);
    expect(sum(true, ...quarters.slice(1))).toEqual(["30"]);
    expect(sum(false, ...quarters.slice(1))).toEqual(["至少30"]);
    expect(sum(null)).toEqual([null]);
  });

  it("is none where something would be counted twice, in whatever order it is written", () => {
    const parts = [part("2022-Q1", "10", 1), part("2022-05", "3", 2), part("2022-02", "3", 3)];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    for (const order of orders)
      expect(sum(true, ...order.flatMap((index) => parts[index] ?? []))).toEqual([
        null,
        "observations-overlap",
      ]);
  });

  it("sees every part that lies within a longer one", () => {
    const inside = [
      part("2022-H1", "10", 1),
      part("2022-02", "3", 2),
      part("2022-05", "3", 3),
      part("2022-08", "3", 4),
    ];
    expect(sum(true, ...inside)).toEqual([null, "observations-overlap", "observations-overlap"]);
  });
});
