import { describe, expect, it } from "vitest";
import { type By, breakdown } from "../../src/aggregate/breakdown.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import { answer, month } from "../support/base-answer.ts";

describe("a breakdown", () => {
  const periods = ["2022-12-05", "2022-01", "2022-02..2022-03", "2022-12-01", "2022-Q2", "2022-H2"];
  const slices = async (
    by: By,
    codes: readonly string[],
  ): Promise<readonly (readonly [string | null, string])[]> => {
    const list = codes.map((code) => month(code, "1")).join(", ");
    const { year } = await answer({ duties: `briefings: { complete: true, observations: [${list}] }` });
    if (!year) throw new Error("no figures");
    return (breakdown(year, by).get("duties.briefings") ?? []).map(({ key, quantity }) => [
      key,
      formatFigure(quantity, ""),
    ]);
  };

  it("by month has longer parts as they are, each at its place", async () => {
    const without = periods.filter((code) => !code.startsWith("2022-12"));
    expect(await slices("month", without)).toEqual([
      ["2022-01", "1"],
      ["2022-02..2022-03", "1"],
      ["2022-Q2", "1"],
      ["2022-H2", "1"],
    ]);
    expect(await slices("month", ["2022-12-05", "2022-01", "2022-12-01"])).toEqual([
      ["2022-01", "1"],
      ["2022-12", "2"],
    ]);
  });

  it("by quarter puts months together, and leaves halves as they are", async () => {
    expect(await slices("quarter", ["2022-H2", "2022-Q2", "2022-02..2022-03", "2022-01"])).toEqual([
      ["2022-Q1", "2"],
      ["2022-Q2", "1"],
      ["2022-H2", "1"],
    ]);
    expect(await slices("quarter", ["2022-03..2022-04", "2022-01", "2022-12-05"])).toEqual([
      ["2022-Q1", "1"],
      ["2022-03..2022-04", "1"],
      ["2022-Q4", "1"],
    ]);
  });

  it("of a total is known from below where one part lacks the time", async () => {
    const both = ["01", "02"].map((m) => month(`2022-${m}`, "10")).join(", ");
    const list = (inner: string): string => `{ complete: true, observations: [${inner}] }`;
    const { year } = await answer({
      demolition: `illegal: ${list(both)}, enclosed: ${list(month("2022-02", "5"))}`,
    });
    if (!year) throw new Error("no figures");
    const total = (breakdown(year, "month").get("demolition.total") ?? []).map(({ key, quantity }) => [
      key,
      formatFigure(quantity, ""),
    ]);
    expect(total).toEqual([
      ["2022-01", "至少10"],
      ["2022-02", "15"],
    ]);
  });

  it("of a total has the longer of two parts that begin together first", async () => {
    const list = (code: string): string => `{ complete: true, observations: [${month(code, "5")}] }`;
    for (const [illegal, enclosed] of [
      ["2022-Q1", "2022-01"],
      ["2022-01", "2022-Q1"],
    ] as const) {
      const { year } = await answer({ demolition: `illegal: ${list(illegal)}, enclosed: ${list(enclosed)}` });
      const keys =
        year &&
        breakdown(year, "month")
          .get("demolition.total")
          ?.map(({ key }) => key);
      expect(keys).toEqual(["2022-Q1", "2022-01"]);
    }
  });

  it("by department has a plain amount under its indicator's", async () => {
    const { year } = await answer({ demolition: "illegal: 300, enclosed: 20" });
    const slices = year && breakdown(year, "department").get("demolition.illegal");
    expect(slices?.map(({ quantity }) => formatFigure(quantity, ""))).toEqual(["300"]);
  });

  it.each<readonly [By, string, readonly (readonly [string | null, string])[]]>([
    [
      "quarter",
      "[01, 02, 04, 05, 06]",
      [
        ["2022-Q1", "至少2"],
        ["2022-Q2", "3"],
      ],
    ],
    [
      "month",
      "[01, 02]",
      [
        ["2022-01", "1"],
        ["2022-02", "1"],
      ],
    ],
    [
      "quarter",
      "[Q1, 04]",
      [
        ["2022-Q1", "1"],
        ["2022-Q2", "至少1"],
      ],
    ],
    [
      "month",
      "[Q1, 04]",
      [
        ["2022-Q1", "1"],
        ["2022-04", "1"],
      ],
    ],
    [
      "month",
      "[01, 02-05]",
      [
        ["2022-01", "1"],
        ["2022-02", "至少1"],
      ],
    ],
    [
      "month",
      "[01/甲, 01/乙, 02/甲]",
      [
        ["2022-01", "2"],
        ["2022-02", "至少1"],
      ],
    ],
    [
      "department",
      "[H1/甲, H2/甲, H1/乙]",
      [
        ["甲", "2"],
        ["乙", "至少1"],
      ],
    ],
    ["department", "[01, 02]", [[null, "至少2"]]],
  ])("by %s of %s knows from below what may not all be recorded: %j", async (by, list, expected) => {
    const items = list
      .slice(1, -1)
      .split(", ")
      .map((each) => {
        const [code = "", department] = each.split("/");
        return `{ period: 2022-${code}, value: 1${department ? `, department: ${department}` : ""} }`;
      });
    const slicesOf = async (complete: string): Promise<unknown> => {
      const { year } = await answer({
        duties: `briefings: { ${complete}observations: [${items.join(", ")}] }`,
      });
      const found = year && breakdown(year, by).get("duties.briefings");
      return found?.map(({ key, quantity }) => [key, formatFigure(quantity, "")]);
    };
    expect(await slicesOf("")).toEqual(expected);
    const whole = expected.map(([key, text]) => [key, text.replace("至少", "")]);
    expect(await slicesOf("complete: true, ")).toEqual(whole);
  });

  it("by department is the figure itself where the data names none, also where more may not be listed", async () => {
    const { year, figure } = await answer({
      duties: `briefings: { complete: false, observations: [${month("2022-H1", "1")}, ${month("2022-H2", "2")}] }`,
    });
    const [slice, ...others] = (year && breakdown(year, "department").get("duties.briefings")) ?? [];
    expect([slice && formatFigure(slice.quantity, "次"), others]).toEqual([figure("duties.briefings"), []]);
    expect(figure("duties.briefings")).toBe("至少3次");
  });

  it("of what is for a part of the year asks a department for that part only", async () => {
    const list = (period: string): string =>
      `briefings: { period: ${period}, observations: [{ period: 2022-Q1, value: 3, department: 甲 }] }`;
    const first = async (period: string): Promise<string | null> => {
      const { year } = await answer({ duties: list(period) });
      const [slice] = (year && breakdown(year, "department").get("duties.briefings")) ?? [];
      return slice ? formatFigure(slice.quantity, "") : null;
    };
    expect([await first("2022-Q1"), await first("2022-H1")]).toEqual(["3", "至少3"]);
  });
});
