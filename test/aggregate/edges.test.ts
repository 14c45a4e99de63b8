import { describe, expect, it } from "vitest";
import type { LedgerSource } from "../../src/ledger/query.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import { answer, month } from "../support/base-answer.ts";
import { sourceOf } from "../support/ledger.ts";

describe("not more than another", () => {
  it.each([
    ["hazardsFound: 5, hazardsFixed: 5", []],
    ["hazardsFound: 5, hazardsFixed: 6", ["relation-violated"]],
    [
      "hazardsFound: { value: 5, period: 2022-H1 }, hazardsFixed: { value: 6, period: 2022-H1 }",
      ["relation-violated"],
    ],
    ["hazardsFound: { value: 5, period: 2022-H1 }, hazardsFixed: { value: 6, period: 2022-H2 }", []],
    ["hazardsFound: { value: 5, period: 2022-H1 }, hazardsFixed: 6", []],
    ["hazardsFound: 5, hazardsFixed: { value: 6, period: 2022-H2 }", ["relation-violated"]],
    // Whole things: fewer than 5 are at most 4, more than 4 at least 5.
    ["hazardsFound: 超过4, hazardsFixed: 不足5", []],
    ["hazardsFound: 超过4, hazardsFixed: 不足7", ["relation-doubtful"]],
    ["hazardsFound: 近1200, hazardsFixed: 1199", ["relation-doubtful"]],
    ["hazardsFound: 近1200, hazardsFixed: 1101", []],
    ["hazardsFound: 近1200, hazardsFixed: 1200", ["relation-violated"]],
  ])("%s", async (safety, codes) => {
    const found = (await answer({ safety })).codes.filter((code) => code.startsWith("relation"));
    expect(found).toEqual(codes);
  });

  it("of what can be cut up, more than 4 and less than 5 overlap", async () => {
    const demolition = "illegal: { value: 不足5, partOf: enclosed }, enclosed: 超过4";
    expect((await answer({ demolition })).codes).toEqual(["relation-doubtful"]);
  });

  it("is nothing that an amount says of itself", async () => {
    expect(
      (await answer({ safety: "hazardsFound: 9, hazardsFixed: { sameAs: hazardsFound }" })).codes,
    ).toEqual([]);
  });
});

describe("what is the same as another", () => {
  it.each([
    ["hazardsFound: 9, hazardsFixed: { sameAs: hazardsFound }", null],
    ["hazardsFound: 9, hazardsFixed: { sameAs: hazardsFound, period: 2022-H1 }", "2022-H1"],
    ["hazardsFound: { value: 9, period: 2022-H2 }, hazardsFixed: { sameAs: hazardsFound }", "2022-H2"],
  ])("is for its own part of the year, or else for the other's: %s", async (safety, period) => {
    const fixed = (await answer({ safety })).year?.figures.get("safety.hazardsFixed");
    expect(fixed?.period?.text ?? null).toBe(period);
    expect(fixed?.sameAs).toEqual(["safety.hazardsFound"]);
    expect(fixed && formatFigure(fixed.quantity, "")).toBe("9");
  });
});

describe("what a ledger gives", () => {
  const rows = "日期,面积\n2022-01-05,3\n2022-03-05,4\n";
  it.each([
    ["{ ledger: l.csv, sum: 面积 }", "7平方米", "[]"],
    ["{ ledger: l.csv, sum: 面积, complete: true }", "7平方米", "[]"],
    ["{ ledger: l.csv, sum: 面积, complete: false }", "至少7平方米", "[]"],
    ["{ ledger: l.csv, sum: 面积, period: 日期 }", "7平方米", "[2022-01 3,2022-03 4]"],
    ["{ ledger: l.csv, sum: 面积, period: 日期, complete: false }", "至少7平方米", "[2022-01 3,2022-03 4]"],
  ])("%s", async (given, amount, parts) => {
    const open = (): LedgerSource => sourceOf(new TextEncoder().encode(rows));
    const { figure, year } = await answer({ demolition: `illegal: ${given}` }, open);
    const listed = year?.figures.get("demolition.illegal")?.parts ?? [];
    expect(figure("demolition.illegal")).toBe(amount);
    const shown = listed.map(({ period, quantity }) => `${period.text} ${formatFigure(quantity, "")}`);
    expect(`[${shown.join(",")}]`).toBe(parts);
  });
});

describe("a total", () => {
  it.each([
    ["illegal: 3000, enclosed: 400", "3400平方米", []],
    ["illegal: 3000", "至少3000平方米", ["total-incomplete"]],
    ["illegal: 3000余", "超过3000平方米", ["total-incomplete"]],
    [
      "illegal: { value: 3000, period: 2022-H1 }, enclosed: { value: 400, period: 2022-H1 }",
      "3400平方米",
      [],
    ],
    ["illegal: { value: 3000, period: 2022-H1 }, enclosed: 400", "至少3400平方米", []],
    [
      "illegal: { value: 3000, period: 2022-H1 }, enclosed: { value: 400, period: 2022-H2 }",
      "至少3400平方米",
      [],
    ],
    ["illegal: 3000, enclosed: 0", "3000平方米", []],
  ])("of %s is %s", async (demolition, total, codes) => {
    const { figure, codes: found } = await answer({ demolition });
    expect(figure("demolition.total")).toBe(total);
    expect(found).toEqual(codes);
  });

  it.each([
    ["premises: 480, patrols: 20", "至少500次"],
    ["premises: 480余, patrols: 20", "超过500次"],
    ["patrols: 20", "至少20次"],
    ["premises: 480", "至少480次"],
  ])("over two units, of %s, is %s", async (inner, total) => {
    const { figure } = await answer({ safety: `hazardsFound: 9, ${inner}` });
    expect(figure("safety.inspections")).toBe(total);
  });
});

describe("a rate", () => {
  it.each([
    ["hazardsFound: 10, hazardsFixed: 10", "100%"],
    ["hazardsFound: 10, hazardsFixed: 9", "90%"],
    ["hazardsFound: 近1200, hazardsFixed: 近1200", "超过91.6%"],
    ["hazardsFound: 近1200, hazardsFixed: { sameAs: hazardsFound }", "100%"],
    ["hazardsFound: { value: 10, period: 2022-H1 }, hazardsFixed: 10", null],
    ["hazardsFound: 0, hazardsFixed: 0", null],
    ["hazardsFound: 9", null],
  ])("of %s is %s", async (safety, rate) => {
    const { figure, year } = await answer({ safety });
    expect(figure("safety.fixRate")).toBe(rate);
    // What is fixed was found: the schema says atMost.
    const upper = year?.figures.get("safety.fixRate")?.quantity.upper;
    if (rate !== null)
      expect(Number(upper?.value.units) / 10 ** (upper?.value.scale ?? 0)).toBeLessThanOrEqual(100);
  });

  it("that cannot be told says why", async () => {
    const { codes } = await answer({ safety: "hazardsFound: 不足20, hazardsFixed: 3" });
    expect(codes).toContain("rate-undefined");
    const otherPeriod = await answer({
      safety: "hazardsFound: { value: 10, period: 2022-H1 }, hazardsFixed: 10",
    });
    expect(otherPeriod.codes).toEqual(["rate-undefined"]);
  });
});

describe("a list of amounts", () => {
  it.each([
    [["2022-H2", "2022-H1"], "2次", []],
    [["2022-H1"], "至少1次", ["observations-missing"]],
    [["2022", "2022-01", "2022-12"], null, ["observations-overlap", "observations-overlap"]],
    [
      ["2022-06", "2022-01..2022-07", "2022-03", "2022-08..2022-12"],
      null,
      ["observations-overlap", "observations-overlap"],
    ],
    [["2022-01..2022-06", "2022-07..2022-12"], "2次", []],
    [["2022-01..2022-11", "2022-12-01"], "至少2次", ["observations-mixed", "observations-missing"]],
    [["2022-05-01", "2022-05-02", "2022-12-31"], "3次", []],
    [["2022-05-01", "2022-05-01"], null, ["observations-overlap"]],
    [["2022-01..2022-10", "2022-11", "2022-12"], "3次", []],
  ])("for %s is %s", async (periods, total, codes) => {
    const list = periods.map((code) => month(code, "1")).join(", ");
    const { figure, codes: found } = await answer({ duties: `briefings: [${list}]` });
    expect(figure("duties.briefings")).toBe(total);
    expect(found).toEqual(codes);
  });

  it.each([
    ["true", "1次", []],
    ["false", "至少1次", []],
  ])("that says complete: %s is %s", async (complete, total, codes) => {
    const duties = `briefings: { complete: ${complete}, observations: [${month("2022-03", "1")}] }`;
    const { figure, codes: found } = await answer({ duties });
    expect(figure("duties.briefings")).toBe(total);
    expect(found).toEqual(codes);
  });

  it("for a part of the year covers that part", async () => {
    const duties = `briefings: { period: 2022-Q1, observations: [${["01", "02", "03"].map((m) => month(`2022-${m}`, "1")).join(", ")}] }`;
    expect((await answer({ duties })).codes).toEqual([]);
  });
});
