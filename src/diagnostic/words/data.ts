import type { QuantityFault } from "../../quantity/read.ts";
import { faultEn, faultHintEn, faultHintZh, faultZh } from "./quantity-fault.ts";
import { didYouMean, enList, type Words, zhList } from "./words.ts";

export type TypeName = "text" | "number" | "integer" | "boolean" | "list" | "mapping" | "nothing" | "amount";

const typeZh: Readonly<Record<TypeName, string>> = {
  text: "文字",
  number: "数字",
  integer: "整数",
  boolean: "真假值（true 或 false）",
  list: "列表（以“- ”开头的各行）",
  mapping: "映射（下一级的“键: 值”）",
  nothing: "空白",
  amount: "一个数",
};

const typeEn: Readonly<Record<TypeName, string>> = {
  text: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  list: 'a list (lines that begin with "- ")',
  mapping: 'a mapping ("key: value" on the next level)',
  nothing: "nothing",
  amount: "an amount",
};

export interface DataFacts {
  "key-missing": { readonly key: string; readonly label: string | null; readonly parent: string };
  "type-wrong": {
    readonly label: string;
    readonly expected: readonly TypeName[];
    readonly found: TypeName;
    readonly text: string | null;
  };
  "value-missing": { readonly label: string };
  "value-not-allowed": {
    readonly label: string;
    readonly found: string;
    readonly allowed: readonly string[];
  };
  "value-range": { readonly label: string; readonly found: string; readonly limit: string };
  "text-pattern": { readonly label: string; readonly found: string; readonly example: string | null };
  "text-length": { readonly label: string; readonly limit: string };
  "list-length": { readonly label: string; readonly limit: string };
  "schema-rule": { readonly label: string; readonly keyword: string; readonly detail: string };
  "year-mismatch": { readonly file: string; readonly found: string };
  "date-unreal": { readonly found: string };
  "figure-unreadable": {
    readonly found: string;
    readonly unit: string;
    readonly fault: QuantityFault;
    readonly schema: string;
  };
  "figure-missing-value": { readonly label: string; readonly unit: string };
  /** The ways of saying how much that are written; one is wanted. */
  "figure-form": { readonly found: readonly string[] };
  "figure-reference-unknown": {
    readonly key: "sameAs" | "partOf";
    readonly name: string;
    readonly suggestion: string | null;
  };
  "figure-reference-empty": { readonly key: "sameAs" | "partOf"; readonly label: string };
  "figure-reference-cycle": { readonly way: readonly string[] };
  "figure-reference-unit": { readonly unit: string; readonly other: string; readonly otherUnit: string };
  "period-unreadable": { readonly found: string };
  "period-outside-year": { readonly found: string; readonly year: number };
  /** A text of last year that nobody has gone over. */
  "draft-left": Record<never, never>;
  "new-year-exists": { readonly path: string };
  "observation-outside-period": { readonly found: string; readonly within: string };
}

export const dataWords: Words<DataFacts> = {
  "key-missing": {
    severity: "error",
    zh: ({ key, label, parent }) =>
      `${parent ? `“${parent}”下` : ""}缺少 ${key}${label ? `（${label}）` : ""}`,
    en: ({ key, label, parent }) =>
      `${key}${label ? ` (${label})` : ""} is missing${parent ? ` under "${parent}"` : ""}`,
    hint: { zh: ({ key }) => `请补一行“${key}: …”。`, en: ({ key }) => `Add a line "${key}: …".` },
  },
  "type-wrong": {
    severity: "error",
    zh: ({ label, expected, found, text }) =>
      `“${label}”应为${expected.map((each) => typeZh[each]).join("或")}，实为${text === null ? typeZh[found] : `${typeZh[found]}“${text}”`}`,
    en: ({ label, expected, found, text }) =>
      `"${label}": expected ${expected.map((each) => typeEn[each]).join(" or ")}, found ${typeEn[found]}${text === null ? "" : ` "${text}"`}`,
    hint: {
      zh: ({ expected, found }) =>
        expected.includes("text") && found !== "mapping" && found !== "list" ? "若是文字，请加引号。" : null,
      en: ({ expected, found }) =>
        expected.includes("text") && found !== "mapping" && found !== "list"
          ? "If it is text, quote it."
          : null,
    },
  },
  "value-missing": {
    severity: "error",
    zh: ({ label }) => `“${label}”还没有填`,
    en: ({ label }) => `"${label}" is still empty`,
    hint: {
      zh: () => "请填写内容；确实没有的，删去这一行。",
      en: () => "Fill it in, or delete the line if there is none.",
    },
  },
  "value-not-allowed": {
    severity: "error",
    zh: ({ label, found, allowed }) => `“${label}”应为${zhList(allowed)}之一，实为“${found}”`,
    en: ({ label, found, allowed }) => `"${label}": expected one of ${enList(allowed)}, found "${found}"`,
  },
  "value-range": {
    severity: "error",
    zh: ({ label, found, limit }) => `“${label}”应 ${limit}，实为 ${found}`,
    en: ({ label, found, limit }) => `"${label}": expected ${limit}, found ${found}`,
  },
  "text-pattern": {
    severity: "error",
    zh: ({ label, found }) => `“${label}”的写法不对：“${found}”`,
    en: ({ label, found }) => `"${label}" is not written as it should be: "${found}"`,
    hint: {
      zh: ({ example }) => (example === null ? null : `例如：${example}`),
      en: ({ example }) => (example === null ? null : `For example: ${example}`),
    },
  },
  "text-length": {
    severity: "error",
    zh: ({ label, limit }) => `“${label}”的字数应 ${limit}`,
    en: ({ label, limit }) => `"${label}": expected a length ${limit}`,
  },
  "list-length": {
    severity: "error",
    zh: ({ label, limit }) => `“${label}”的项数应 ${limit}`,
    en: ({ label, limit }) => `"${label}": expected a number of items ${limit}`,
  },
  "schema-rule": {
    severity: "error",
    zh: ({ label, keyword }) => `“${label}”不符合数据规范中的 ${keyword}`,
    en: ({ label, keyword, detail }) => `"${label}" does not meet "${keyword}" of the schema: ${detail}`,
  },
  "year-mismatch": {
    severity: "error",
    zh: ({ file, found }) => `文件名是 ${file} 年，里面写的是 ${found} 年`,
    en: ({ file, found }) => `the file is named ${file}, but says the year ${found}`,
    hint: { zh: () => "请改正其中一处；复制上一年文件时常漏改这一行。", en: () => "Correct one of the two." },
  },
  "date-unreal": {
    severity: "error",
    zh: ({ found }) => `没有“${found}”这一天`,
    en: ({ found }) => `there is no such day as "${found}"`,
    hint: { zh: () => "写作 2023-02-20 的样子。", en: () => "Write it like 2023-02-20." },
  },
  "figure-unreadable": {
    severity: "error",
    zh: ({ found, fault, unit }) => faultZh(fault, found, unit),
    en: ({ found, fault, unit }) => faultEn(fault, found, unit),
    hint: {
      zh: ({ found, fault, unit, schema }) => faultHintZh(fault, found, unit, schema),
      en: ({ found, fault, unit, schema }) => faultHintEn(fault, found, unit, schema),
    },
  },
  "figure-missing-value": {
    severity: "error",
    zh: ({ label, unit }) => `“${label}”（${unit}）还没有填`,
    en: ({ label, unit }) => `"${label}" (${unit}) is still empty`,
    hint: {
      zh: () => "填写数值，没有发生的填 0；没有统计的，删去这一行。",
      en: () => "Give the amount, 0 if there was none; delete the line if it was not counted.",
    },
  },
  "figure-form": {
    severity: "error",
    zh: ({ found }) =>
      found.length > 0
        ? `${found.join("、")} 只能写一个`
        : "应写 value（数值）、sameAs（与哪一项相同）、observations（分期的数）或 ledger（台账）",
    en: ({ found }) =>
      found.length > 0
        ? `${found.join(", ")} exclude each other`
        : "expected value (an amount), sameAs (an indicator), observations (a list of amounts) or ledger (a file)",
  },
  "figure-reference-unknown": {
    severity: "error",
    zh: ({ key, name }) => `${key} 提到的“${name}”不是另一项指标`,
    en: ({ key, name }) => `${key} names "${name}", which is no other indicator`,
    hint: {
      zh: ({ suggestion }) => didYouMean.zh(suggestion),
      en: ({ suggestion }) => didYouMean.en(suggestion),
    },
  },
  "figure-reference-empty": {
    severity: "error",
    zh: ({ key, label }) => `${key} 提到的“${label}”没有数据`,
    en: ({ key, label }) => `${key} names "${label}", for which there is no data`,
  },
  "figure-reference-cycle": {
    severity: "error",
    zh: ({ way }) => `sameAs 绕回了自身：${way.join(" → ")}`,
    en: ({ way }) => `sameAs leads back to itself: ${way.join(" → ")}`,
  },
  "figure-reference-unit": {
    severity: "error",
    zh: ({ unit, other, otherUnit }) => `单位不同：本项以“${unit}”计，“${other}”以“${otherUnit}”计`,
    en: ({ unit, other, otherUnit }) => `units differ: this counts ${unit}, "${other}" counts ${otherUnit}`,
  },
  "period-unreadable": {
    severity: "error",
    zh: ({ found }) => `看不懂时段“${found}”`,
    en: ({ found }) => `cannot read the period "${found}"`,
    hint: {
      zh: () => "写作 2022、2022-H2（下半年）、2022-Q1、2022-03、2022-01..2022-05 或 2022-03-15。",
      en: () => "Write 2022, 2022-H2, 2022-Q1, 2022-03, 2022-01..2022-05 or 2022-03-15.",
    },
  },
  "period-outside-year": {
    severity: "error",
    zh: ({ found, year }) => `时段“${found}”不在 ${year} 年内`,
    en: ({ found, year }) => `the period "${found}" is not within ${year}`,
  },
  "observation-outside-period": {
    severity: "error",
    zh: ({ found, within }) => `时段“${found}”不在本项的时段“${within}”之内`,
    en: ({ found, within }) => `the period "${found}" is not within "${within}", which all of these are for`,
  },
  "draft-left": {
    severity: "error",
    zh: () => "这里还有草稿标记，文字是上年的",
    en: () => "a draft mark is left: this is last year's text",
    hint: { zh: () => "改好文字，删去“【草稿】”。", en: () => "Go over the text and delete 【草稿】." },
  },
  "new-year-exists": {
    severity: "error",
    zh: ({ path }) => `${path} 已经有了，不会覆盖`,
    en: ({ path }) => `${path} is there already and is not overwritten`,
  },
};
