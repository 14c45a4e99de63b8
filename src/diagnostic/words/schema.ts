import { type SchemaFault, schemaFaultText } from "./schema-fault.ts";
import { didYouMean, type Words } from "./words.ts";

export interface SchemaFacts {
  "schema-missing": { readonly path: string };
  "schema-invalid": { readonly fault: SchemaFault };
  "schema-indicator-incomplete": { readonly id: string; readonly keyword: string };
  "schema-reference-unknown": {
    readonly keyword: string;
    readonly id: string;
    readonly suggestion: string | null;
  };
  "schema-units-differ": {
    readonly keyword: string;
    readonly id: string;
    readonly unit: string;
    readonly other: string;
    readonly otherUnit: string;
  };
  "schema-rate-unit": { readonly id: string; readonly unit: string };
  "schema-cycle": { readonly way: readonly string[] };
  "schema-name-taken": { readonly name: string };
}

export const schemaWords: Words<SchemaFacts> = {
  "schema-missing": {
    severity: "error",
    zh: ({ path }) => `没有数据规范文件 ${path}`,
    en: ({ path }) => `the schema ${path} is missing`,
    hint: {
      zh: () => "工作区有 schemas 文件夹时，其中须有 year.schema.json；没有这个文件夹时用随程序安装的规范。",
      en: () =>
        "A workspace with schemas/ must hold year.schema.json there; without that folder the shipped one is used.",
    },
  },
  "schema-invalid": {
    severity: "error",
    zh: ({ fault }) => `数据规范不成立：${schemaFaultText("zh", fault)}`,
    en: ({ fault }) => `the schema does not hold: ${schemaFaultText("en", fault)}`,
    hint: {
      zh: () =>
        "规范文件按 JSON Schema 2020-12 编写，另加 quantity、unit、totalOf 等关键字，见 docs/schema.md。",
      en: () =>
        "Schemas are JSON Schema 2020-12 with our keywords quantity, unit, totalOf and so on: docs/schema.md.",
    },
  },
  "schema-indicator-incomplete": {
    severity: "error",
    zh: ({ id, keyword }) => `指标 ${id} 缺少 ${keyword}`,
    en: ({ id, keyword }) => `indicator ${id} lacks "${keyword}"`,
  },
  "schema-reference-unknown": {
    severity: "error",
    zh: ({ keyword, id }) => `${keyword} 提到的“${id}”不是另一项指标`,
    en: ({ keyword, id }) => `${keyword} names "${id}", which is no other indicator`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
  "schema-units-differ": {
    severity: "error",
    zh: ({ keyword, id, unit, other, otherUnit }) =>
      `单位不同：${id} 以“${unit}”计，${keyword} 提到的 ${other} 以“${otherUnit}”计`,
    en: ({ keyword, id, unit, other, otherUnit }) =>
      `units differ: ${id} counts ${unit}, but ${other} in its ${keyword} counts ${otherUnit}`,
    hint: {
      zh: ({ keyword, unit, other }) =>
        keyword === "totalOf"
          ? `请在 ${other} 上写明如何折算，例如 "countsAs": { "unit": "${unit}", "bound": "lower" }。`
          : null,
      en: ({ keyword, unit, other }) =>
        keyword === "totalOf"
          ? `Say on ${other} how it counts, such as "countsAs": { "unit": "${unit}", "bound": "lower" }.`
          : null,
    },
  },
  "schema-rate-unit": {
    severity: "error",
    zh: ({ id, unit }) => `比率 ${id} 的单位应为“%”，实为“${unit}”`,
    en: ({ id, unit }) => `the unit of the rate ${id} should be "%", found "${unit}"`,
  },
  "schema-cycle": {
    severity: "error",
    zh: ({ way }) => `合计绕回了自身：${way.join(" → ")}`,
    en: ({ way }) => `the total leads back to itself: ${way.join(" → ")}`,
  },
  "schema-name-taken": {
    severity: "error",
    zh: ({ name }) => `指标组不能叫“${name}”，模板已用这个名字指别的内容`,
    en: ({ name }) =>
      `a group of indicators cannot be called "${name}": templates use that name for something else`,
  },
};
