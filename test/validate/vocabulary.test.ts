import { describe, expect, it } from "vitest";
import { isDate } from "../../src/period/period.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { vocabulary } from "../../src/validate/vocabulary.ts";

/** What is wrong with a schema whose one indicator, or whose root, says this beside what it must. */
function faults(indicator: object, root: object = {}): readonly unknown[] {
  const of = (properties: object): object => ({ type: "object", properties });
  const a = { title: "甲", unit: "次", quantity: "count", ...indicator };
  const b = { title: "乙", unit: "次", quantity: "count" };
  const value = { ...of({ indicators: of({ g: of({ a, b }) }) }), ...root };
  const { diagnostics } = compileSchema({ path: "s.json", text: JSON.stringify(value) });
  return diagnostics.flatMap(({ code, facts }) => (code === "schema-invalid" ? [facts.fault] : []));
}

const change = { year: 2022, reason: "改了", unit: "家" };
const list = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `部分${index}`);

describe("a keyword of ours takes", () => {
  it.each<readonly [string, object]>([
    ["a kind", { quantity: "measure" }],
    ["a department", { department: "安全科" }],
    ["a longer text for editors", { markdownDescription: "说明" }],
    ["the parts of a total", { totalOf: ["g.b"] }],
    ["a rate", { unit: "%", rateOf: { part: "g.b", whole: "h.c2" } }],
    ["how it counts in a total", { countsAs: { unit: "家", bound: "lower" } }],
    ["how it counts in a total, exactly", { countsAs: { unit: "家", bound: "both" } }],
    ["what it equals", { sameAs: "g.b" }],
    ["what it is a part of", { partOf: "g.b" }],
    ["what it is not more than", { atMost: "g.b" }],
    ["a change", { before: [change] }],
    ["the first year", { before: [{ ...change, year: 1949 }] }],
    ["the last year", { before: [{ ...change, year: 2999 }] }],
    ["fifty changes", { before: Array.from({ length: 50 }, (_, n) => ({ ...change, year: 1950 + n })) }],
    ["a change of kind", { before: [{ year: 2022, reason: "改了", quantity: "measure" }] }],
    ["a change of definition", { before: [{ year: 2022, reason: "改了", description: "原来" }] }],
    ["a change of parts", { before: [{ year: 2022, reason: "改了", totalOf: ["g.b"] }] }],
    [
      "a change of counting",
      { before: [{ year: 2022, reason: "改了", countsAs: { unit: "次", bound: "both" } }] },
    ],
    ["a factor", { jump: 1.5 }],
    ["a step", { round: 0.1 }],
  ])("%s", (_, indicator) => {
    expect(faults(indicator)).toEqual([]);
  });

  it.each<readonly [string, object, object]>([
    [
      "no other kind",
      { quantity: "number" },
      { kind: "choice", keyword: "quantity", wanted: ["count", "measure"] },
    ],
    ["no empty unit", { unit: "" }, { kind: "empty", keyword: "unit" }],
    ["no number as a unit", { unit: 5 }, { kind: "type", keyword: "unit", wanted: ["string"] }],
    ["no empty department", { department: "" }, { kind: "empty", keyword: "department" }],
    [
      "no empty text for editors",
      { markdownDescription: "" },
      { kind: "empty", keyword: "markdownDescription" },
    ],
    ["no total of nothing", { totalOf: [] }, { kind: "empty", keyword: "totalOf" }],
    ["no total of one name", { totalOf: "g.b" }, { kind: "type", keyword: "totalOf", wanted: ["array"] }],
    ["no part twice", { totalOf: ["g.b", "g.b"] }, { kind: "repeated", keyword: "totalOf" }],
    ["no name without a group", { totalOf: ["b"] }, { kind: "form", keyword: "totalOf" }],
    ["no name of three", { atMost: "g.b.c" }, { kind: "form", keyword: "atMost" }],
    ["no name with anything before it", { sameAs: "/g.b" }, { kind: "form", keyword: "sameAs" }],
    ["no name that begins with a digit", { partOf: "1g.b" }, { kind: "form", keyword: "partOf" }],
    ["no name that goes on with a mark", { partOf: "g-h.b" }, { kind: "form", keyword: "partOf" }],
    ["no name that is a number", { partOf: 5 }, { kind: "type", keyword: "partOf", wanted: ["string"] }],
    [
      "no rate without a whole",
      { rateOf: { part: "g.b" } },
      { kind: "key-missing", keyword: "rateOf", key: "whole" },
    ],
    [
      "no rate without a part",
      { rateOf: { whole: "g.b" } },
      { kind: "key-missing", keyword: "rateOf", key: "part" },
    ],
    [
      "no rate of a number",
      { rateOf: { part: 5, whole: "g.b" } },
      { kind: "type", keyword: "part", wanted: ["string"] },
    ],
    [
      "no rate by anything else",
      { rateOf: { part: "g.b", whole: "g.b", by: 1 } },
      { kind: "key-unknown", keyword: "rateOf", key: "by" },
    ],
    ["no rate that is a name", { rateOf: "g.b" }, { kind: "type", keyword: "rateOf", wanted: ["object"] }],
    [
      "no counting without a unit",
      { countsAs: { bound: "lower" } },
      { kind: "key-missing", keyword: "countsAs", key: "unit" },
    ],
    [
      "no counting without a bound",
      { countsAs: { unit: "家" } },
      { kind: "key-missing", keyword: "countsAs", key: "bound" },
    ],
    [
      "no counting from above",
      { countsAs: { unit: "家", bound: "upper" } },
      { kind: "choice", keyword: "bound", wanted: ["both", "lower"] },
    ],
    ["no counting in nothing", { countsAs: { unit: "", bound: "both" } }, { kind: "empty", keyword: "unit" }],
    [
      "nothing else of counting",
      { countsAs: { unit: "家", bound: "both", by: 1 } },
      { kind: "key-unknown", keyword: "countsAs", key: "by" },
    ],
    ["no empty list of changes", { before: [] }, { kind: "empty", keyword: "before" }],
    [
      "no fifty-one changes",
      { before: Array.from({ length: 51 }, (_, n) => ({ ...change, year: 1950 + n })) },
      { kind: "other", keyword: "before" },
    ],
    [
      "no change without a year",
      { before: [{ reason: "改了", unit: "家", quantity: "count" }] },
      { kind: "key-missing", keyword: "before", key: "year" },
    ],
    [
      "no change without a reason",
      { before: [{ year: 2022, unit: "家", quantity: "count" }] },
      { kind: "key-missing", keyword: "before", key: "reason" },
    ],
    [
      "no change of nothing",
      { before: [{ year: 2022, reason: "改了" }] },
      { kind: "empty", keyword: "before" },
    ],
    [
      "no change with an empty reason",
      { before: [{ ...change, reason: "" }] },
      { kind: "empty", keyword: "reason" },
    ],
    [
      "no change in half a year",
      { before: [{ ...change, year: 2022.5 }] },
      { kind: "type", keyword: "year", wanted: ["integer"] },
    ],
    [
      "no change before the first year",
      { before: [{ ...change, year: 1948 }] },
      { kind: "limit", keyword: "year", wanted: "≥ 1949" },
    ],
    [
      "no change after the last year",
      { before: [{ ...change, year: 3000 }] },
      { kind: "limit", keyword: "year", wanted: "≤ 2999" },
    ],
    [
      "no change to another kind",
      { before: [{ ...change, quantity: "some" }] },
      { kind: "choice", keyword: "quantity", wanted: ["count", "measure"] },
    ],
    ["no change to an empty unit", { before: [{ ...change, unit: "" }] }, { kind: "empty", keyword: "unit" }],
    [
      "no change to an empty description",
      { before: [{ ...change, description: "" }] },
      { kind: "empty", keyword: "description" },
    ],
    [
      "no change to a total of nothing",
      { before: [{ ...change, totalOf: [] }] },
      { kind: "empty", keyword: "totalOf" },
    ],
    [
      "no change of a department",
      { before: [{ ...change, department: "一" }] },
      { kind: "key-unknown", keyword: "before", key: "department" },
    ],
    ["no change that is a year", { before: [2022] }, { kind: "type", keyword: "before", wanted: ["object"] }],
    ["no factor of one", { jump: 1 }, { kind: "limit", keyword: "jump", wanted: "> 1" }],
    ["no factor in words", { jump: "2" }, { kind: "type", keyword: "jump", wanted: ["number"] }],
    ["no step of nothing", { round: 0 }, { kind: "limit", keyword: "round", wanted: "> 0" }],
    ["no step in words", { round: "100" }, { kind: "type", keyword: "round", wanted: ["number"] }],
  ])("%s", (_, indicator, fault) => {
    expect(faults(indicator)).toEqual([fault]);
  });
});

describe("the outline takes", () => {
  const part = { title: "主动公开", about: ["公开"] };

  it.each<readonly [string, object]>([
    ["a part", [part]],
    ["fifty parts", Array.from({ length: 50 }, () => part)],
    ["a part about fifty things", [{ ...part, about: list(50) }]],
    ["this year", [{ ...part, year: "this" }]],
    ["the next", [{ ...part, year: "next" }]],
    ["no year", [{ ...part, year: null }]],
  ])("%s", (_, outline) => {
    expect(faults({}, { outline })).toEqual([]);
  });

  it.each<readonly [string, object, object]>([
    ["not none", [], { kind: "empty", keyword: "outline" }],
    ["not fifty-one", Array.from({ length: 51 }, () => part), { kind: "other", keyword: "outline" }],
    ["no mapping", part, { kind: "type", keyword: "outline", wanted: ["array"] }],
    ["no text", ["公开"], { kind: "type", keyword: "outline", wanted: ["object"] }],
    [
      "no part without a title",
      [{ about: ["公开"] }],
      { kind: "key-missing", keyword: "outline", key: "title" },
    ],
    [
      "no part about nothing said",
      [{ title: "一" }],
      { kind: "key-missing", keyword: "outline", key: "about" },
    ],
    ["no part about nothing", [{ ...part, about: [] }], { kind: "empty", keyword: "about" }],
    ["no part about fifty-one things", [{ ...part, about: list(51) }], { kind: "other", keyword: "about" }],
    [
      "no part about the same twice",
      [{ ...part, about: ["一", "一"] }],
      { kind: "repeated", keyword: "about" },
    ],
    ["no part about an empty text", [{ ...part, about: [""] }], { kind: "empty", keyword: "about" }],
    [
      "no part about a text alone",
      [{ ...part, about: "公开" }],
      { kind: "type", keyword: "about", wanted: ["array"] },
    ],
    ["no empty title", [{ ...part, title: "" }], { kind: "empty", keyword: "title" }],
    [
      "no year before",
      [{ ...part, year: "last" }],
      { kind: "choice", keyword: "year", wanted: ["this", "next", "null"] },
    ],
    ["nothing else", [{ ...part, empty: true }], { kind: "key-unknown", keyword: "outline", key: "empty" }],
  ])("%s", (_, outline, fault) => {
    expect(faults({}, { outline })).toEqual([fault]);
  });
});

describe("the last day for handing in", () => {
  const { metaSchema } = vocabulary.find(({ keyword }) => keyword === "handIn") ?? {};
  const form = new RegExp(String(Object(metaSchema).pattern), "u");

  it("is a day of every year, and no other", () => {
    const two = (n: number): string => String(n).padStart(2, "0");
    const days = Array.from({ length: 100 * 100 }, (_, n) => `${two(Math.floor(n / 100))}-${two(n % 100)}`);
    expect(days.filter((day) => form.test(day))).toEqual(days.filter((day) => isDate(`2023-${day}`)));
  });

  it.each(["1-31", "2023-01-31", "01-31 ", " 01-31", "", "0131"])("is not %j", (handIn) => {
    expect(faults({}, { handIn })).toEqual([{ kind: "form", keyword: "handIn" }]);
  });

  it("is no number", () => {
    expect(faults({}, { handIn: 131 })).toEqual([{ kind: "type", keyword: "handIn", wanted: ["string"] }]);
  });
});
