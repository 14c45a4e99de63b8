import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../src/catalogue/catalogue.ts";
import { type JsonObject, schemaRoot } from "../../src/catalogue/schema-node.ts";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { formatFigure } from "../../src/quantity/format.ts";
import type { Span } from "../../src/source/source-file.ts";
import { type ReadContext, readAmounts } from "../../src/validate/read-amounts.ts";
import { readLastYear } from "../../src/validate/read-last-year.ts";
import type { Observation } from "../../src/validate/year-data.ts";
import { smallRoot } from "../support/small-years.ts";

const { current: catalogue } = readCatalogues(
  schemaRoot(
    smallRoot({
      a: { title: "甲项" },
      b: { title: "乙项" },
      homes: { title: "丙项", unit: "家" },
      area: { title: "丁项", unit: "平方米", quantity: "measure" },
      total: { title: "合计", totalOf: ["g.a", "g.b"] },
      rate: { title: "比率", unit: "%", quantity: "measure", rateOf: { part: "g.a", whole: "g.b" } },
    }),
  ),
);

interface Answer {
  readonly observations: ReadonlyMap<string, Observation>;
  readonly told: readonly (readonly [string, string])[];
  readonly faults: readonly Diagnostic[];
}

const shown = ({ file, start, end }: Span): string => file.text.slice(start, end);

/** What is read of amounts in flow style, with each fault and the text that it is shown at. */
function answer(amounts: string): Answer {
  return answerTo(`indicators: { g: { ${amounts} } }\n`);
}

function answerTo(text: string): Answer {
  const { value, diagnostics } = parseYaml({ path: "data/2022.yaml", text });
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join());
  const faults: Diagnostic[] = [];
  const observations = readAmounts(value.root, contextOf(faults));
  const told = faults.map(({ code, span }) => [code, span ? shown(span) : ""] as const);
  return { observations, told, faults };
}

function contextOf(faults: Diagnostic[]): ReadContext {
  return { catalogue, year: 2022, schema: "s.json", report: (each) => void faults.push(each) };
}

/** An observation in short: what is given, for which part of the year, and of what it is a part. */
function short(found: Observation | undefined): string | null {
  if (!found) return null;
  const { given, indicator, period, partOf } = found;
  const amount = {
    quantity: () => (given.kind === "quantity" ? formatFigure(given.quantity, indicator.unit) : ""),
    sameAs: () => (given.kind === "sameAs" ? `= ${given.reference.id}` : ""),
    ledger: () => (given.kind === "ledger" ? `ledger ${given.path}` : ""),
    parts: () =>
      given.kind === "parts"
        ? `[${given.parts.map(({ period: { text }, quantity, department }) => `${text} ${department ?? "-"} ${formatFigure(quantity, "")}`).join(", ")}] ${given.complete}`
        : "",
  }[given.kind]();
  return [amount, period && `for ${period.text}`, partOf && `in ${partOf.id}`]
    .filter((each) => each !== null)
    .join(" ");
}

const a = (amounts: string): readonly [string | null, ...(readonly (readonly [string, string])[])] => {
  const { observations, told } = answer(amounts);
  return [short(observations.get("g.a")), ...told];
};

describe("an amount", () => {
  it.each([
    ["a: 5", "5次"],
    ["a: 6300余", "6300余次"],
    ['a: "1.20万余次"', "1.20万余次"],
    ["a: { value: 5 }", "5次"],
    ["a: { value: 5, period: 2022-H2 }", "5次 for 2022-H2"],
    ["a: { value: 5, period: 2022 }", "5次"],
    ["a: { value: 5, period: 2022-01..2022-12 }", "5次"],
    ["a: { value: 5, period: 2022-02..2022-12 }", "5次 for 2022-02..2022-12"],
    ["a: { value: 5, period: 2022-01..2022-11 }", "5次 for 2022-01..2022-11"],
    ['a: { value: 5, period: "" }', "5次"],
    ["a: { value: 5, period: [2022-H1] }", "5次"],
    ["a: { value: 5, partOf: b }", "5次 in g.b"],
    ["a: { value: 5, partOf: g.b }", "5次 in g.b"],
    ["a: { sameAs: b }", "= g.b"],
    ["a: { sameAs: g.b, partOf: total, period: 2022-Q1 }", "= g.b for 2022-Q1 in g.total"],
    ["a: { sameAs: [b] }", null],
    ["a: { sameAs: 5 }", null],
    ["a: { value: { value: 5 } }", null],
    ["a: { value: [5] }", null],
    ["a: null", null],
    ["a: true", null],
    ["a: { value: null }", null],
    ["a: { value: false }", null],
    ["b: 5", null],
  ])("%s is read as %s", (text, expected) => {
    expect(a(text)).toEqual([expected]);
  });

  it.each<readonly [string, string, string]>([
    ['a: ""', "figure-missing-value", '""'],
    ['a: "  "', "figure-missing-value", '"  "'],
    ['a: { value: " " }', "figure-missing-value", '" "'],
    ["a: 五", "figure-unreadable", "五"],
    ["a: 1.5", "figure-unreadable", "1.5"],
    ["a: 5家", "figure-unreadable", "5家"],
    ["a: { value: 5, sameAs: b }", "figure-form", "value"],
    ["a: { ledger: l, value: 5, observations: [] }", "figure-form", "ledger"],
    ["a: { period: 2022-H1 }", "figure-form", "period"],
    ["a: { lastYear: 5 }", "figure-form", "lastYear"],
    ["a: {}", "figure-form", "{"],
    ["a: { sameAs: c }", "figure-reference-unknown", "c"],
    ["a: { sameAs: a }", "figure-reference-unknown", "a"],
    ["a: { sameAs: g.a }", "figure-reference-unknown", "g.a"],
    ["a: { sameAs: homes }", "figure-reference-unit", "homes"],
  ])("%s is refused: %s at %s", (text, code, at) => {
    expect(a(text)).toEqual([null, [code, at]]);
  });

  it.each<readonly [string, string, string, string]>([
    ["a: { value: 5, period: 下半年 }", "5次", "period-unreadable", "下半年"],
    ["a: { value: 5, period: 2021-H2 }", "5次 for 2021-H2", "period-outside-year", "2021-H2"],
    ["a: { value: 5, partOf: homes }", "5次", "figure-reference-unit", "homes"],
    ["a: { value: 5, partOf: none }", "5次", "figure-reference-unknown", "none"],
    ["a: { value: 5, sum: 面积 }", "5次", "ledger-form", "面积"],
    ["a: { value: 5, where: { 类型: 违建 } }", "5次", "ledger-form", "类型"],
    ["a: { value: 5, sheet: 一 }", "5次", "ledger-form", "一"],
    ["a: { value: 5, count: true }", "5次", "ledger-form", "true"],
  ])("%s is read as %s, and told %s at %s", (text, expected, code, at) => {
    expect(a(text)).toEqual([expected, [code, at]]);
  });

  it("of a computed indicator may state last year's alone", () => {
    for (const name of ["total", "rate"]) {
      const { observations, told } = answer(`${name}: { lastYear: 5 }`);
      expect([observations.size, told]).toEqual([0, []]);
      expect(answer(`${name}: { note: 无 }`).told).toEqual([["figure-form", "note"]]);
    }
    expect(short(answer("total: { value: 7, lastYear: 5 }").observations.get("g.total"))).toBe("7次");
  });

  it("has the place of what says it", () => {
    const at = (text: string): readonly string[] =>
      [...answer(text).observations.values()].map(({ span }) => shown(span));
    expect(at("a: 5, area: 2.5平方米")).toEqual(["5", "2.5平方米"]);
    expect(at("a: { value: 6, period: 2022-H1 }")).toEqual(["6"]);
    expect(at("a: { sameAs: b }")).toEqual(["b"]);
    expect(at("a: [{ period: 2022-01, value: 3 }]")).toEqual(["a"]);
    expect(at("a: { observations: [{ period: 2022-01, value: 3 }] }")).toEqual(["observations"]);
    expect(at("a: { ledger: l.csv, sum: 面积 }")).toEqual(["l.csv"]);
  });

  it("that cannot be read is quoted, cut after 40 characters", () => {
    const found = (length: number): unknown => {
      const { facts } = answer(`a: ${"件".repeat(length)}`).faults[0] ?? {};
      return facts && "found" in facts ? facts.found : null;
    };
    expect(found(40)).toBe("件".repeat(40));
    expect(found(41)).toBe(`${"件".repeat(40)}…`);
    const period = answer(`a: { value: 5, period: ${"年".repeat(41)} }`).faults[0]?.facts;
    expect(period).toEqual({ found: "年".repeat(40) });
  });

  it("is told with what it should have been", () => {
    const facts = (text: string): unknown => answer(text).faults[0]?.facts;
    expect(facts('a: ""')).toEqual({ label: "甲项", unit: "次" });
    expect(facts("a: 5家")).toEqual({
      found: "5家",
      unit: "次",
      fault: { kind: "unit-differs", found: "家" },
      schema: "s.json",
    });
    expect(facts("a: { value: 5, sameAs: b }")).toEqual({ found: ["value", "sameAs"] });
    expect(facts("a: { value: 5, period: 2021 }")).toEqual({ found: "2021", year: 2022 });
    expect(facts("a: { sameAs: homes }")).toEqual({ unit: "次", other: "丙项", otherUnit: "家" });
    expect(facts("a: { value: 5, partOf: none }")).toEqual({ key: "partOf", name: "none", suggestion: null });
    expect(facts("a: { value: 5, count: true }")).toEqual({ fault: "no-ledger", key: "count" });
  });

  it.each([
    ["home", "homes"],
    ["乙项", "g.b"],
    [" 乙项 ", "g.b"],
    ["g.home", "g.homes"],
    ["a", "b"],
    ["什么也不像", null],
  ])("a reference to %s is answered with %s", (name, suggestion) => {
    expect(answer(`a: { sameAs: "${name}" }`).faults[0]?.facts).toEqual({ key: "sameAs", name, suggestion });
  });

  it("is not taken for one of another group by its short name", () => {
    const of = (properties: object): JsonObject => ({ type: "object", properties });
    const count = { title: "项", unit: "次", quantity: "count" };
    const groups = of({ homes: of({ first: count, checked: count }), roads: of({ patched: count }) });
    const { current: other } = readCatalogues(schemaRoot(of({ indicators: groups })));
    const suggested = (name: string): unknown => {
      const text = `indicators: { homes: { first: { sameAs: ${name} } } }\n`;
      const { value } = parseYaml({ path: "data/2022.yaml", text });
      const faults: Diagnostic[] = [];
      if (value) readAmounts(value.root, { ...contextOf(faults), catalogue: other });
      return faults.map(({ facts }) => facts);
    };
    for (const [name, suggestion] of [
      ["cheked", "checked"],
      ["patchd", null],
      ["roads.patchd", "roads.patched"],
    ])
      expect(suggested(String(name))).toEqual([{ key: "sameAs", name, suggestion }]);
  });

  it("is found wherever its group stands, and nothing else is", () => {
    expect([...answerTo("year: 2022\nindicators:\n  g:\n    a: 5\n").observations.keys()]).toEqual(["g.a"]);
    for (const text of [
      "year: 2022\n",
      "indicators: 5\n",
      "indicators: { g: 5 }\n",
      "indicators: { a: 5 }\n",
    ])
      expect(answerTo(text).observations.size).toBe(0);
  });
});

describe("a list of amounts", () => {
  it.each([
    ["[{ period: 2022-01, value: 3 }, { period: 2022-02, value: 4余 }]", null],
    [
      "[{ period: 2022-01, value: 30 }, { period: 2022-02, value: 40余 }]",
      "[2022-01 - 30, 2022-02 - 40余] null",
    ],
    ["[{ period: 2022-01, value: 3, department: 安全科 }]", "[2022-01 安全科 3] null"],
    ['[{ period: 2022-01, value: 3, department: " 安全科 " }]', "[2022-01 安全科 3] null"],
    ['[{ period: 2022-01, value: 3, department: "  " }]', "[2022-01 - 3] null"],
    ["[{ period: 2022-01, value: 3, department: [安全科] }]", "[2022-01 - 3] null"],
    ["[{ period: 2022, value: 3 }]", "[2022 - 3] null"],
    ["{ observations: [{ period: 2022-01, value: 3 }] }", "[2022-01 - 3] null"],
    ["{ complete: true, observations: [{ period: 2022-01, value: 3 }] }", "[2022-01 - 3] true"],
    ["{ complete: false, observations: [{ period: 2022-01, value: 3 }] }", "[2022-01 - 3] false"],
    ["{ complete: 是, observations: [{ period: 2022-01, value: 3 }] }", "[2022-01 - 3] null"],
    ["{ complete: [true], observations: [{ period: 2022-01, value: 3 }] }", "[2022-01 - 3] null"],
    [
      "{ period: 2022-H1, partOf: b, observations: [{ period: 2022-Q2, value: 3 }] }",
      "[2022-Q2 - 3] null for 2022-H1 in g.b",
    ],
    ["{ period: 2022, observations: [{ period: 2022-12, value: 3 }] }", "[2022-12 - 3] null"],
    ["[]", null],
    ["{ observations: [] }", null],
    ["{ observations: 5 }", null],
    ["{ observations: { period: 2022-01, value: 3 } }", null],
    ["[{ period: 2022-01, value: 3 }, { period: 2022-02 }]", null],
    ["[{ value: 3 }]", null],
    ["[{ period: 2022-01, value: [3] }]", null],
    ["[{ period: [2022-01], value: 3 }]", null],
    ["[5]", null],
  ])("%s is read as %s", (list, expected) => {
    const [found, ...told] = a(`a: ${list}`);
    expect(found).toBe(expected);
    expect(told).toEqual(list.includes("4余 }") && expected === null ? [["figure-unreadable", "4余"]] : []);
  });

  it("is refused where one lies outside the part of the year that it is for, at its period", () => {
    const list =
      "{ period: 2022-H1, observations: [{ period: 2022-06, value: 3 }, { period: 2022-07, value: 4 }] }";
    const { observations, faults, told } = answer(`a: ${list}`);
    expect([observations.size, told]).toEqual([0, [["observation-outside-period", "2022-07"]]]);
    expect(faults[0]?.facts).toEqual({ found: "2022-07", within: "2022-H1" });
  });

  it("tells every fault of every one", () => {
    const list = "[{ period: 下旬, value: 五 }, { period: 2021-01, value: 3 }]";
    expect(a(`a: ${list}`)).toEqual([
      null,
      ["figure-unreadable", "五"],
      ["period-unreadable", "下旬"],
      ["period-outside-year", "2021-01"],
    ]);
  });

  it("keeps the place of each amount and of each period", () => {
    const given = answer(
      "a: [{ period: 2022-01, value: 3 }, { value: 40, period: 2022-02 }]",
    ).observations.get("g.a")?.given;
    const parts = given?.kind === "parts" ? given.parts : [];
    expect(parts.map(({ span, periodSpan }) => [shown(span), shown(periodSpan)])).toEqual([
      ["3", "2022-01"],
      ["40", "2022-02"],
    ]);
  });
});

describe("a ledger", () => {
  const query = (inner: string): unknown => {
    const given = answer(`area: { ${inner} }`).observations.get("g.area")?.given;
    if (given?.kind !== "ledger") return null;
    const { sheets, sum, where, period, year, unit, kind, span } = given.query;
    return [given.path, sheets, sum, [...where], period, year, unit, kind, shown(span), given.complete];
  };

  it.each([
    ["ledger: l.csv, sum: 面积", ["l.csv", [], "面积", [], null, "l.csv", null]],
    ['ledger: " l.csv ", sum: " 面积 "', ["l.csv", [], "面积", [], null, '" l.csv "', null]],
    ["ledger: l, count: true, period: 日期", ["l", [], null, [], "日期", "l", null]],
    ["ledger: l, count: true, where: { 类型: 违建 }", ["l", [], null, [["类型", ["违建"]]], null, "l", null]],
    [
      "ledger: l, sum: 面积, where: { 类型: [违建, 圈占], 数: 5 }",
      [
        "l",
        [],
        "面积",
        [
          ["类型", ["违建", "圈占"]],
          ["数", ["5"]],
        ],
        null,
        "l",
        null,
      ],
    ],
    [
      'ledger: l, sum: 面积, where: { 类型: ["", 圈占] }',
      ["l", [], "面积", [["类型", ["圈占"]]], null, "l", null],
    ],
    ["ledger: l, sum: 面积, where: 违建", ["l", [], "面积", [], null, "l", null]],
    ["ledger: l, sum: 面积, sheet: 一月", ["l", ["一月"], "面积", [], null, "l", null]],
    ["ledger: l, sum: 面积, sheet: [一月, 2]", ["l", ["一月", "2"], "面积", [], null, "l", null]],
    ["ledger: l, sum: 面积, complete: true", ["l", [], "面积", [], null, "l", true]],
    ["ledger: l, sum: 面积, complete: false", ["l", [], "面积", [], null, "l", false]],
    ["ledger: l, sum: 面积, complete: 是", ["l", [], "面积", [], null, "l", null]],
    ["ledger: l, sum: 面积, complete: [true]", ["l", [], "面积", [], null, "l", null]],
    ["ledger: l, sum: 面积, count: false", ["l", [], "面积", [], null, "l", null]],
  ])("%s asks for %j", (inner, [path, sheets, sum, where, period, at, complete]) => {
    expect(query(inner)).toEqual([path, sheets, sum, where, period, 2022, "平方米", "measure", at, complete]);
  });

  it.each<readonly [string, string | null]>([
    ["ledger: l", "neither"],
    ["ledger: l, count: false", "neither"],
    ["ledger: l, count: [true]", "neither"],
    ['ledger: l, sum: "  "', "neither"],
    ["ledger: l, sum: 面积, count: true", "both"],
    ["ledger: l, count: true", "column-wanted"],
    ["ledger: l, count: true, where: {}", "column-wanted"],
    ['ledger: "  ", sum: 面积', null],
    ["ledger: [l], sum: 面积", null],
  ])("%s asks for nothing: %s", (inner, fault) => {
    const { observations, faults, told } = answer(`area: { ${inner} }`);
    expect(observations.size).toBe(0);
    expect(faults.map(({ facts }) => facts)).toEqual(fault === null ? [] : [{ fault, key: "ledger" }]);
    expect(told).toEqual(fault === null ? [] : [["ledger-form", "l"]]);
  });

  it("may be part of another, and is for the year", () => {
    expect(
      short(answer("a: { ledger: l, count: true, period: 日期, partOf: b }").observations.get("g.a")),
    ).toBe("ledger l in g.b");
  });
});

describe("last year's amount", () => {
  const stated = (amounts: string): readonly unknown[] => {
    const { value } = parseYaml({ path: "data/2022.yaml", text: `indicators: { g: { ${amounts} } }\n` });
    const faults: Diagnostic[] = [];
    const found = value ? readLastYear(value.root, contextOf(faults)) : new Map();
    return [
      ...[...found].map(([id, { quantity, span }]) => [id, formatFigure(quantity, ""), shown(span)]),
      ...faults.map(({ code }) => code),
    ];
  };

  it.each([
    ["a: { value: 5, lastYear: 40余 }, b: 3", [["g.a", "40余", "40余"]]],
    ["total: { lastYear: 40 }", [["g.total", "40", "40"]]],
    ["a: { value: 5, lastYear: 四十 }", ["figure-unreadable"]],
    ["a: { value: 5, lastYear: [4] }", []],
    ["a: { value: 5, lastYear: null }", []],
    ["a: [{ period: 2022-01, value: 3 }]", []],
    ["a: 5", []],
  ])("of %s is %j", (amounts, expected) => {
    expect(stated(amounts)).toEqual(expected);
  });
});
