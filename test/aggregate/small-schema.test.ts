import { describe, expect, it } from "vitest";
import { aggregate } from "../../src/aggregate/aggregate.ts";
import { fromLedgers, stampsOf } from "../../src/aggregate/from-ledgers.ts";
import { andThen, type Diagnostic, diagnostic, type Outcome } from "../../src/diagnostic/diagnostic.ts";
import type { OpenLedger } from "../../src/ledger/query.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { validate } from "../../src/validate/validate.ts";
import type { YearData } from "../../src/validate/year-data.ts";
import { sourceOf } from "../support/ledger.ts";
import { smallSchema } from "../support/small-years.ts";

describe("figures of a small schema", () => {
  const small = smallSchema({
    a: {},
    b: {},
    c: {},
    d: {},
    total: { totalOf: ["g.a", "g.b", "g.c"] },
    rate: { unit: "%", quantity: "measure", rateOf: { part: "g.a", whole: "g.b" } },
  });
  const told = (amounts: string): readonly Diagnostic[] => {
    const { schema: compiled } = small;
    if (!compiled) throw new Error("the small schema does not compile");
    const parsed = parseYaml({ path: "data/2022.yaml", text: `indicators: { g: { ${amounts} } }\n` });
    return andThen(
      andThen(parsed, (source) => validate(source, compiled, 2022)),
      aggregate,
    ).diagnostics;
  };
  const codes = (amounts: string): readonly string[] => told(amounts).map(({ code }) => code);

  it("are held against what each is said to be a part of, also where its amount is another's", () => {
    expect(codes("a: 5, d: { value: 5, partOf: c }, c: 3")).toContain("relation-violated");
    expect(codes("a: 5, d: { sameAs: a, partOf: c }, c: 3")).toContain("relation-violated");
    expect(codes("a: 5, d: { sameAs: a }, c: 3")).not.toContain("relation-violated");
  });

  it.each([
    ["d: 1, total: { sameAs: c }"],
    ["d: 1, total: [{ period: 2022-01, value: 1 }, { period: 2022-Q1, value: 2 }]"],
    ["d: 1, rate: { sameAs: rate }"],
  ])("say nothing of a computed one that is stated by nothing: %s", (amounts) => {
    expect(codes(amounts).filter((code) => code.startsWith("computed"))).toEqual([]);
  });

  it("name every line of a total that lacks a part", () => {
    const [incomplete] = told("a: 5, b: 6").filter(({ code }) => code === "total-incomplete");
    const shown = [incomplete?.span, ...(incomplete?.related ?? []).map(({ span }) => span)];
    expect(shown.map((span) => span?.file.text.slice(span.start, span.end))).toEqual(["5", "6"]);
    expect(incomplete?.related.map(({ note }) => note)).toEqual(["part"]);
  });

  it("have no rate for different parts of the year, not even of nothing", () => {
    expect(codes("a: { value: 0, period: 2022-H1 }, b: { value: 0, period: 2022-H2 }, c: 1")).toContain(
      "rate-undefined",
    );
    expect(codes("a: 0, b: 0, c: 1")).not.toContain("rate-undefined");
  });

  it("tell of amounts for years, months and days in one list, the longest first", () => {
    const list =
      "d: [{ period: 2022-03-05, value: 1, department: 甲 }, { period: 2022-04, value: 2, department: 甲 }, { period: 2022, value: 3, department: 乙 }]";
    const [found] = told(list).filter(({ code }) => code === "observations-mixed");
    expect(found?.facts).toEqual({ label: "d", grains: ["year", "month", "day"] });
  });

  it("tell of two amounts for the same time at the one that is written later", () => {
    const list = "d: [{ period: 2022-02, value: 1 }, { period: 2022-Q1, value: 2 }]";
    const [found] = told(list).filter(({ code }) => code === "observations-overlap");
    expect(found?.facts).toEqual({ label: "d", found: "2022-Q1", other: "2022-02" });
  });
});

describe("the ledgers of a year", () => {
  const read = (amounts: string): Outcome<YearData> => {
    const { schema: compiled } = smallSchema({ a: {}, b: {}, c: {} });
    if (!compiled) throw new Error("the small schema does not compile");
    const parsed = parseYaml({ path: "data/2022.yaml", text: `indicators: { g: { ${amounts} } }\n` });
    return andThen(parsed, (source) => validate(source, compiled, 2022));
  };
  const rows = new TextEncoder().encode("日期,数\n2022-01-05,3\n2022-03-05,4\n");
  const opened: string[] = [];
  const open: OpenLedger = (path) => {
    opened.push(path);
    return { ...sourceOf(rows), stamp: async () => `stamp of ${path}` };
  };

  it("are each stamped once, by their names", async () => {
    const data = read(
      "a: { ledger: x, sum: 数 }, b: { ledger: y, sum: 数 }, c: { ledger: x, count: true, period: 日期 }",
    );
    expect(await stampsOf(data, open)).toEqual(["stamp of x", "stamp of y"]);
    expect(await stampsOf(read("a: 5"), open)).toEqual([]);
    expect(await stampsOf({ value: null, diagnostics: [] }, open)).toEqual([]);
  });

  it("are each read once, and what was said before is said still", async () => {
    opened.length = 0;
    const said = [
      diagnostic("observations-missing", null, { label: "a", department: null, months: "", codes: "" }),
    ];
    const data = read("a: { ledger: x, sum: 数 }, b: { ledger: x, count: true, period: 日期 }, c: 5");
    const { value, diagnostics } = await fromLedgers({ ...data, diagnostics: said }, open);
    expect([opened, diagnostics]).toEqual([["x"], said]);
    const given = [...(value?.observations.values() ?? [])].map(({ indicator, given: { kind } }) => [
      indicator.id,
      kind,
    ]);
    expect(given).toEqual([
      ["g.a", "quantity"],
      ["g.b", "parts"],
      ["g.c", "quantity"],
    ]);
  });
});
