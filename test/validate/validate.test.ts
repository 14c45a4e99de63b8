import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.ts";
import { parseYaml } from "../../src/parse/parse-yaml.ts";
import { compileSchema } from "../../src/validate/compile-schema.ts";
import { validate } from "../../src/validate/validate.ts";

const of = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });
const amount = { title: "甲", unit: "次", quantity: "count" };
const schemaText = JSON.stringify(
  of(
    {
      year: { type: "integer", title: "年度" },
      issued: of({ date: { title: "成文日期" } }, { title: "印发" }),
      office: of(
        {
          name: { type: "string", title: "全称", minLength: 2, maxLength: 4 },
          code: { type: "string", title: "代码", pattern: "^[0-9]+$", examples: ["12"] },
          kind: { title: "类别", enum: ["街道", 5, null] },
          fixed: { const: 7 },
        },
        { title: "单位", required: ["name"], additionalProperties: false },
      ),
      indicators: of({
        g: of({
          a: { ...amount, type: ["string", "integer", "array"] },
          b: { ...amount, title: "乙", type: "string" },
        }),
      }),
      lists: of({
        texts: {
          type: "array",
          title: "各项",
          minItems: 2,
          maxItems: 3,
          items: { type: ["string", "number"] },
        },
        titled: { type: "array", title: "各段", items: { type: "string", title: "一段" } },
        bare: { type: "array", items: { type: "string" } },
      }),
      size: of({
        least: { type: "number", title: "下限", minimum: 3 },
        above: { type: "number", title: "超过", exclusiveMinimum: 3 },
        most: { type: "number", title: "上限", maximum: 3 },
        below: { type: "number", title: "不足", exclusiveMaximum: 3 },
      }),
      types: of({
        text: { type: "string", title: "文" },
        number: { type: "number", title: "数" },
        integer: { type: "integer", title: "整数" },
        boolean: { type: "boolean", title: "是否" },
        list: { type: "array", title: "列" },
        mapping: { type: "object", title: "表" },
        nothing: { type: "null", title: "空" },
        two: { type: ["boolean", "array"], title: "二者" },
      }),
      forms: of({
        bare: { type: "string", title: "无例", pattern: "^甲" },
        none: { type: "string", title: "空例", pattern: "^甲", examples: [] },
      }),
      rule: { title: "规则", not: { const: 5 } },
      open: of({ known: { title: "已知" } }, { title: "开放", unevaluatedProperties: false }),
    },
    { $defs: {} },
  ),
);

/** Compiled in the first test that asks: what runs outside of tests tells mutation testing nothing. */
let known: ReturnType<typeof compileSchema> | null = null;
function compiled(): ReturnType<typeof compileSchema> {
  known ??= compileSchema({ path: "s.json", text: schemaText });
  return known;
}

type Told = readonly [string, unknown, string];

function told(text: string): readonly Told[] {
  const { value: schema, diagnostics: faults } = compiled();
  if (!schema) throw new Error(faults.map(({ facts }) => JSON.stringify(facts)).join());
  const { value, diagnostics } = parseYaml({ path: "data/2022.yaml", text });
  if (!value) throw new Error(diagnostics.map(({ code }) => code).join());
  return validate(value, schema, 2022).diagnostics.map(inShort);
}

/** A data file, and what is said of it. */
function each(rows: readonly (readonly [string, ...Told[]])[]): void {
  for (const [text, ...expected] of rows)
    it(text, () => {
      expect(told(text)).toEqual(expected);
    });
}

function inShort({ code, facts, span }: Diagnostic): Told {
  return [code, facts, span ? span.file.text.slice(span.start, span.end) : ""];
}

describe("a year's file is held against its name and the calendar", () => {
  each([
    ["year: 2022"],
    ["year: 2021", ["year-mismatch", { file: "2022", found: "2021" }, "2021"]],
    ["year: 02022", ["year-mismatch", { file: "2022", found: "02022" }, "02022"]],
    ["year: 2022.0", ["year-mismatch", { file: "2022", found: "2022.0" }, "2022.0"]],
    ["issued: { date: 2023-02-28 }"],
    ["issued: { date: 2024-02-29 }"],
    ["issued: { date: 2023-02-29 }", ["date-unreal", { found: "2023-02-29" }, "2023-02-29"]],
    ["issued: { date: 2023-13-01 }", ["date-unreal", { found: "2023-13-01" }, "2023-13-01"]],
    ["issued: { date: 12023-02-29 }"],
    ["issued: { date: 2023-02-290 }"],
    ["issued: { date: 二月 }"],
    ["issued: { date: [2023-02-29] }"],
  ]);

  it("says of a year that is no number only that", () => {
    expect(told('year: "2021"').map(([code]) => code)).toEqual(["type-wrong"]);
    expect(told("year: [2021]").map(([code]) => code)).toEqual(["type-wrong"]);
  });
});

describe("a text of spaces says nothing", () => {
  each([
    ['office: { name: "   " }', ["value-missing", { label: "全称" }, '"   "']],
    ['lists: { titled: ["好", " "] }', ["value-missing", { label: "一段" }, '" "']],
    ['lists: { texts: [5, "\\t"] }', ["value-missing", { label: "各项" }, '"\\t"']],
    ['lists: { bare: [" "] }', ["value-missing", { label: "bare" }, '" "']],
    ['other: { deep: { text: " " } }', ["value-missing", { label: "text" }, '" "']],
    ['other: ""'],
    ["other: 5"],
    ['indicators: { g: { a: " " } }', ["figure-missing-value", { label: "甲", unit: "次" }, '" "']],
  ]);
});

describe("what the schema refuses is told in a clerk's words", () => {
  const missing = (label: string): unknown => ({ label });
  const wrong = (
    label: string,
    expected: readonly string[],
    found: string,
    text: string | null,
  ): unknown => ({
    ...{ label, expected, found, text },
  });

  each([
    [
      "indicators: { g: { a: , b: 五 } }",
      ["figure-missing-value", { label: "甲", unit: "次" }, ""],
      [
        "figure-unreadable",
        { found: "五", unit: "次", fault: { kind: "chinese-numerals" }, schema: "s.json" },
        "五",
      ],
    ],
    ["indicators: { g: { b: 5 } }"],
    [
      "indicators: { g: { a: 1.5 } }",
      [
        "figure-unreadable",
        { found: "1.5", unit: "次", fault: { kind: "not-whole" }, schema: "s.json" },
        "1.5",
      ],
    ],
    ["indicators: { g: { a: true } }", ["type-wrong", wrong("甲", ["amount"], "boolean", "true"), "true"]],
    ["indicators: { g: { b: [5] } }", ["type-wrong", wrong("乙", ["amount"], "list", null), "b"]],
    ["office: { name: }", ["value-missing", missing("全称"), ""]],
    ['office: { name: "" }', ["value-missing", missing("全称"), '""']],
    ["office: { name: 甲 }", ["text-length", { label: "全称", limit: "≥ 2" }, "甲"]],
    ["office: { name: 甲乙丙丁戊 }", ["text-length", { label: "全称", limit: "≤ 4" }, "甲乙丙丁戊"]],
    ["office: {}", ["key-missing", { key: "name", label: "全称", parent: "单位" }, "office"]],
    [
      "office: { name: 甲乙, nane: 丙 }",
      [
        "key-unknown",
        { key: "nane", suggestion: "name", allowed: ["name", "code", "kind", "fixed"] },
        "nane",
      ],
    ],
    [
      'office: { name: 甲乙, " 代码 ": 1 }',
      [
        "key-unknown",
        { key: " 代码 ", suggestion: "code", allowed: ["name", "code", "kind", "fixed"] },
        '" 代码 "',
      ],
    ],
    [
      "office: { name: 甲乙, 完全不同的东西: 1 }",
      [
        "key-unknown",
        { key: "完全不同的东西", suggestion: null, allowed: ["name", "code", "kind", "fixed"] },
        "完全不同的东西",
      ],
    ],
    [
      "open: { unknown: 1 }",
      ["key-unknown", { key: "unknown", suggestion: "known", allowed: ["known"] }, "unknown"],
    ],
    ["office: { name: 甲乙, code: x }", ["text-pattern", { label: "代码", found: "x", example: "12" }, "x"]],
    [
      "office: { name: 甲乙, kind: 镇 }",
      ["value-not-allowed", { label: "类别", found: "镇", allowed: ["街道", "5", "null"] }, "镇"],
    ],
    [
      "office: { name: 甲乙, kind: [镇] }",
      ["value-not-allowed", { label: "类别", found: "", allowed: ["街道", "5", "null"] }, "kind"],
    ],
    [
      "office: { name: 甲乙, fixed: 8 }",
      ["value-not-allowed", { label: "fixed", found: "8", allowed: ["7"] }, "8"],
    ],
    ["lists: { texts: [1] }", ["list-length", { label: "各项", limit: "≥ 2" }, "texts"]],
    ["lists: { texts: [1, 2, 3, 4] }", ["list-length", { label: "各项", limit: "≤ 3" }, "texts"]],
    [
      "lists: { texts: [1, true] }",
      ["type-wrong", wrong("各项第2项", ["text", "number"], "boolean", "true"), "true"],
    ],
    ["lists: { titled: [1] }", ["type-wrong", wrong("一段", ["text"], "number", "1"), "1"]],
    ["lists: { bare: [1] }", ["type-wrong", wrong("0", ["text"], "number", "1"), "1"]],
    ["size: { least: 2 }", ["value-range", { label: "下限", found: "2", limit: "≥ 3" }, "2"]],
    ["size: { above: 3 }", ["value-range", { label: "超过", found: "3", limit: "> 3" }, "3"]],
    ["size: { most: 4 }", ["value-range", { label: "上限", found: "4", limit: "≤ 3" }, "4"]],
    ["size: { below: 3 }", ["value-range", { label: "不足", found: "3", limit: "< 3" }, "3"]],
    ["size: { least: 3, above: 3.1, most: 3, below: 2.9 }"],
    ["types: { text: 5 }", ["type-wrong", wrong("文", ["text"], "number", "5"), "5"]],
    ["types: { number: 五 }", ["type-wrong", wrong("数", ["number"], "text", "五"), "五"]],
    ["types: { integer: 1.5 }", ["type-wrong", wrong("整数", ["integer"], "number", "1.5"), "1.5"]],
    ["types: { boolean: 是 }", ["type-wrong", wrong("是否", ["boolean"], "text", "是"), "是"]],
    ["types: { list: { a: 1 } }", ["type-wrong", wrong("列", ["list"], "mapping", null), "list"]],
    ["types: { mapping: [1] }", ["type-wrong", wrong("表", ["mapping"], "list", null), "mapping"]],
    ["types: { nothing: true }", ["type-wrong", wrong("空", ["nothing"], "boolean", "true"), "true"]],
    ["types: { two: 5 }", ["type-wrong", wrong("二者", ["boolean", "list"], "number", "5"), "5"]],
    [
      `types: { number: ${"五".repeat(40)} }`,
      ["type-wrong", wrong("数", ["number"], "text", "五".repeat(40)), "五".repeat(40)],
    ],
    [
      `types: { number: ${"五".repeat(41)} }`,
      ["type-wrong", wrong("数", ["number"], "text", `${"五".repeat(40)}…`), "五".repeat(41)],
    ],
    ["forms: { bare: 乙 }", ["text-pattern", { label: "无例", found: "乙", example: null }, "乙"]],
    ["forms: { none: 乙 }", ["text-pattern", { label: "空例", found: "乙", example: null }, "乙"]],
    [
      "lists: { texts: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, true] }",
      ["list-length", { label: "各项", limit: "≤ 3" }, "texts"],
      ["type-wrong", wrong("各项第11项", ["text", "number"], "boolean", "true"), "true"],
    ],
    ["rule: 5", ["schema-rule", { label: "规则", keyword: "not", detail: "must NOT be valid" }, "5"]],
  ]);
});
