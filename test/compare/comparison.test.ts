import { describe, expect, test } from "vitest";
import { compareFigures } from "../../src/compare/comparison.ts";
import { type SmallSchema, smallSchema, smallYear } from "../support/small-years.ts";

const reason = "改了";
const schema = smallSchema({
  plain: {},
  unit: { unit: "家次", before: [{ year: 2022, unit: "家", reason }] },
  twice: {
    unit: "家次",
    before: [
      { year: 2020, unit: "家", reason: "改一" },
      { year: 2022, description: "不含复查", reason: "改二" },
    ],
  },
  total: { totalOf: ["g.plain", "g.parted"] },
  parted: { before: [{ year: 2022, description: "不含社区", reason }] },
  whole: { totalOf: ["g.total"] },
  share: { unit: "%", quantity: "measure", rateOf: { part: "g.plain", whole: "g.parted" } },
  half: {},
});

function compared(id: string, now: readonly [number, string], last: readonly [number, string]): string {
  const [a, b] = [now, last].map(([year, text]) => smallYear(schema, year, text));
  const found = a && b && compareFigures(`g.${id}`, a, b);
  if (!found) return "none";
  const declared = "declared" in found ? found.declared : null;
  return declared ? `${found.kind}: ${declared.indicator.id} ${declared.change.reason}` : found.kind;
}

describe("two years' figures of an indicator", () => {
  test.each([
    ["plain", "plain: 5", "plain: 6", "comparable"],
    ["plain", "plain: 5", "half: 6", "new"],
    ["plain", "half: 5", "plain: 6", "vanished"],
    ["plain", "half: 5", "half: 6", "none"],
    ["unit", "unit: 5家次", "unit: 6家", "unit: g.unit 改了"],
    ["unit", "unit: 5家次", "half: 6", "new"],
    ["twice", "twice: 5", "twice: 6", "definition: g.twice 改二"],
    ["total", "plain: 5, parted: 5", "plain: 6, parted: 6", "definition: g.parted 改了"],
    ["whole", "plain: 5, parted: 5", "plain: 6, parted: 6", "definition: g.parted 改了"],
    ["share", "plain: 5, parted: 5", "plain: 6, parted: 6", "definition: g.parted 改了"],
    ["half", "half: { value: 4, period: 2022-H2 }", "half: { value: 4, period: 2021-H2 }", "comparable"],
    ["half", "half: { value: 4, period: 2022-H2 }", "half: { value: 4, period: 2021-H1 }", "period"],
    ["half", "half: { value: 4, period: 2022-H2 }", "half: 4", "period"],
    [
      "half",
      "half: { value: 4, period: 2022-Q1 }",
      "half: { value: 4, period: 2021-01..2021-03 }",
      "comparable",
    ],
  ])("%s: %s after %s is %s", (id, now, last, expected) => {
    expect(compared(id, [2022, now], [2021, last])).toBe(expected);
  });

  test("a change counts between years before and after it only, whichever way round they are", () => {
    expect(compared("unit", [2023, "unit: 5"], [2022, "unit: 6"])).toBe("comparable");
    expect(compared("unit", [2021, "unit: 5"], [2020, "unit: 6"])).toBe("comparable");
    expect(compared("unit", [2023, "unit: 5"], [2010, "unit: 6"])).toBe("unit: g.unit 改了");
    expect(compared("unit", [2021, "unit: 5"], [2022, "unit: 6"])).toBe("unit: g.unit 改了");
    expect(compared("twice", [2021, "twice: 5"], [2019, "twice: 6"])).toBe("unit: g.twice 改一");
    expect(compared("twice", [2023, "twice: 5"], [2019, "twice: 6"])).toBe("unit: g.twice 改二");
  });

  test("the end of February is the same in every year", () => {
    const february = (year: number): readonly [number, string] => [
      year,
      `half: { value: 4, period: ${year}-02 }`,
    ];
    expect(compared("half", february(2020), february(2019))).toBe("comparable");
    const day = (date: string): string => `half: { value: 4, period: ${date} }`;
    expect(compared("half", [2020, day("2020-02-29")], [2019, day("2019-02-28")])).toBe("period");
  });

  test("units that differ without a declared change cannot be compared either", () => {
    const other: SmallSchema = smallSchema({ plain: { unit: "家" } });
    const found = compareFigures(
      "g.plain",
      smallYear(schema, 2022, "plain: 5"),
      smallYear(other, 2021, "plain: 5"),
    );
    expect(found?.kind).toBe("unit");
    expect(found && "declared" in found && found.declared).toBe(null);
  });
});
