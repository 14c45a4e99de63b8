import { type SchemaFault, schemaFaultText } from "./schema-fault.ts";
import { didYouMean, type Words } from "./words.ts";

export interface SchemaFacts {
  "schema-missing": { readonly path: string };
  "schema-invalid": { readonly fault: SchemaFault };
  "schema-indicator-incomplete": { readonly id: string; readonly keyword: string };
  "schema-hover-stale": { readonly id: string };
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
    /** The units differ only in the years before this one. */
    readonly before: number | null;
  };
  "schema-before-order": { readonly id: string; readonly year: number; readonly after: number };
  "schema-before-same": { readonly id: string; readonly year: number };
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
  "schema-hover-stale": {
    severity: "warning",
    zh: ({ id }) => `“${id}”的悬停说明（markdownDescription）与它的名称、单位、部门或说明不一致`,
    en: ({ id }) =>
      `the hover text (markdownDescription) of "${id}" is not that of its title, unit, department and description`,
    hint: {
      zh: () => "悬停说明由程序编写：运行 report schema --write。",
      en: () => "Hover texts are made by the program: run report schema --write.",
    },
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
    zh: ({ keyword, id, unit, other, otherUnit, before }) =>
      `${before === null ? "" : `${before - 1}年及以前`}单位不同：${id} 以“${unit}”计，${keyword} 提到的 ${other} 以“${otherUnit}”计`,
    en: ({ keyword, id, unit, other, otherUnit, before }) =>
      `units differ${before === null ? "" : ` before ${before}`}: ${id} counts ${unit}, but ${other} in its ${keyword} counts ${otherUnit}`,
    hint: {
      zh: ({ keyword, unit, other, before }) =>
        keyword === "totalOf"
          ? `请在 ${other} ${before === null ? "上" : "的 before 里"}写明如何折算，例如 "countsAs": { "unit": "${unit}", "bound": "lower" }。`
          : null,
      en: ({ keyword, unit, other, before }) =>
        keyword === "totalOf"
          ? `Say ${before === null ? "on" : 'in "before" of'} ${other} how it counts, such as "countsAs": { "unit": "${unit}", "bound": "lower" }.`
          : null,
    },
  },
  "schema-before-order": {
    severity: "error",
    zh: ({ id, year, after }) => `${id} 的 before 应按年份由早到晚、一年一条，${year} 却写在 ${after} 之后`,
    en: ({ id, year, after }) => `"before" of ${id}: expected ascending years, found ${year} after ${after}`,
    hint: {
      zh: () => "同一年的几处变化合写成一条。",
      en: () => "Put several changes of one year into one entry.",
    },
  },
  "schema-before-same": {
    severity: "error",
    zh: ({ id, year }) => `${id} 在 ${year} 年前后没有不同，before 里的这一条不起作用`,
    en: ({ id, year }) =>
      `${id} is the same before and after ${year}, so this entry of "before" says nothing`,
    hint: {
      zh: () => "before 写的是这一年以前的单位、口径；这一年起的，写在指标自身上。",
      en: () =>
        "An entry says what was so before the year; what is so from then on stands on the indicator itself.",
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
